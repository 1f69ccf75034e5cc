import { type Label, scenesOf } from './label-set.ts'

/** A sentence as citizens say it, for a scene nobody has closed an order about yet. */
export type Phrase = { code: string; phrase: string }
/** A closed order with the category people left it with; `at`: when it came, for an evaluation in time order. */
export type LabelledOrder = { title: string; content: string; code: string; at: string }

export type TrainingData = {
  labels: readonly Label[]
  phrases: readonly Phrase[]
  orders: readonly LabelledOrder[]
}

/** `from`: names and keywords always teach, phrases and orders also examine when held back. */
export type Example = {
  kind: number
  title: string
  content: string
  weight: number
  from: 'words' | 'phrase' | 'order'
}

/** Scenes that are offered and of which anything is known, in the order of their codes. */
export const trainableCodes = (labels: readonly Label[]): string[] =>
  scenesOf(labels)
    .filter((label) => label.offered)
    .map((label) => label.code)
    .sort()

/** Closed scenes, items and codes the taxonomy does not have are left out: they can never be an answer. */
export function examplesFrom({ labels, phrases, orders }: TrainingData, codes: readonly string[]): Example[] {
  const kinds = new Map(codes.map((code, kind) => [code, kind]))
  const byCode = new Map(labels.map((label) => [label.code, label]))
  const one = (code: string, from: Example['from'], title: string, content: string, weight: number): Example[] => {
    const kind = kinds.get(code)
    return kind === undefined ? [] : [{ kind, title, content, weight, from }]
  }
  return [
    ...codes.flatMap((code) => {
      const label = byCode.get(code)
      return [label?.name ?? '', ...(label?.keywords ?? [])].flatMap((word) => one(code, 'words', '', word, 0.5))
    }),
    ...phrases.flatMap(({ code, phrase }) => one(code, 'phrase', '', phrase, 1)),
    ...orders.flatMap(({ code, title, content }) => one(code, 'order', title, content, 1)),
  ]
}
