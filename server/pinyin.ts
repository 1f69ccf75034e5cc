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

const sounds = new Map<string, string>()

/** One character without its tone, `jian` for 建; empty for what is no Chinese character. */
export function soundOf(character: string): string {
  const known = sounds.get(character)
  if (known !== undefined) return known
  // Characters of Chinese are some 20,000: the table stays bounded whatever texts bring.
  const sound = /^\p{Script=Han}$/u.test(character)
    ? pinyin(character, { toneType: 'none', v: true, nonZh: 'removed' })
    : ''
  if (sound !== '') sounds.set(character, sound)
  return sound
}
