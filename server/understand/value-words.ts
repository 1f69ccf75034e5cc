import type { BothWords } from '#contract/facts.ts'
import type { Amount } from '#language/facts/find-amounts.ts'
import type { Headcount } from '#language/facts/find-headcounts.ts'
import type { Duration } from '#language/facts/time/find-durations.ts'
import type { Recurrence } from '#language/facts/time/find-recurrences.ts'
import type { Time } from '#language/facts/time/find-times.ts'

/** 12800 is 12,800, 3500000 is 350万. */
const yuan = (value: number): string =>
  value >= 10_000 && value % 100 === 0 ? `${value / 10_000}万` : value.toLocaleString('en-US')

export function amountWords({ yuan: low, upTo, about }: Amount): BothWords {
  const english = (value: number) => value.toLocaleString('en-US')
  return {
    zh: `${about ? '约' : ''}${yuan(low)}${upTo === null ? '' : `–${yuan(upTo)}`}元`,
    en: `${about ? 'about ' : ''}${english(low)}${upTo === null ? '' : `–${english(upTo)}`} yuan`,
  }
}

export function headcountWords({ count, unit, about }: Headcount): BothWords {
  const [zh, en] = unit === 'person' ? ['人', 'people'] : ['户', 'households']
  return { zh: `${about ? '约' : ''}${count}${zh}`, en: `${about ? 'about ' : ''}${count} ${en}` }
}

const UNIT_WORDS: Record<Duration['unit'], readonly [string, string]> = {
  minute: ['分钟', 'minutes'],
  hour: ['小时', 'hours'],
  day: ['天', 'days'],
  week: ['周', 'weeks'],
  month: ['个月', 'months'],
  year: ['年', 'years'],
}

export function durationWords({ amount, unit }: Duration): BothWords {
  const [zh, en] = UNIT_WORDS[unit]
  return { zh: `${amount}${zh}`, en: `${amount} ${amount === 1 ? en.slice(0, -1) : en}` }
}

const EVERY_WORDS: Record<Recurrence['every'], readonly [string, string]> = {
  hour: ['每小时', 'every hour'],
  day: ['每天', 'every day'],
  night: ['每晚', 'every night'],
  workday: ['每个工作日', 'every working day'],
  weekend: ['每周末', 'every weekend'],
  week: ['每周', 'every week'],
  month: ['每月', 'every month'],
  year: ['每年', 'every year'],
  often: ['经常', 'often'],
}

export function recurrenceWords({ every, from, to }: Recurrence): BothWords {
  const [zh, en] = EVERY_WORDS[every]
  const hours = from === null ? '' : ` ${from}${to === null ? '' : `–${to}`}`
  return { zh: zh + hours, en: en + hours }
}

const spaced = (moment: string): string => moment.replace('T', ' ')

export function timeWords({ from, to }: Time): BothWords {
  const same = to === null || to === from
  const words = from === null ? '' : spaced(from) + (same ? '' : `–${spaced(to)}`)
  return { zh: words, en: words }
}
