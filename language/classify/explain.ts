import type { FieldSpan } from '../text/span.ts'
import { wordsOf } from '../text/words.ts'
import { bagOf } from './bag.ts'
import type { Classifier } from './classifier.ts'
import { type Field, type Text, visitFeatures } from './features.ts'
import { weighBag } from './rows.ts'

/** A stretch of a text that speaks for a label; `weight` is its share of all that speaks for it, 0 … 1. */
export type Reason = FieldSpan & { text: string; weight: number }

/** More of a content is not looked at: an explanation is for a reader. */
const READ = 2000
/** What makes a stretch worth naming: this share of the strongest one's weight. */
const TELLING = 0.3

/**
 * For each of the labels the words that speak for it, strongest first, at most `most`: the weight of every feature lies
 * evenly on the characters it covers, a word has what lies on its characters, and neighbours that both speak for the
 * label are one stretch of at most 12 characters. A word that occurs several times is named once, where it weighs most.
 * Spans are in UTF-16 units of the given title and content. Empty when nothing speaks for a label or it is unknown.
 */
export function explain(classifier: Classifier, text: Text, labels: readonly string[], most = 5): Reason[][] {
  const words: Record<Field, readonly string[]> = {
    title: wordsOf(text.title.slice(0, READ)),
    content: wordsOf(text.content.slice(0, READ)),
  }
  return heatsOf(classifier, text, labels).map((heat) => {
    const reasons = (['title', 'content'] as const).flatMap((field) => reasonsIn(words[field], field, heat[field]))
    const total = reasons.reduce((sum, { weight }) => sum + weight, 0)
    const strongest = reasons.reduce((highest, { weight }) => Math.max(highest, weight), 0)
    const named = new Map<string, Reason>()
    for (const reason of reasons.sort((a, b) => b.weight - a.weight))
      if (reason.weight > TELLING * strongest && !named.has(reason.text))
        named.set(reason.text, { ...reason, weight: reason.weight / total })
    return [...named.values()].slice(0, most)
  })
}

type Heat = Record<Field, Float64Array>

/** For each label and each unit of both texts what lies on it, against the mean of all labels. */
function heatsOf(classifier: Classifier, text: Text, labels: readonly string[]): Heat[] {
  const { rowOf, vocabulary, options } = classifier
  const numbers = labels.map((label) => classifier.labels.indexOf(label))
  const heats = labels.map(
    (): Heat => ({ title: new Float64Array(text.title.length), content: new Float64Array(text.content.length) }),
  )
  const slots = new Int16Array(classifier.labels.length).fill(-1)
  numbers.forEach((number, i) => {
    if (number >= 0) slots[number] = i
  })
  const leads = new Map<number, Float64Array>()
  const weighing = { rowOf, rarity: vocabulary.rarity, titleWeight: options.titleWeight }
  weighBag(bagOf(text, options), weighing, (row, value) =>
    leads.set(
      row,
      leadsOf(classifier, row, numbers, slots).map((lead) => lead * value),
    ),
  )
  visitFeatures(text, options, (_part, field, { at }) => (bucket, from, to) => {
    const [begin, end] = [at[from] ?? 0, at[to] ?? 0]
    const lead = leads.get(rowOf[bucket] ?? -1)
    for (const [i, heat] of heats.entries()) {
      const each = (lead?.[i] ?? 0) / (end - begin)
      const units = heat[field]
      for (let unit = begin; unit < end; unit++) units[unit] = (units[unit] ?? 0) + each
    }
  })
  return heats
}

/** How much more a feature speaks for each of the labels than for labels on the whole; nothing for an unknown one. */
function leadsOf(classifier: Classifier, row: number, numbers: readonly number[], slots: Int16Array): Float64Array {
  const { starts, weightLabels, weights, scales, labels } = classifier
  const own = new Float64Array(numbers.length)
  let all = 0
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
    const label = weightLabels[at] ?? 0
    const weight = (weights[at] ?? 0) * (scales[label] ?? 0)
    all += weight
    const slot = slots[label] ?? -1
    if (slot >= 0) own[slot] = weight
  }
  return own.map((weight, i) => ((numbers[i] ?? -1) < 0 ? 0 : weight - all / labels.length))
}

const LONGEST = 12
const HAS_WORD = /[\p{L}\p{N}]/u

function reasonsIn(words: readonly string[], field: Field, heat: Float64Array): Reason[] {
  const reasons: Reason[] = []
  let from = 0
  for (const word of words) {
    const to = from + word.length
    let weight = 0
    for (let i = from; i < to; i++) weight += heat[i] ?? 0
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
