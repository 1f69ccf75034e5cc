import type { SimilarOrder } from '#contract/seat.ts'
import { LIKELY } from '#domain/accept/rank-similar.ts'
import type { SeatForm } from './seat-form.ts'

/** The one that looks most like it, of those the seat has not said to be another matter. */
export const likest = (form: SeatForm, orders: readonly SimilarOrder[]): SimilarOrder | null =>
  orders.find(({ id }) => id === form.merge) ?? orders.find(({ id }) => !form.notSame.includes(id)) ?? null

/** Whoever submits past a likely one shall have seen it. */
export function unanswered(form: SeatForm, orders: readonly SimilarOrder[]): SimilarOrder | null {
  const one = likest(form, orders)
  return one !== null && one.score >= LIKELY && form.merge !== one.id && one.state !== 'answered' ? one : null
}
