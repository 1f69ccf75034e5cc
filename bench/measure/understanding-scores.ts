import type { Understanding } from '#contract/understand.ts'
import type { FactsSentence } from '../data/facts-set.ts'
import { round } from '../result.ts'
import { type Tally, tally } from './fact-scores.ts'

type Read = { sentence: FactsSentence; said: Understanding }
export type Counted = { right: number; of: number }
/** What was said first, how probable, whether called sure, and what is right. */
type Answer = { first: string | undefined; probability: number; sure: boolean; right: string; text: string }

export const share = ({ right, of }: Counted): number | null => (of === 0 ? null : round(right / of, 3))
export const counted = <T>(items: readonly T[], isRight: (item: T) => boolean): Counted => ({
  right: items.filter(isRight).length,
  of: items.length,
})

/** Mean distance between how probable the first was said to be and how often it was right, in tenths of probability. */
function calibrationError(answers: readonly Answer[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const within = answers.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin)
    const sum = within.reduce((total, one) => total + one.probability - (one.first === one.right ? 1 : 0), 0)
    error += Math.abs(sum) / Math.max(1, answers.length)
  }
  return round(error, 3)
}

function scoreOf(answers: readonly Answer[]) {
  const isRight = ({ first, right }: Answer) => first === right
  return {
    first: counted(answers, isRight),
    sure: counted(
      answers.filter(({ sure }) => sure),
      isRight,
    ),
    ece: calibrationError(answers),
    wrong: answers.filter((one) => !isRight(one)),
  }
}

const typeOf = ({ sentence, said: { requestType } }: Read): Answer => ({
  first: requestType.suggestions[0]?.value,
  probability: requestType.suggestions[0]?.probability ?? 0,
  sure: requestType.sure,
  right: sentence.type,
  text: sentence.text,
})
const urgencyOf = ({ sentence, said: { urgency } }: Read): Answer => ({
  first: urgency.suggestions[0]?.value,
  probability: urgency.suggestions[0]?.probability ?? 0,
  sure: urgency.sure,
  right: sentence.urgency,
  text: sentence.text,
})

const mainOf = ({ sentence }: Read) => sentence.facts.find(({ main }) => main === true)
/** A road of ten communities is right by its name: the sentence does not say which. */
function placeOf(read: Read): Answer {
  const { suggestions, sure } = read.said.place
  const first = suggestions[0]?.place.name
  const probability = suggestions.reduce((sum, one) => sum + (one.place.name === first ? one.probability : 0), 0)
  return { first, probability, sure, right: String(mainOf(read)?.value), text: read.sentence.text }
}

export function scoresOf(reads: readonly Read[]) {
  const tallies = new Map<string, Tally>()
  const mistakes: string[] = []
  for (const { sentence, said } of reads) {
    const { missed, vain } = tally(tallies, said.facts, sentence.facts)
    const words = ({ kind, from, to }: { kind: string; from: number; to: number }) =>
      `${kind} “${sentence.text.slice(from, to)}” — ${sentence.text}`
    mistakes.push(...missed.map((one) => `missed ${words(one)}`), ...vain.map((one) => `in vain ${words(one)}`))
  }
  const placed = reads.filter((one) => mainOf(one) !== undefined)
  const ofPlace = (typed: string) => scoreOf(placed.filter((one) => mainOf(one)?.typed === typed).map(placeOf)).first
  const nowhere = reads.filter(({ sentence }) => sentence.facts.every(({ kind }) => kind !== 'place'))
  const [type, urgency, place] = [
    scoreOf(reads.map(typeOf)),
    scoreOf(reads.map(urgencyOf)),
    scoreOf(placed.map(placeOf)),
  ]
  for (const [what, { wrong }] of Object.entries({ type, urgency, place }))
    for (const { first, probability, right, text } of wrong)
      mistakes.push(`${what} ${first ?? '–'} (${probability}) for ${right} — ${text}`)
  return {
    tallies,
    mistakes,
    type,
    urgency,
    place,
    exact: ofPlace('exact'),
    alias: ofPlace('alias'),
    slip: ofPlace('misspelled'),
    nowhere: counted(nowhere, ({ said }) => !said.facts.some(({ kind }) => kind === 'place')),
  }
}
