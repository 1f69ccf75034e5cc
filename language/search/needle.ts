import { normalise } from '../text/normalise.ts'
import { pairsOf } from '../text/pairs.ts'
import { jointsOf, titleKeysOf } from './keys.ts'

/**
 * One thing that must occur as it stands: `text` normalised, `like` as SQL takes it, `pairs` for the index (empty: too
 * short for it, the text alone decides), `titleKeys` for the index of titles.
 */
export type Needle = { text: string; like: string; pairs: readonly number[]; titleKeys: readonly number[] }

/** Texts and what is looked for in them meet in this form: blanks are single, letters low and narrow. */
export const plainLine = (text: string): string => normalise(text).replace(/\s+/g, ' ').trim()

export function needleOf(typed: string): Needle {
  const text = plainLine(typed)
  const pairs = pairsOf(text)
  return {
    text,
    like: `%${text.replace(/[\\%_]/g, '\\$&')}%`,
    // Joints only where there is nothing else: texts of before they were stored have none.
    pairs: pairs.length > 0 ? pairs : jointsOf(text),
    titleKeys: titleKeysOf(text),
  }
}
