import { accordOf, labelsRight, NO_ACCORD } from './accord.ts'
import { type Bag, bagsOf } from './bag.ts'
import { calibrate } from './calibrate.ts'
import type { Classifier } from './classifier.ts'
import type { Text } from './features.ts'
import { type Learned, type Lessons, learn } from './learn.ts'
import type { Kin } from './learn-shares.ts'
import type { Judged } from './probability.ts'
import { sparseWeights } from './quantise.ts'
import { dealtOut, type Rehearsal } from './rehearsal.ts'
import { weighBag } from './rows.ts'
import { THOROUGH, type TrainingSettings } from './settings.ts'

/**
 * A text whose label a person gave, and how much it counts beside others (1 unless said). Where only words are left of a
 * text, `content` is the words with spaces between.
 */
export type Example = Text & { label: string; weight?: number }

/**
 * What may be known besides. `unlabelled`: texts that tell how rare a word is. `labels`: all there are, in their order;
 * else those of the examples. `kin`: which labels lie together. `rehearsals`: how it is calibrated, and by how much
 * `sharper` it is than these say; else by the settings' folds. `byPeople`: numbers of examples that people labelled
 * independently of each other, which tells how far labels can be trusted.
 */
type Besides = {
  unlabelled?: readonly Text[]
  labels?: readonly string[]
  labelSet?: string
  kin?: readonly Kin[]
  rehearsals?: readonly Rehearsal[]
  sharper?: number
  byPeople?: Int32Array
}

/**
 * Learns a classifier from examples, calibrated on parts that were held back. The same texts in the same order with the
 * same settings give the same classifier, to the byte. Throws a RangeError when there is nothing to tell apart.
 */
export function trainClassifier(
  examples: readonly Example[],
  settings: TrainingSettings = THOROUGH,
  besides: Besides = {},
): Classifier {
  const labels = besides.labels ?? [...new Set(examples.map(({ label }) => label))].sort()
  if (labels.length < (settings.learner === 'planes' ? 2 : 1))
    throw new RangeError('a classifier needs examples of at least two labels')
  const { features } = settings
  const numbers = new Map(labels.map((label, i) => [label, i]))
  const lessons: Lessons = {
    bags: bagsOf(examples, features),
    rights: Uint16Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    importance: Float32Array.from(examples, ({ weight }) => weight ?? 1),
    labels: labels.length,
    kin: besides.kin ?? [],
    others: bagsOf(besides.unlabelled ?? [], features),
  }
  const { vocabulary, rowOf, table } = learn(lessons, settings)
  const weighing = { rowOf, rarity: vocabulary.rarity, titleWeight: features.titleWeight }
  const accord =
    besides.byPeople === undefined
      ? NO_ACCORD
      : accordOf(only(lessons.bags, besides.byPeople), only(lessons.rights, besides.byPeople), weighing)
  const rehearsals = besides.rehearsals ?? dealtOut(lessons.rights, settings.folds)
  const judged = rehearsals.map((rehearsal) => rehearsed(lessons, rehearsal, settings))
  return {
    labels,
    labelSet: besides.labelSet ?? '',
    options: features,
    vocabulary,
    rowOf,
    ...sparseWeights(table, settings.least),
    shares: sharesOf(lessons),
    accord,
    ...calibrate(
      judged.flatMap(({ examined }) => examined),
      {
        again: judged.flatMap(({ again }) => again),
        sharper: besides.sharper ?? 1,
        labelsRight: labelsRight(accord),
      },
    ),
  }
}

/** The entries with these numbers. */
const only = <Entry>(all: ArrayLike<Entry>, numbers: Int32Array): Entry[] =>
  Array.from(numbers, (i) => all[i]).filter((entry) => entry !== undefined)

function sharesOf({ labels, rights }: Lessons): Float32Array {
  const shares = new Float32Array(labels)
  for (const right of rights) shares[right] = (shares[right] ?? 0) + 1
  return shares.map((count) => count / rights.length)
}

/** What a model of the taught texts alone says of the others, and of some that it was taught. */
function rehearsed(lessons: Lessons, { taught, examined, again }: Rehearsal, settings: TrainingSettings) {
  const part: Lessons = {
    ...lessons,
    bags: only(lessons.bags, taught),
    rights: Uint16Array.from(only(lessons.rights, taught)),
    importance: Float32Array.from(only(lessons.importance, taught)),
  }
  const learned = learn(part, settings)
  const judge = (i: number): Judged[] => {
    const bag = lessons.bags[i]
    const scores = bag === undefined ? null : scoresBy(learned, bag, settings)
    return scores === null ? [] : [{ scores, right: lessons.rights[i] ?? 0 }]
  }
  return { examined: Array.from(examined).flatMap(judge), again: Array.from(again ?? []).flatMap(judge) }
}

function scoresBy({ vocabulary, rowOf, table }: Learned, bag: Bag, { features }: TrainingSettings) {
  const { weights, biases, labels } = table
  const scores = Float64Array.from(biases)
  const weighing = { rowOf, rarity: vocabulary.rarity, titleWeight: features.titleWeight }
  const isKnown = weighBag(bag, weighing, (row, value) => {
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[row * labels + label] ?? 0)
  })
  return isKnown ? scores : null
}
