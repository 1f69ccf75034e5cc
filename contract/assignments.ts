import { z } from 'zod'
import { dueGroups } from '#domain/deadline/due-group.ts'
import { Duty } from '#domain/handling/next-duty.ts'
import { Instant, OrderId, UnitId } from '#domain/ids.ts'
import { AssignmentRole } from '#domain/order/event.ts'
import { AssignmentState } from '#domain/order/states.ts'
import { BULK_LIMIT, BulkReply } from './bulk.ts'
import { PoolCursor } from './desk.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderRow } from './views.ts'

/** 待办, 协办, 被退回重做, 已反馈, 我下派的, 首接负责 */
export const AssignmentTab = z.enum(['todo', 'co', 'sent-back', 'reported', 'handed-down', 'responsible'])
export type AssignmentTab = z.infer<typeof AssignmentTab>

/** `n` counts an order's assignments from 1: the second half of the assignment's id. */
export const AssignmentNumber = z.coerce.number().int().min(1).max(99)

const counted = z.object({ total: z.number().int(), open: z.number().int() })

/** What one unit owes on one order, as a line of its to-do list; no words of the citizen but the masked title. */
export const AssignmentRow = z.object({
  order: OrderRow,
  n: z.number().int(),
  unit: UnitId,
  unitName: z.string(),
  role: AssignmentRole,
  state: AssignmentState,
  dispatchedAt: Instant,
  /** the earliest of the unit's running limits: what the list is sorted by */
  due: Instant.nullable(),
  duty: z.object({ kind: Duty, due: Instant.nullable() }).nullable(),
  urgedAt: Instant.nullable().describe('the last time; how often stands in the order'),
  /** supplements since the caller last opened the order */
  supplementsNew: z.number().int(),
  /** handed down from this one, at any depth; `open` have not reported yet */
  subs: counted,
  /** the order's co-units */
  cos: counted,
  merged: z.number().int().describe('orders merged into this one'),
  /** the unit's own assignment that this one was handed down from; null in all tabs but `handed-down` */
  parent: z.number().int().nullable(),
})
export type AssignmentRow = z.infer<typeof AssignmentRow>

export const listAssignments = {
  method: 'GET',
  path: '/assignments',
  zh: '本单位待办',
  en: 'What the caller’s unit owes, by when it is due',
  query: z.object({
    tab: AssignmentTab.default('todo'),
    cursor: PoolCursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    now: Instant,
    assignments: z.array(AssignmentRow),
    next: z.string().nullable(),
    tabs: z.record(AssignmentTab, z.number().int()),
    groups: z.record(z.enum(dueGroups), z.number().int()).describe('of the tab asked for, all pages together'),
  }),
  refusals: [],
} as const satisfies Endpoint

export const signAssignments = {
  method: 'POST',
  path: '/assignments/sign',
  zh: '批量签收',
  en: 'Sign for many assignments, each for itself; one that is refused says who was faster and when',
  body: z.object({
    items: z
      .array(z.object({ orderId: OrderId, n: AssignmentNumber }))
      .min(1)
      .max(BULK_LIMIT)
      .refine((items) => new Set(items.map((item) => item.orderId)).size === items.length, 'each order once'),
  }),
  reply: BulkReply,
  refusals: [],
} as const satisfies Endpoint
