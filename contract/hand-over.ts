import { z } from 'zod'
import { Instant, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { RowNumber } from './row-number.ts'

/** 撤并交接: every operation that moved what a dissolved unit had open, newest first. */
export const HandOverView = z.object({
  id: z.number().int(),
  from: UnitId,
  fromName: z.string(),
  to: UnitId,
  toName: z.string(),
  at: Instant,
  by: z.string(),
  reason: z.string(),
  orders: z.number().int(),
  assignments: z.number().int(),
  undoneAt: Instant.nullable(),
})
export type HandOverView = z.infer<typeof HandOverView>

export const listHandOvers = {
  method: 'GET',
  path: '/hand-overs',
  zh: '撤并交接记录',
  en: 'What dissolved units handed over, to whom and when',
  reply: z.object({ handOvers: z.array(HandOverView) }),
  refusals: [],
} as const satisfies Endpoint

export const undoHandOver = {
  method: 'POST',
  path: '/hand-overs/:handOverId/undo',
  zh: '撤回交接',
  en: 'Give back what one hand-over moved and is still open; the unit must be open again',
  params: z.object({ handOverId: RowNumber }),
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  reply: HandOverView,
  refusals: ['hand-over-undone', 'unit-closed'],
} as const satisfies Endpoint
