import type { FieldSpan } from '../text/span.ts'
import { wordsOf } from '../text/words.ts'
import { bagReader } from './bag.ts'
import type { Classifier } from './classifier.ts'
import { type Field, type Text, visitFeatures } from './features.ts'
import { weighBag } from './rows.ts'

/** A stretch of a text that speaks for a label; `weight` is its share of all that speaks for it, 0 … 1. */
export type Reason = FieldSpan & { text: string; weight: number }

/** More of a content is not looked at: an explanation is for a reader. */
const READ = 2000

/**
 * The words that speak for a label, strongest first, at most `most`: the weight of every feature lies evenly on the
 * characters it covers, a word has what lies on its characters, and neighbours that both speak for the label are one
 * stretch of at most 12 characters. A word that occurs several times is named once, where it weighs most. Spans are in
 * UTF-16 units of the given title and content. Empty when nothing speaks for the label or the label is unknown.
 */
export function explain(classifier: Classifier, text: Text, label: string, most = 5): Reason[] {
  const number = classifier.labels.indexOf(label)
  if (number < 0) return []
  const heat = heatOf(classifier, text, number)
  const reasons = [...reasonsIn(text, 'title', heat), ...reasonsIn(text, 'content', heat)]
  const total = reasons.reduce((sum, { weight }) => sum + weight, 0)
  const named = new Map<string, Reason>()
  for (const reason of reasons.sort((a, b) => b.weight - a.weight))
    if (!named.has(reason.text)) named.set(reason.text, { ...reason, weight: reason.weight / total })
  return [...named.values()].slice(0, most)
}

type Heat = Record<Field, Float64Array>

/** For each unit of both texts what lies on it for the label, against the mean of all labels. */
function heatOf(classifier: Classifier, text: Text, number: number): Heat {
  const { rowOf, vocabulary, options } = classifier
  const heat: Heat = { title: new Float64Array(text.title.length), content: new Float64Array(text.content.length) }
  const eachOf = new Map<number, number>()
  weighBag(
    bagReader(options)(text),
    { rowOf, rarity: vocabulary.rarity, titleWeight: options.titleWeight },
    (row, value) => eachOf.set(row, leadOf(classifier, row, number) * value),
  )
  visitFeatures(text, options, (_part, field, { at }) => (bucket, from, to) => {
    const [begin, end] = [at[from] ?? 0, at[to] ?? 0]
    const each = (eachOf.get(rowOf[bucket] ?? -1) ?? 0) / (end - begin)
    const units = heat[field]
    for (let i = begin; i < end; i++) units[i] = (units[i] ?? 0) + each
  })
  return heat
}

/** How much more a feature speaks for the label than for labels on the whole. */
function leadOf({ starts, weightLabels, weights, scales, labels }: Classifier, row: number, number: number): number {
  let own = 0
  let all = 0
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
    const label = weightLabels[at] ?? 0
    const weight = (weights[at] ?? 0) * (scales[label] ?? 0)
    all += weight
    if (label === number) own = weight
  }
  return own - all / labels.length
}

const LONGEST = 12
const HAS_WORD = /[\p{L}\p{N}]/u

function reasonsIn(text: Text, field: Field, heat: Heat): Reason[] {
  const reasons: Reason[] = []
  const source = text[field].slice(0, READ)
  let from = 0
  for (const word of wordsOf(source)) {
    const to = from + word.length
    let weight = 0
    for (let i = from; i < to; i++) weight += heat[field][i] ?? 0
    if (weight > 0 && HAS_WORD.test(word)) join(reasons, { field, from, to, text: word, weight })
    from = to
  }
  return reasons.filter((reason) => reason.text.length > 1)
}

/** Puts a word to the stretch it continues, or begins one. */
function join(reasons: Reason[], next: Reason): void {
  const last = reasons.at(-1)
  const continues = last !== undefined && last.to === next.from && last.text.length + next.text.length <= LONGEST
  if (!continues) {
    reasons.push(next)
    return
  }
  last.to = next.to
  last.text += next.text
  last.weight += next.weight
}
