import { soundedNames, soundShare } from './given-names.ts'
import { PLACE_AFTER } from './name-cues.ts'

const DOTTED = /([\u4e00-\u9fff]{1,10})[·•‧∙・]([\u4e00-\u9fff]{1,8})(?:[·•‧∙・]([\u4e00-\u9fff]{1,8}))?/g

type Name = { from: number; to: number }

const soundsUntil = (text: string): number => {
  let kept = 0
  while (kept < text.length && soundShare(text.slice(kept, kept + 1)) === 1) kept += 1
  return kept
}

/** 买买提·艾力: the stretch around the point that writes sounds; 万科·金色家园 is none. */
export function dotted(text: string): Name[] {
  if (!/[·•‧∙・]/.test(text)) return []
  return [...text.matchAll(DOTTED)].flatMap(({ 0: whole, 1: left = '', 2: right = '', 3: last, index }) => {
    const first = soundsUntil([...left].reverse().join(''))
    const tail = last ?? right
    const kept = soundsUntil(tail)
    if (first === 0 || kept === 0 || PLACE_AFTER.test(tail.slice(kept))) return []
    if (last !== undefined && soundShare(right) < 0.6) return []
    return [{ from: index + left.length - first, to: index + whole.length - (tail.length - kept) }]
  })
}

/** 阿依古丽, 巴特尔; a street or a shop may be called so too. */
export const sounded = (text: string): Name[] =>
  soundedNames(text).filter(({ to }) => !PLACE_AFTER.test(text.slice(to, to + 8)))
