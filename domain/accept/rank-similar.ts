import type { OrderId } from '../ids.ts'
import {
  type Candidate,
  type Ground,
  kindGrounds,
  metresTo,
  ofAnotherClass,
  type Probe,
  placeGrounds,
  type SaidAlike,
  type Weighed,
} from './same-grounds.ts'
import { sharedWords } from './shared-words.ts'

export type Ranked = { id: OrderId; score: number; grounds: readonly Ground[]; metres: number | null }

/** From here on the seat is told "very likely the same matter". */
export const LIKELY = 0.75
/** Below it nothing is shown: a caller, a place or a kind alone say nothing, like words alone do. */
export const SHOWN = 0.5
/** However much else speaks for it, two places are two matters. */
const ELSEWHERE = 0.49
/** Strangers who say the same of two points a kilometre apart, or of two towns, speak of two matters of one kind, unless they name one place. */
const APART_METRES = 1000
const APART_AT_MOST = 0.7
/** So far apart even one name is two places: there is a 人民路 in every district. */
const FAR_METRES = 3000
/** Pins within so many metres are one spot, whatever the two call it. */
const ONE_SPOT_METRES = 30

/** The odds of two requests of one caller, place or kind of whose words nothing is known: 1 in 18. */
const UNHEARD = -2.9
/** Words never speak against it with more than that: one and the same is told in very different words. */
const LEAST_WORDS = -3.3
/** A caller's second call counts for more where the words are not known. */
const CALLER = { heard: 0.8, unheard: 1.7 }
const ANOTHER_CLASS = -1.5

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))
const oddsOf = (score: number): number => Math.log(score / (1 - score))
const boundedScore = (score: number): number => Math.min(0.999, Math.max(0.001, score))

/** Named by both: a place in common, or two. The words themselves are looked for only where they will be shown. */
function wordGrounds({ score, places }: SaidAlike): Weighed[] {
  const { stand, mine, theirs } = places
  const place: Weighed[] =
    stand === 'same' && mine !== null
      ? [{ ground: { kind: 'same-place', name: mine }, weight: 1 }]
      : stand === 'different' && mine !== null && theirs !== null
        ? [{ ground: { kind: 'other-place', mine, theirs }, weight: -2 }]
        : []
  return score < 0.15 ? place : [...place, { ground: { kind: 'words', words: [] }, weight: oddsOf(score) }]
}

const TOWN_DIGITS = 9

/** By their pins, or, where one has none, by the towns they are filed under. */
function liesApart(probe: Probe, other: Candidate, metres: number | null): boolean {
  if (metres !== null) return metres > APART_METRES
  const [mine, theirs] = [probe.region ?? '', other.region]
  return (
    Math.min(mine.length, theirs.length) >= TOWN_DIGITS && mine.slice(0, TOWN_DIGITS) !== theirs.slice(0, TOWN_DIGITS)
  )
}

function ceiling(probe: Probe, other: Candidate, metres: number | null): number {
  const places = other.said?.places.stand
  if (places === 'different' && (metres === null || metres > ONE_SPOT_METRES)) return ELSEWHERE
  if (other.sameCaller || !liesApart(probe, other, metres)) return 1
  return places === 'same' && (metres ?? 0) <= FAR_METRES ? APART_AT_MOST : ELSEWHERE
}

type Judged = { other: Candidate; score: number; weighed: Weighed[]; metres: number | null }

function judge(probe: Probe, other: Candidate): Judged {
  const metres = metresTo(probe, other)
  const { said, sameCaller } = other
  const caller = said === null ? CALLER.unheard : CALLER.heard
  const grounds: Weighed[] = [
    ...(sameCaller ? [{ ground: { kind: 'same-caller' } as const, weight: caller }] : []),
    ...placeGrounds(probe, other, metres),
    ...kindGrounds(probe, other),
  ]
  const heard = said === null ? UNHEARD : Math.max(LEAST_WORDS, oddsOf(boundedScore(said.score)))
  const odds =
    heard + grounds.reduce((sum, { weight }) => sum + weight, 0) + (ofAnotherClass(probe, other) ? ANOTHER_CLASS : 0)
  return {
    other,
    score: Math.min(ceiling(probe, other, metres), Math.round(logistic(odds) * 1000) / 1000),
    weighed: said === null ? grounds : [...grounds, ...wordGrounds(said)],
    metres: metres === null ? null : Math.round(metres),
  }
}

/** Which words they are is looked for only where it will be shown. */
function named(ground: Ground, probe: Probe, other: Candidate): Ground[] {
  if (ground.kind !== 'words') return [ground]
  const words = sharedWords(probe.text, other.text, 3)
  return words.length === 0 ? [] : [{ kind: 'words', words }]
}

/** Probability of one matter: what the words say, and what caller, place and kind add to the logarithm of the odds. */
export const matterScore = (probe: Probe, other: Candidate): number => judge(probe, other).score

/** The same for grouping orders: two places join nothing, however alike the words. */
export const joiningScore = (probe: Probe, other: Candidate): number =>
  ceiling(probe, other, metresTo(probe, other)) < SHOWN ? 0 : matterScore(probe, other)

/** Best first, and the newer of two alike; nothing below `SHOWN`. */
export function rankSimilar(probe: Probe, candidates: readonly Candidate[], limit: number): Ranked[] {
  return candidates
    .map((other) => judge(probe, other))
    .filter(({ score }) => score >= SHOWN)
    .toSorted((a, b) => b.score - a.score || (a.other.id < b.other.id ? 1 : -1))
    .slice(0, limit)
    .map(({ other, score, weighed, metres }) => ({
      id: other.id,
      score,
      grounds: weighed.toSorted((a, b) => b.weight - a.weight).flatMap(({ ground }) => named(ground, probe, other)),
      metres,
    }))
}
