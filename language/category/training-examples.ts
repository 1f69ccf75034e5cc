import type { Example } from '../classify/train.ts'
import { type Label, scenesOf } from './label-set.ts'

/** A sentence as citizens say it, for a scene nobody has closed an order about yet. */
export type Phrase = { code: string; phrase: string }
/**
 * A closed order with the category people left it with. `at`: when it came, for an evaluation in time order;
 * `corrected`: people set another category than was suggested, so it teaches twice.
 */
export type LabelledOrder = { title: string; content: string; code: string; at: string; corrected?: boolean }

export type TrainingData = {
  labels: readonly Label[]
  phrases: readonly Phrase[]
  orders: readonly LabelledOrder[]
}

/** Names and keywords always teach, phrases and orders also examine when held back. */
type Origin = 'words' | 'phrase' | 'order'
export type TaughtExample = Example & { weight: number; from: Origin; at: string }

/** The newest orders of a scene; more of the same say little more and cost time. */
const MOST_ORDERS = 150
/** From so many orders of a scene on, what people really said begins to outweigh what somebody thought they would say. */
const ENOUGH_ORDERS = 20
const LEAST_WEIGHT = 0.25

/** Scenes that are offered, in the order of their codes. */
export const trainableCodes = (labels: readonly Label[]): string[] =>
  scenesOf(labels)
    .filter((label) => label.offered)
    .map((label) => label.code)
    .sort()

/** Closed scenes, items and codes the taxonomy does not have are left out: they can never be an answer. */
export function examplesFrom({ labels, phrases, orders }: TrainingData, codes: readonly string[]): TaughtExample[] {
  const known = new Set(codes)
  const ordersOf = newestByCode(orders.filter(({ code }) => known.has(code)))
  const weightOf = (code: string) =>
    Math.max(LEAST_WEIGHT, Math.min(1, ENOUGH_ORDERS / (ordersOf.get(code)?.length ?? 1)))
  const example = (label: string, from: Origin, rest: Partial<TaughtExample>): TaughtExample[] =>
    known.has(label) ? [{ label, title: '', content: '', weight: weightOf(label), from, at: '', ...rest }] : []
  const byCode = new Map(labels.map((label) => [label.code, label]))
  return [
    ...codes.flatMap((code) => {
      const { name = '', keywords = [] } = byCode.get(code) ?? {}
      return [name, ...keywords].flatMap((content) => example(code, 'words', { content }))
    }),
    ...phrases.flatMap(({ code, phrase }) => example(code, 'phrase', { content: phrase })),
    ...[...ordersOf.values()]
      .flat()
      .flatMap(({ code, title, content, at, corrected }) =>
        example(code, 'order', { title, content, at, weight: corrected === true ? 2 : 1 }),
      ),
  ]
}

function newestByCode(orders: readonly LabelledOrder[]): Map<string, LabelledOrder[]> {
  const byCode = new Map<string, LabelledOrder[]>()
  for (const order of orders) {
    const own = byCode.get(order.code)
    if (own === undefined) byCode.set(order.code, [order])
    else own.push(order)
  }
  for (const [code, own] of byCode)
    if (own.length > MOST_ORDERS)
      byCode.set(code, own.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-MOST_ORDERS))
  return byCode
}
