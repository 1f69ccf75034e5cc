import { bagOf } from './bag.ts'
import type { Classifier } from './classifier.ts'
import type { Text } from './features.ts'
import { probabilitiesOf } from './probability.ts'
import { weighBag } from './rows.ts'

export type Prediction = { label: string; probability: number }

/**
 * All labels with their probabilities, likeliest first; in sum 1. A text in which the classifier knows nothing (empty,
 * another script) gets the labels' shares in training, so that no threshold worth its name lets it pass.
 */
export function predict(classifier: Classifier, text: Text): Prediction[] {
  const known = predictKnown(classifier, text)
  return known.length > 0 ? known : ranked(classifier.labels, classifier.shares)
}

/** The same, and nothing for a text in which the classifier knows nothing. */
function predictKnown(classifier: Classifier, text: Text): Prediction[] {
  const scores = scoresOf(classifier, text)
  return scores === null ? [] : ranked(classifier.labels, probabilitiesOf(scores, classifier.sharpness))
}

const isBefore = (a: Prediction, b: Prediction): boolean =>
  a.probability > b.probability || (a.probability === b.probability && a.label < b.label)

/**
 * The `most` likeliest of the wanted labels, equal ones by their name; nothing for a text in which the classifier knows
 * nothing. A city has some 500 labels and is asked for three: ranking all of them took as long as scoring them.
 */
export function likeliestKnown(
  classifier: Classifier,
  text: Text,
  most: number,
  isWanted: (label: string) => boolean,
): Prediction[] {
  const scores = scoresOf(classifier, text)
  if (scores === null) return []
  const best: Prediction[] = []
  for (const [i, probability] of probabilitiesOf(scores, classifier.sharpness).entries()) {
    if (best.length === most && probability < (best[most - 1]?.probability ?? 0)) continue
    const label = classifier.labels[i] ?? ''
    if (!isWanted(label)) continue
    const one = { label, probability }
    const at = best.findIndex((other) => isBefore(one, other))
    best.splice(at < 0 ? best.length : at, 0, one)
    if (best.length > most) best.pop()
  }
  return best
}

const ranked = (labels: readonly string[], probabilities: ArrayLike<number>): Prediction[] =>
  labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)

/** How strongly the text speaks for each label, in the order of the labels; null where no feature is known. */
function scoresOf(classifier: Classifier, text: Text): Float64Array | null {
  const { rowOf, vocabulary, options, scales, biases, starts, weightLabels, weights } = classifier
  const sums = new Float64Array(classifier.labels.length)
  const weighing = { rowOf, rarity: vocabulary.rarity, titleWeight: options.titleWeight }
  const isKnown = weighBag(bagOf(text, options), weighing, (row, value) => {
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) {
      const label = weightLabels[at] ?? 0
      sums[label] = (sums[label] ?? 0) + value * (weights[at] ?? 0)
    }
  })
  return isKnown ? sums.map((sum, label) => sum * (scales[label] ?? 0) + (biases[label] ?? 0)) : null
}
