import type { Span } from '../text/span.ts'

const HAN = '〇零一二三四五六七八九'
const VALUES = new Map<string, string>([
  ...'0123456789'.split('').map((d): [string, string] => [d, d]),
  ...HAN.split('').map((c, i): [string, string] => [c, String(Math.max(0, i - 1))]),
  ...'零壹贰叁肆伍陆柒捌玖'.split('').map((c, i): [string, string] => [c, String(i)]),
  ['幺', '1'],
  ['○', '0'],
])

/** Digits that stand together in one script, with the separator before them. */
export type Group = Span & { digits: string; han: boolean; gap: string }

/** What people put between the parts of one number; commas only in spoken ones, see `numbers.ts`. */
const GAP = new Set([...' \t\u00a0\u200b-－—–―‐‑_.·/()（）,，、'])

export const digitOf = (c: string | undefined): string | undefined => (c === undefined ? undefined : VALUES.get(c))
const isHan = (c: string): boolean => c > '9'

function groupAt(text: string, from: number, han: boolean): Group {
  let [to, digits] = [from, '']
  for (let d = digitOf(text[to]); d !== undefined && isHan(text[to] ?? '') === han; d = digitOf(text[to])) {
    digits += d
    to += 1
  }
  return { from, to, digits, han, gap: '' }
}

/**
 * Runs of digits, Arabic or spoken (幺三九), each a list of groups that at most three separators part. One pass; the
 * text is narrowed already.
 */
export function digitRuns(text: string): Group[][] {
  const runs: Group[][] = []
  let last: Group | undefined
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (digitOf(c) === undefined) continue
    const group = groupAt(text, i, isHan(c))
    const gap = last === undefined || i - last.to > 3 ? null : text.slice(last.to, i)
    if (gap !== null && [...gap].every((part) => GAP.has(part))) runs.at(-1)?.push({ ...group, gap })
    else runs.push([group])
    last = group
    i = group.to - 1
  }
  return runs
}
