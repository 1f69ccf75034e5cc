import { cutWords } from './cut-words.ts'
import { type Amount, findAmounts } from './find-amounts.ts'
import { type Demand, findDemands } from './find-demands.ts'
import { type Emotion, findEmotions } from './find-emotions.ts'
import { findHeadcounts, type Headcount } from './find-headcounts.ts'
import { findPersonalNumbers, type PersonalNumber } from './find-personal-numbers.ts'
import { findRespondents, type Respondent } from './find-respondents.ts'
import { findSafety, type Safety } from './find-safety.ts'
import type { Found } from './found.ts'
import { findPlaces, type PlaceFind } from './place/find-places.ts'
import type { NameIndex } from './place/name-index.ts'
import { plainOf } from './plain.ts'
import { type Duration, findDurations } from './time/find-durations.ts'
import { findRecurrences, type Recurrence } from './time/find-recurrences.ts'
import { findTimes, type Time } from './time/find-times.ts'

/** What one text states, each list in the order of the text, with places in the text as it came. */
export type Facts = {
  places: readonly PlaceFind[]
  respondents: readonly Found<Respondent>[]
  times: readonly Found<Time>[]
  recurrences: readonly Found<Recurrence>[]
  durations: readonly Found<Duration>[]
  amounts: readonly Found<Amount>[]
  headcounts: readonly Found<Headcount>[]
  personal: readonly Found<PersonalNumber>[]
  safety: readonly Found<Safety>[]
  emotions: readonly Found<Emotion>[]
  demands: readonly Found<Demand>[]
}

export type Asked = {
  names: NameIndex
  /** ISO moment to which 昨天 is said */
  now: string
  /** code of the region where the caller is, if known: of like names the near one is meant */
  home: string | null
}

/** What stands behind this is not read; an order holds 2,000 characters and a call's transcript some 5,000. */
const READ_AT_MOST = 10_000

type Place = { from: number; to: number }
const outside = <F extends Place>(found: readonly F[], taken: readonly Place[]): F[] =>
  found.filter(({ from, to }) => !taken.some((other) => from < other.to && to > other.from))

/** 晚上十一点到凌晨四点 without a day is said of what happens again and again. */
const isDaily = ({ value }: Found<Time>): boolean => value.to !== null && /^\d\d:/u.test(value.from ?? '')
function daily({ from, to, value }: Found<Time>): Found<Recurrence> {
  const hour = Number(value.from?.slice(0, 2))
  return { from, to, value: { every: hour >= 18 || hour < 5 ? 'night' : 'day', from: value.from, to: value.to } }
}

/** Worked out when first asked for. */
function once<T>(work: () => T): () => T {
  let known: { value: T } | null = null
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

/**
 * Everything a text states. Linear in its length; about 3 ms for 500 characters with a gazetteer of 20,000 names. Each
 * list is worked out when it is asked for: who wants the place only, as the record of what was suggested does, does not
 * pay for times and amounts.
 */
export function readFacts(text: string, { names, now, home }: Asked): Facts {
  const read = text.slice(0, READ_AT_MOST)
  const plain = plainOf(read)
  const words = once(() => cutWords(plain))
  const personal = once(() => findPersonalNumbers(read))
  const places = once(() => outside(findPlaces(names, read, words(), home), personal()))
  const numbers = once(() => [...personal(), ...places().flatMap(({ house }) => (house === null ? [] : [house]))])
  const recurrences = once(() => outside(findRecurrences(plain), personal()))
  const times = once(() => outside(findTimes(plain, now, recurrences()), numbers()))
  const named = () =>
    places()
      .filter(({ likelihood }) => likelihood >= 0.5)
      .map(({ from, to, entry }) => ({ from, to, isRegion: entry.isRegion }))
  const respondents = once(() => findRespondents(plain, words(), named()))
  const often = once(() =>
    [...recurrences(), ...times().filter(isDaily).map(daily)].toSorted((a, b) => a.from - b.from),
  )
  const safety = once(() => findSafety(plain))
  const demands = once(() => findDemands(plain))
  return {
    get places() {
      return places()
    },
    get respondents() {
      return respondents()
    },
    get times() {
      return times().filter((time) => !isDaily(time))
    },
    get recurrences() {
      return often()
    },
    get durations() {
      return outside(findDurations(plain), [...numbers(), ...recurrences()])
    },
    get amounts() {
      return outside(findAmounts(plain), numbers())
    },
    get headcounts() {
      return outside(findHeadcounts(plain), numbers())
    },
    get personal() {
      return personal()
    },
    get safety() {
      return safety()
    },
    get emotions() {
      return findEmotions(plain)
    },
    get demands() {
      return demands()
    },
  }
}
