import type { ModelCard } from '#contract/model-card.ts'
import type { Instant } from '#domain/ids.ts'
import { type Label, labelSetHash } from '#language/category/label-set.ts'
import { readCategoryModel } from '#language/category/read-category-model.ts'
import { trainCategoryModel } from '#language/category/train-category-model.ts'
import type { Phrase } from '#language/category/training-examples.ts'
import { NO_ACCORD } from '#language/classify/accord.ts'
import { redact } from '#language/privacy/redact.ts'
import { compareModel, measureModel } from './model-measures.ts'
import type { TrainingOrder } from './training-order.ts'

export type TrainingStep = 'reading' | 'measuring' | 'learning' | 'whole'
/** What it is told: orders in heaps as they are read, then to begin. */
export type ToTraining =
  | { kind: 'orders'; orders: readonly TrainingOrder[] }
  | {
      kind: 'train'
      /** today's taxonomy, and all codes the city ever had (which a rival may know) */
      labels: readonly Label[]
      ever: readonly Label[]
      phrases: readonly Phrase[]
      rival: { number: number; until: string | null; file: Uint8Array } | null
    }
export type FromTraining =
  | { kind: 'step'; step: TrainingStep }
  | { kind: 'done'; file: Uint8Array; card: ModelCard }
  | { kind: 'fault'; message: string }

/** With fewer closed orders a held-back part says nothing; above, a fifth, which 5,000 measure well enough. */
const LEAST_TO_MEASURE = 100
const HELD_BACK_SHARE = 5
const HELD_BACK_MOST = 5000

const orders: TrainingOrder[] = []
const say = (message: FromTraining): void => void process.send?.(message)

/** Numbers, names and addresses of people are masked before anything is counted; the model holds hashes only. */
const masked = (order: TrainingOrder): TrainingOrder => ({
  ...order,
  title: redact(order.title),
  content: redact(order.content),
})

function train({ labels, ever, phrases, rival }: Extract<ToTraining, { kind: 'train' }>): void {
  const begun = performance.now()
  orders.sort((a, b) => (a.id < b.id ? -1 : 1))
  const held =
    orders.length < LEAST_TO_MEASURE ? 0 : Math.min(HELD_BACK_MOST, Math.floor(orders.length / HELD_BACK_SHARE))
  const [earlier, heldBack] = [orders.slice(0, orders.length - held), orders.slice(orders.length - held)]
  say({ kind: 'step', step: 'measuring' })
  const examined = held === 0 ? null : readCategoryModel(trainCategoryModel({ labels, phrases, orders: earlier }), ever)
  const figures = examined === null ? null : measureModel(examined, heldBack)
  const accord = examined?.classifier.accord ?? NO_ACCORD
  const compared =
    rival === null
      ? null
      : compareModel({ ...rival, model: readCategoryModel(new Uint8Array(rival.file), ever) }, heldBack, accord)
  say({ kind: 'step', step: 'learning' })
  const file = trainCategoryModel({ labels, phrases, orders })
  const card: ModelCard = {
    labelSet: labelSetHash(labels),
    scenes: readCategoryModel(file, ever).classifier.labels.length,
    learned: {
      orders: orders.length,
      corrected: orders.filter(({ corrected }) => corrected).length,
      phrases: phrases.length,
      from: (orders[0]?.at ?? null) as Instant | null,
      until: (orders.at(-1)?.at ?? null) as Instant | null,
    },
    seconds: Math.round((performance.now() - begun) / 10) / 100,
    figures,
    compared,
  }
  say({ kind: 'done', file, card })
}

// The house went away: nobody waits for the result.
process.on('disconnect', () => process.exit())
process.on('message', (message: ToTraining) => {
  try {
    if (message.kind === 'orders') orders.push(...message.orders.map(masked))
    else train(message)
  } catch (error) {
    say({ kind: 'fault', message: error instanceof Error ? error.message : String(error) })
  }
})
