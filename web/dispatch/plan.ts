import { z } from 'zod'
import type { Candidate, UnitOffer } from '#contract/candidates.ts'
import type { OrderView } from '#contract/views.ts'
import type { DispatchChoice } from '#domain/order/event.ts'
import { nextOrderState } from '#domain/order/transitions.ts'
import type { DispatchWords } from './dispatch-words.ts'

const UnitPick = z.object({ unit: z.string(), name: z.string() })
export type UnitPick = z.infer<typeof UnitPick>

/** What a dispatcher is about to do with the open order; kept as a draft while they look at another. */
export const Plan = z.object({
  lead: UnitPick.nullable(),
  co: z.array(UnitPick),
  reason: z.string(),
  note: z.string(),
  /** on what ground a departmental matter goes to the grass roots all the same */
  exception: z.string().optional(),
})
export type Plan = z.infer<typeof Plan>

export const NO_PLAN: Plan = { lead: null, co: [], reason: '', note: '' }

const picked = ({ unit, name }: UnitPick): UnitPick => ({ unit, name })

type Offered = { choice: DispatchChoice; candidates: readonly Candidate[]; co: readonly UnitOffer[] }

/** As the rules propose it, where they do and the unit may have it. */
export function proposedPlan({ choice, candidates, co }: Offered): Plan {
  const lead = candidates.find(({ unit, refused }) => unit === choice.lead && refused === null) ?? null
  const free = co.filter(({ refused }) => refused === null).map(picked)
  return { ...NO_PLAN, lead: lead === null ? null : picked(lead), co: free }
}

/** Whoever leads is no co-unit of itself. */
export const withLead = (plan: Plan, lead: UnitPick): Plan => ({
  ...plan,
  lead: picked(lead),
  co: plan.co.filter(({ unit }) => unit !== lead.unit),
})

export const withCo = (plan: Plan, unit: UnitPick): Plan =>
  plan.lead?.unit === unit.unit || plan.co.some((co) => co.unit === unit.unit)
    ? plan
    : { ...plan, co: [...plan.co, picked(unit)] }

/** The rule `override-needs-reason`, asked before the server has to. */
export const needsReason = (plan: Plan, choice: DispatchChoice): boolean =>
  plan.lead !== null && plan.lead.unit !== choice.lead

export const mayDispatch = (state: OrderView['state']): boolean => nextOrderState[state]?.dispatched !== undefined
export const mayMerge = (state: OrderView['state']): boolean => nextOrderState[state]?.merged !== undefined
export const maySendBack = (state: OrderView['state']): boolean =>
  nextOrderState[state]?.['sent-back-to-seat'] !== undefined

/** Why it cannot go out now, in words; null: it can. */
export function whyNotSend(
  plan: Plan,
  choice: DispatchChoice,
  order: Pick<OrderView, 'state'>,
  stateName: string,
  words: DispatchWords,
): string | null {
  if (!mayDispatch(order.state)) return words.wrongState(stateName)
  if (plan.lead === null) return words.chooseFirst
  return needsReason(plan, choice) && plan.reason.trim() === '' ? words.reasonFirst : null
}

export const bodyOf = (plan: Plan, lead: UnitPick) => ({
  lead: lead.unit,
  co: plan.co.map(({ unit }) => unit),
  overrideReason: plan.reason.trim() === '' ? null : plan.reason.trim(),
  note: plan.note.trim() === '' ? null : plan.note.trim(),
  ...((plan.exception ?? '').trim() === '' ? {} : { exceptionGround: (plan.exception ?? '').trim() }),
})
