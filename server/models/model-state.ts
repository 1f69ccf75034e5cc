import type { City } from '#domain/city/city.ts'
import type { CategoryModel } from '#language/category/category-model.ts'
import type { ModelFaultKind } from '#language/classify/model-fault.ts'
import type { Trained } from './run-training.ts'

type ModelInForce = { number: number; model: CategoryModel }

/** An adopted model whose file could not be taken; the one adopted before it works on. */
export type RefusedModel = { number: number; kind: ModelFaultKind; reason: string; codes: readonly string[] }

/** Exchanged whole, like the city; a call under way keeps what it began with. */
export type ModelState = {
  /** the adoption that was looked at, and the city it was read with */
  adoption: number
  city: City | null
  inForce: ModelInForce | null
  refused: readonly RefusedModel[]
}

export const NO_MODEL: ModelState = { adoption: 0, city: null, inForce: null, refused: [] }

/** How an order and a signal remember what suggested. */
export const modelVersion = (inForce: ModelInForce | null): string =>
  inForce === null ? 'none' : `model-${inForce.number}`

type Begun = { ok: true; n: number; ended: Promise<TrainingEnd> } | { ok: false; refusal: 'already-training' }
export type TrainingEnd = { model: number; trained: Trained } | { fault: string }

/** Trains models beside the calls, one at a time whatever the process. */
export type Trainer = {
  /** `by`: who asked for it; the result is a draft */
  begin(by: string): Promise<Begun>
  /** ends what this process is training, before its database goes */
  stop(): Promise<void>
}
