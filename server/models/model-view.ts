import { ModelCard } from '#contract/model-card.ts'
import type { ModelView, TrainingView } from '#contract/models.ts'
import type { ListedModel } from '#db/category-models.ts'
import type { TrainingRow } from '#db/category-trainings.ts'
import type { Instant } from '#domain/ids.ts'
import { labelSetHash } from '#language/category/label-set.ts'
import type { House } from '../shell.ts'
import { labelsOf } from './city-labels.ts'
import { DEAD_AFTER_MS } from './trainer.ts'

type Seen = Pick<House, 'city' | 'models'>

function stateOf({ models }: Seen, row: ListedModel): ModelView['state'] {
  if (models.inForce?.number === row.number) return 'in-force'
  if (models.refused.some(({ number }) => number === row.number)) return 'refused'
  return row.adoptions === 0 ? 'draft' : 'retired'
}

export const modelView = (seen: Seen, row: ListedModel, labelSet = labelSetHash(labelsOf(seen.city))): ModelView => ({
  number: row.number,
  origin: row.origin,
  state: stateOf(seen, row),
  madeBy: row.made_by_name,
  madeAt: row.made_at,
  bytes: row.bytes,
  adoptions: row.adoptions,
  adoptedBy: row.adopted_by_name,
  adoptedAt: row.adopted_at,
  note: row.note,
  sameLabels: row.label_set === labelSet,
  card: ModelCard.parse(row.card),
})

function trainingState(row: TrainingRow, now: Instant): TrainingView['state'] {
  if (row.ended_at !== null) return row.fault === null ? 'done' : 'failed'
  return Date.parse(now) - Date.parse(row.beat_at) > DEAD_AFTER_MS ? 'cut-off' : 'running'
}

export const trainingView = (row: TrainingRow, now: Instant): TrainingView => ({
  n: row.n,
  state: trainingState(row, now),
  step: row.step,
  done: row.done,
  of: row.of,
  begunBy: row.begun_by_name,
  begunAt: row.begun_at,
  endedAt: row.ended_at,
  model: row.model,
  fault: row.fault,
})
