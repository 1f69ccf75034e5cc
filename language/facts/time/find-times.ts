import type { Span } from '../../text/span.ts'
import { apart, type Found } from '../found.ts'
import { dayText, shanghaiDay } from './civil.ts'
import { clockText, hoursOf, MOMENT, THROUGH } from './clock.ts'
import { READINGS } from './days.ts'

/** Days as 2026-03-02, moments as 2026-03-02T22:00 in Asia/Shanghai; 22:00 alone where no day is said. */
export type Time = { from: string | null; to: string | null }

const HOURS = `(${MOMENT}(?:${THROUGH}${MOMENT})?)`
const BETWEEN = '(?:的|,|，| |大概|大约|约){0,2}'
const days = READINGS.map(({ pattern, read }) => ({
  pattern: new RegExp(`${pattern}(?:${BETWEEN}${HOURS})?`, 'gu'),
  read,
}))
const hoursOnly = new RegExp(HOURS, 'gu')
const PART_OF_SHORT: Record<string, string> = { 晚: '晚上', 夜: '夜里', 早: '早上' }

/** 昨晚十点: the part of the day sits in the word for the day. */
const shortPart = (said: string): string => PART_OF_SHORT[/^[昨今前明]([晚夜早])/u.exec(said)?.[1] ?? ''] ?? ''

const at = (day: string, minute: number): string => (day === '' ? clockText(minute) : `${day}T${clockText(minute)}`)

function withHours(from: string, to: string, said: string | undefined, part: string): Time {
  const hours = said === undefined ? (part === '' ? null : hoursOf(part)) : hoursOf(said, part)
  if (hours === null || from !== to) return { from, to }
  return { from: at(from, hours.from), to: hours.to === null ? null : at(to, hours.to) }
}

/**
 * When something happened or shall happen, but for what recurs: dates, 昨天, 上周三, 今年三月, with the hours behind
 * them. `now`: ISO, for what is said relative to it. `taken`: stretches that are recurrences already.
 */
export function findTimes(plain: string, now: string, taken: readonly Span[]): Found<Time>[] {
  const today = shanghaiDay(now)
  const isFree = ({ from, to }: Span) => !taken.some((span) => from < span.to && to > span.from)
  const dated = days.flatMap(({ pattern, read }, rank) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const [whole, ...groups] = match
      const meant = read(groups, today)
      if (meant === null) return []
      const hours = withHours(dayText(meant.from), dayText(meant.to), groups.at(-1), shortPart(whole))
      return [{ from: match.index, to: match.index + whole.length, value: hours, rank }]
    }),
  )
  const timed = [...plain.matchAll(hoursOnly)].flatMap(({ 0: whole, index }) => {
    const hours = hoursOf(whole)
    // 晚上 alone says when of every day, not when of this matter.
    if (hours === null || !/[\d一二两三四五六七八九十]/u.test(whole)) return []
    const value = { from: clockText(hours.from), to: hours.to === null ? null : clockText(hours.to) }
    return [{ from: index, to: index + whole.length, value }]
  })
  const kept = apart(dated.filter(isFree))
  const others = timed.filter((one) => isFree(one) && !kept.some(({ from, to }) => one.from < to && one.to > from))
  return apart([...kept, ...others]).map(({ from, to, value }) => ({ from, to, value }))
}
