import { partsOf } from './clauses.ts'
import { WORD_OF_ADDRESS } from './honorifics.ts'
import { type Candidate, type CandidateKind, candidatesIn, isWordRather } from './name-candidates.ts'
import { featuresOf, MOST } from './name-features.ts'
import { layOf } from './word-lay.ts'

export type Weights = {
  readonly values: ArrayLike<number>
  readonly step: number
}
export type ScoredName = Candidate & { score: number }
/** The score from which on a find counts, by its kind. */
export type Least = Readonly<Record<CandidateKind | 'lone', number>>

/** A family name with a word of address behind it or 老, 小 before it counts sooner than one alone (王总, 王家, 姓王). */
const leastOf = (text: string, { kind, from, honorific }: Candidate, least: Least): number =>
  kind === 'family' && honorific.id < WORD_OF_ADDRESS && !/[老小大阿]/.test(text[from - 1] ?? '')
    ? least.lone
    : least[kind]

function scoreOf(features: Int32Array, count: number, { values, step }: Weights): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += values[features[i] ?? 0] ?? 0
  return sum * step
}

/** Where two overlap the likelier stays. */
function apart(likely: ScoredName[]): ScoredName[] {
  const kept: ScoredName[] = []
  for (const name of likely.sort((a, b) => b.score - a.score))
    if (!kept.some((other) => other.from < name.to && name.from < other.to)) kept.push(name)
  return kept.sort((a, b) => a.from - b.from)
}

/** Names that a model sees in a text, in its order, none overlapping. */
export function namesBy(text: string, weights: Weights, least: Least): ScoredName[] {
  const features = new Int32Array(MOST)
  return partsOf(text).flatMap(({ from, to }) => {
    const candidates = candidatesIn(text, from, to)
    if (candidates.length === 0) return []
    const lay = layOf(text.slice(from, to))
    const likely: ScoredName[] = []
    for (const candidate of candidates) {
      if (isWordRather(text, candidate)) continue
      const score = scoreOf(features, featuresOf(text, candidate, lay, from, features), weights)
      if (score > leastOf(text, candidate, least)) likely.push({ ...candidate, score })
    }
    return apart(likely)
  })
}
