import { dict } from '@node-rs/jieba/dict'

/** A pair of characters as one number below 2^29; 0 is none. */
const keyOf = (a: number, b: number): number =>
  a < 0x4e00 || a > 0x9fff || b < 0x4e00 || b > 0x9fff ? 0 : (a - 0x4e00) * 0x5200 + (b - 0x4e00) + 1

const SIZE = 1 << 18
type Table = { keys: Int32Array; classes: Uint8Array }

const slotOf = ({ keys }: Table, key: number): number => {
  let slot = (Math.imul(key, 0x9e3779b1) >>> 14) & (SIZE - 1)
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (SIZE - 1)
  return slot
}

/** 1 to 4 by how often the dictionary's source has the word, 5 for what it has as names of people. */
const classOf = (count: number, isPerson: boolean): number =>
  isPerson ? 5 : count < 20 ? 1 : count < 200 ? 2 : count < 2000 ? 3 : 4

/** Two characters of three bytes each at a place of UTF-8. */
const charAt = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) & 15) << 12) | (((bytes[at + 1] ?? 0) & 63) << 6) | ((bytes[at + 2] ?? 0) & 63)

/** Lines of `word count tag`; read as bytes, for a third of a million strings cost ten times as much. */
function read(): Table {
  const table = { keys: new Int32Array(SIZE), classes: new Uint8Array(SIZE) }
  const bytes = dict
  for (let at = 0; at < bytes.length; ) {
    const next = bytes.indexOf(10, at)
    const end = next < 0 ? bytes.length : next
    const key = bytes[at + 6] === 32 ? keyOf(charAt(bytes, at), charAt(bytes, at + 3)) : 0
    if (key > 0) {
      let [i, count] = [at + 7, 0]
      for (; i < end && bytes[i] !== 32; i++) count = count * 10 + (bytes[i] ?? 48) - 48
      const slot = slotOf(table, key)
      table.keys[slot] = key
      table.classes[slot] = classOf(count, bytes[i + 1] === 110 && bytes[i + 2] === 114)
    }
    at = end + 1
  }
  return table
}

let table: Table | null = null

/**
 * What two characters of a text would be as a word of the segmenter's dictionary, however the segmenter cut here: 0 none,
 * 1 to 4 by frequency, 5 a person's name. The dictionary is read at the first question (about 0.1 s, 1.3 MB kept).
 */
export function pairAt(text: string, at: number): number {
  const key = keyOf(text.charCodeAt(at), text.charCodeAt(at + 1))
  if (key === 0) return 0
  table ??= read()
  return table.classes[slotOf(table, key)] ?? 0
}
