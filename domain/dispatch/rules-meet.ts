import type { DispatchRule } from '../city/city.ts'
import type { Day } from '../ids.ts'
import type { ExampleMatter } from './catalogue-issue.ts'
import { keywordSets } from './rule-index.ts'
import { covers, daysOf, meeting, minutesOf } from './rule-spans.ts'

/** `sure`: the two hold together whenever one of them is about it; otherwise only where a text has the words of both. */
type Meeting = { sure: boolean; example: ExampleMatter }

const SINGLE = ['requestType', 'kind', 'placeType', 'ownership', 'respondentType'] as const

/** One code inside the other, or null where neither is. */
const nearer = <Code extends string>(a: Code | null, b: Code | null): { code: Code | null } | null => {
  if (a === null || b === null) return { code: a ?? b }
  if (a.startsWith(b)) return { code: a }
  return b.startsWith(a) ? { code: b } : null
}

type Both<Value> = { sure: boolean; values: readonly Value[] }

/** Whether having all words of `set` is having all of `other`: a longer word says the shorter one in it. */
const says = (set: readonly string[], other: readonly string[]): boolean =>
  other.every((word) => set.some((one) => one.includes(word)))

function wordsOfBoth(a: DispatchRule, b: DispatchRule): Both<string> {
  const [one, two] = [keywordSets(a.keywords), keywordSets(b.keywords)]
  if (one.length === 0 || two.length === 0) return { sure: true, values: one[0] ?? two[0] ?? [] }
  for (const set of one)
    for (const other of two) {
      if (says(set, other)) return { sure: true, values: set }
      if (says(other, set)) return { sure: true, values: other }
    }
  return { sure: false, values: [...new Set([...(one[0] ?? []), ...(two[0] ?? [])])] }
}

function tagsOfBoth(a: DispatchRule, b: DispatchRule): Both<string> {
  if (a.tags.length === 0 || b.tags.length === 0) return { sure: true, values: [...a.tags, ...b.tags].slice(0, 1) }
  const shared = a.tags.find((tag) => b.tags.includes(tag))
  return shared === undefined
    ? { sure: false, values: [a.tags[0], b.tags[0]].flatMap((tag) => tag ?? []) }
    : { sure: true, values: [shared] }
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** A day on which both are in force and in season, from `today` on; null: there is none; `any`: neither asks. */
function dayOfBoth(a: DispatchRule, b: DispatchRule, today: Day): Day | 'any' | null {
  const first = [a.from, b.from, today].reduce((last, day) => (day !== null && day > (last ?? '') ? day : last), today)
  const last = [a.to, b.to].reduce(
    (least, day) => (day !== null && (least === null || day < least) ? day : least),
    null,
  )
  const [one, two] = [a.season, b.season].map((season) => (season === null ? null : daysOf(season)))
  if (one == null && two == null) {
    if (last !== null && last < (first ?? today)) return null
    return a.from === null && b.from === null && last === null ? 'any' : first
  }
  const met = meeting(one ?? null, two ?? null)
  if (met === null) return null
  const year = Number((first ?? today).slice(0, 4))
  const days = [year, year + 1].map((y) => `${y}-${pad(Math.floor(met / 100))}-${pad(met % 100)}` as Day)
  return days.find((day) => day >= (first ?? today) && (last === null || day <= last)) ?? null
}

function timeOfBoth(a: DispatchRule, b: DispatchRule): string | 'any' | null {
  const [one, two] = [a.timeOfDay, b.timeOfDay].map((time) => (time === null ? null : minutesOf(time)))
  if (one == null && two == null) return 'any'
  const met = meeting(one ?? null, two ?? null)
  return met === null ? null : `${pad(Math.floor(met / 60))}:${pad(met % 60)}`
}

const orNull = <Value extends string>(value: Value | 'any'): Value | null => (value === 'any' ? null : (value as Value))

/** A matter of which both rules speak, from `today` on, or null where there can be none. */
export function meetingOf(a: DispatchRule, b: DispatchRule, today: Day): Meeting | null {
  for (const name of SINGLE) if (a[name] !== null && b[name] !== null && a[name] !== b[name]) return null
  const [category, region] = [nearer(a.category, b.category), nearer(a.region, b.region)]
  const [day, time] = [dayOfBoth(a, b, today), timeOfBoth(a, b)]
  if (category === null || region === null || day === null || time === null) return null
  const [words, tags] = [wordsOfBoth(a, b), tagsOfBoth(a, b)]
  return {
    sure: words.sure && tags.sure,
    example: {
      category: category.code,
      region: region.code,
      requestType: a.requestType ?? b.requestType,
      kind: a.kind ?? b.kind,
      placeType: a.placeType ?? b.placeType,
      ownership: a.ownership ?? b.ownership,
      respondentType: a.respondentType ?? b.respondentType,
      day: orNull(day),
      time: orNull(time),
      words: [...words.values],
      tags: [...tags.values],
    },
  }
}

const within = (outer: string | null, inner: string | null): boolean =>
  outer === null || inner?.startsWith(outer) === true

const wordsAllSaid = (outer: DispatchRule, inner: DispatchRule): boolean => {
  const [wide, narrow] = [keywordSets(outer.keywords), keywordSets(inner.keywords)]
  return wide.length === 0 || (narrow.length > 0 && narrow.every((set) => wide.some((other) => says(set, other))))
}

/** Whether every matter that `inner` speaks of, from `today` on, is one that `outer` speaks of. */
export const speaksOfAll = (outer: DispatchRule, inner: DispatchRule, today: Day): boolean =>
  within(outer.category, inner.category) &&
  within(outer.region, inner.region) &&
  SINGLE.every((name) => outer[name] === null || outer[name] === inner[name]) &&
  inForceThroughout(outer, inner, today) &&
  (outer.tags.length === 0 || (inner.tags.length > 0 && inner.tags.every((tag) => outer.tags.includes(tag)))) &&
  wordsAllSaid(outer, inner) &&
  timesCovered(outer, inner)

function inForceThroughout(outer: DispatchRule, inner: DispatchRule, today: Day): boolean {
  const began = inner.from !== null && inner.from > today ? inner.from : today
  if (outer.from !== null && outer.from > began) return false
  return outer.to === null || (inner.to !== null && inner.to <= outer.to)
}

function timesCovered(outer: DispatchRule, inner: DispatchRule): boolean {
  const [wideDay, day] = [outer.timeOfDay, inner.timeOfDay].map((time) => (time === null ? null : minutesOf(time)))
  const [wideYear, year] = [outer.season, inner.season].map((season) => (season === null ? null : daysOf(season)))
  return covers(wideDay ?? null, day ?? null, 1439) && covers(wideYear ?? null, year ?? null, 1231)
}
