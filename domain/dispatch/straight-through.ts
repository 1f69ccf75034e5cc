import { z } from 'zod'
import type { StraightThroughPolicy } from '../city/straight-through-policy.ts'
import type { DispatchChoice } from '../order/event.ts'
import type { Order } from '../order/order.ts'
import { agreedRule, type Recommended } from './recommend.ts'

/**
 * What must hold before the platform dispatches by itself (domain.md §5.3), in the order in which a person would ask.
 * Only `not-urgent`, `category-allowed` and `no-proposed-merge` can be switched off, and bounds set: the rest always asks.
 */
export const StraightCondition = z.enum([
  'first-dispatch',
  'free',
  'not-confidential',
  'not-complex',
  'not-urgent',
  'category-allowed',
  'no-proposed-merge',
  'not-for-grid',
  'sure-category',
  'rule-agrees',
  'ordinary-handling',
  'dispatch-allowed',
  'score',
  'known-scene',
  'few-returns',
])
export type StraightCondition = z.infer<typeof StraightCondition>

/** One condition as it was found; numbers where it compares two. */
export const CheckedCondition = z.object({
  condition: StraightCondition,
  held: z.boolean(),
  found: z.number().nullable(),
  asked: z.number().nullable(),
})
export type CheckedCondition = z.infer<typeof CheckedCondition>

type StraightGround = {
  choice: DispatchChoice
  best: Recommended | undefined
  /** a person has taken the order up */
  claimed: boolean
  /** no guard of dispatch itself refuses it */
  allowed: boolean
  /** it may go to a grid worker by itself, who comes before any department (domain.md §5.8) */
  grid: boolean
}

const covers = (codes: readonly string[], category: string): boolean => codes.some((code) => category.startsWith(code))

/** How sure the machine was of the category the order has now; null: it read another, or a person set it since. */
export function categoryConfidence({
  classification,
  request,
}: Pick<Order, 'classification' | 'request'>): number | null {
  if (classification === null || request.category === null || classification.proposed !== request.category) return null
  return classification.confidence
}

/** Every condition with what was found, whether it held or not: the record of a decision, told on the order's page. */
export function checkStraight(
  order: Pick<Order, 'request' | 'classification' | 'assignments' | 'suggestedMaster' | 'undone'>,
  { choice, best, claimed, allowed, grid }: StraightGround,
  policy: StraightThroughPolicy,
): CheckedCondition[] {
  const { request } = order
  const category = request.category ?? ''
  const sure = categoryConfidence(order)
  const { kept, wrong } = best?.record ?? { kept: 0, wrong: 0 }
  const settled = kept + wrong
  const returns = settled === 0 ? null : wrong / settled
  const { only, never } = policy.categories
  const named = category !== '' && (only.length === 0 || covers(only, category)) && !covers(never, category)
  const plain = (condition: StraightCondition, held: boolean): CheckedCondition => ({
    condition,
    held,
    found: null,
    asked: null,
  })
  const least = (condition: StraightCondition, found: number | null, asked: number): CheckedCondition => ({
    condition,
    held: found !== null && found >= asked,
    found,
    asked,
  })
  return [
    plain('first-dispatch', order.assignments.length === 0),
    plain('free', !claimed),
    plain('not-confidential', request.confidential === 'none'),
    plain('not-complex', request.kind !== 'complex'),
    plain(
      'not-urgent',
      policy.urgent || (request.urgency === 'normal' && request.kind !== 'urgent' && !request.hazard),
    ),
    plain('category-allowed', named),
    plain('no-proposed-merge', policy.proposedMerge || order.suggestedMaster === null),
    plain('not-for-grid', !grid),
    least('sure-category', sure, policy.minConfidence),
    plain('rule-agrees', agreedRule(choice, best) !== null),
    plain('ordinary-handling', choice.handling === 'dispatch'),
    plain('dispatch-allowed', allowed),
    least('score', best?.score ?? null, policy.minScore),
    least('known-scene', settled, policy.minCases),
    {
      condition: 'few-returns',
      held: returns !== null && returns <= policy.maxReturnRate,
      found: returns,
      asked: policy.maxReturnRate,
    },
  ]
}

export const mayGoStraight = (checked: readonly CheckedCondition[]): boolean => checked.every(({ held }) => held)
