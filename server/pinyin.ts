import { pinyin } from 'pinyin-pro'

/** As people type them: `室温不达标` is `swbdb` and `shiwenbudabiao`; digits and Latin letters stay as they are. */
function syllables(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((part) =>
    part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  )
}

const isNumber = (part: string): boolean => /^\d/.test(part)

/** A number keeps all its digits in the initials: nobody abbreviates the 42 of a house. */
export function pinyinOf(name: string): { initials: string; full: string } {
  const parts = syllables(name)
  return { initials: parts.map((part) => (isNumber(part) ? part : part.slice(0, 1))).join(''), full: parts.join('') }
}
