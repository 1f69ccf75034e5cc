import { HONORIFIC, SHORT_HONORIFIC } from './name-cues.ts'

/** From this number on a form of address has two characters and more. */
export const WORD_OF_ADDRESS = 100

const LISTED = new Map(
  [...new Set(HONORIFIC.split('|').flatMap((word) => (word === '[Ss]ir' ? ['sir', 'Sir'] : [word])))].map((word, i) => [
    word,
    i + WORD_OF_ADDRESS,
  ]),
)
const KIN = '哥姐叔姨伯婶嫂爷奶总董婆嬢妹舅姑'

/** A form of address: its number for features and its length; number 0 is none. */
export type Honorific = { id: number; length: number }
const NONE: Honorific = { id: 0, length: 0 }

const FIRST = new Set([...LISTED.keys()].map((word) => word.charCodeAt(0)))

function listedAt(text: string, at: number): Honorific | null {
  if (!FIRST.has(text.charCodeAt(at))) return null
  for (let n = 4; n >= 2; n--) {
    const id = LISTED.get(text.slice(at, at + n))
    if (id !== undefined && at + n <= text.length) return { id, length: n }
  }
  return null
}

/** The form of address at a place: 先生, 副主任, 老师傅; also one character (王总, 李工) and 二叔. */
export function honorificAt(text: string, at: number): Honorific {
  const listed = listedAt(text, at)
  if (listed !== null) return listed
  const c = text[at] ?? ''
  if ('副老大 、'.includes(c) && c !== '') {
    const more = listedAt(text, at + 1)
    if (more !== null) return { id: more.id, length: more.length + 1 }
  }
  if ('大二三四五六七八小老'.includes(c) && c !== '' && KIN.includes(text[at + 1] ?? ' ')) return { id: 2, length: 2 }
  const short = c === '' ? -1 : SHORT_HONORIFIC.indexOf(c)
  return short < 0 ? NONE : { id: 10 + short, length: 1 }
}
