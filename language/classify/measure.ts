import type { Prediction } from './predict.ts'
import { sureFrom } from './probability.ts'

/** A text's right label and what was said of it, likeliest first. */
export type Answer = { right: string; said: readonly Prediction[] }

/** How often a label was right, said, and both; F1 is the harmonic mean of precision and recall. */
type LabelFigures = { label: string; right: number; said: number; both: number; f1: number }
/** `times` texts of `right` were taken for `said`. */
type Confusion = { right: string; said: string; times: number }

const saidOf = ({ said }: Answer): string => said[0]?.label ?? ''
const isRight = (answer: Answer): boolean => saidOf(answer) === answer.right
const sureOf = ({ said }: Answer): number => said[0]?.probability ?? 0
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** The share of answers whose right label is among the first `depth`. */
const topShare = (answers: readonly Answer[], depth: number): number =>
  ratio(
    answers.filter(({ right, said }) => said.slice(0, depth).some(({ label }) => label === right)).length,
    answers.length,
  )

const accuracyOf = (answers: readonly Answer[]): number => topShare(answers, 1)

/** One row per label that was right or said at least once, in the order of their names. */
export function figuresPerLabel(answers: readonly Answer[]): LabelFigures[] {
  const labels = [...new Set(answers.flatMap((answer) => [answer.right, saidOf(answer)]))].sort()
  return labels.map((label) => {
    const right = answers.filter((answer) => answer.right === label).length
    const said = answers.filter((answer) => saidOf(answer) === label).length
    const both = answers.filter((answer) => answer.right === label && isRight(answer)).length
    return { label, right, said, both, f1: ratio(2 * both, right + said) }
  })
}

/** The plain mean of F1 over the labels that were right at least once. */
export function macroF1Of(answers: readonly Answer[]): number {
  const figures = figuresPerLabel(answers).filter(({ right }) => right > 0)
  return ratio(
    figures.reduce((sum, { f1 }) => sum + f1, 0),
    figures.length,
  )
}

/**
 * Expected calibration error (Naeini et al., AAAI 2015) in `bins` equal parts of 0 … 1: how far the probability of the
 * first answer lies from the share of right ones, weighted by the number of answers in each part.
 */
export function calibrationErrorOf(answers: readonly Answer[], bins = 10): number {
  const parts = Array.from({ length: bins }, () => ({ sure: 0, right: 0 }))
  for (const answer of answers) {
    const part = parts[Math.min(bins - 1, Math.floor(sureOf(answer) * bins))]
    if (part === undefined) continue
    part.sure += sureOf(answer)
    part.right += isRight(answer) ? 1 : 0
  }
  return ratio(
    parts.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0),
    answers.length,
  )
}

const surestFirst = (answers: readonly Answer[]): Answer[] => answers.toSorted((a, b) => sureOf(b) - sureOf(a))

/** Accuracy of the surest `share` of the answers: what may be taken over when a person decides the rest. */
export const accuracyAtCoverage = (answers: readonly Answer[], share: number): number =>
  accuracyOf(surestFirst(answers).slice(0, Math.round(answers.length * share)))

/** How sure an answer must be, and the share of answers that are, for `precision` of those to be right. */
type Threshold = { probability: number; coverage: number }

/** Nothing is covered where even the surest are not right often enough. */
export function thresholdFor(answers: readonly Answer[], precision: number): Threshold {
  const probability = sureFrom(
    answers.map((answer) => ({ probability: sureOf(answer), right: isRight(answer) })),
    precision,
  )
  const covered = answers.filter((answer) => sureOf(answer) >= probability)
  return { probability, coverage: ratio(covered.length, answers.length) }
}

/** What was taken for what, most frequent first. */
export function confusionsOf(answers: readonly Answer[]): Confusion[] {
  const found = new Map<string, Confusion>()
  for (const answer of answers) {
    if (isRight(answer)) continue
    const key = JSON.stringify([answer.right, saidOf(answer)])
    const known = found.get(key)
    if (known === undefined) found.set(key, { right: answer.right, said: saidOf(answer), times: 1 })
    else known.times += 1
  }
  return [...found.values()].sort((a, b) => b.times - a.times)
}

/** All figures of a set of answers, as a model card has them. */
type Measures = {
  texts: number
  accuracy: number
  macroF1: number
  top2: number
  top3: number
  calibrationError: number
  accuracyAt80: number
}

export const measure = (answers: readonly Answer[]): Measures => ({
  texts: answers.length,
  accuracy: accuracyOf(answers),
  macroF1: macroF1Of(answers),
  top2: topShare(answers, 2),
  top3: topShare(answers, 3),
  calibrationError: calibrationErrorOf(answers),
  accuracyAt80: accuracyAtCoverage(answers, 0.8),
})
