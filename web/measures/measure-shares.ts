import type { DispatchCounts } from '#contract/dispatch-measures.ts'
import { FEW } from '../board/change.ts'
import type { MeasureColumn } from './measures-search.ts'

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of)

/** 派单准确率 */
export const accuracyOf = (c: DispatchCounts): number | null => share(c.dispatched - c.wrong, c.dispatched)
/** 退单率: of assignments */
export const returnRateOf = (c: DispatchCounts): number | null => share(c.returns, c.assigned)
/** 有效退单率: low, units give back what is theirs; high, dispatch is wrong */
export const validReturnsOf = (c: DispatchCounts): number | null => share(c.approved, c.returns)
/** 流转次数 */
export const unitsPerOrder = (c: DispatchCounts): number | null => share(c.units, c.dispatched)
export const straightShare = (c: DispatchCounts): number | null => share(c.straight, c.dispatched)

/** A percentage of few cases says more than is known. */
export const percent = (value: number | null, of: number): string =>
  value === null || of < FEW ? '–' : `${(value * 100).toFixed(1)} %`

/** By what a column orders its rows; the worst or most first. */
export const weightOf: Readonly<Record<MeasureColumn, (c: DispatchCounts) => number>> = {
  dispatched: (c) => c.dispatched,
  accuracy: (c) => (c.dispatched < FEW ? -1 : 1 - (accuracyOf(c) ?? 1)),
  wrong: (c) => c.wrong,
  returns: (c) => c.returns,
  unclear: (c) => c.unclear,
  moved: (c) => c.moved,
  time: (c) => c.median ?? -1,
  hanging: (c) => c.hanging,
  straight: (c) => c.straight,
  overridden: (c) => c.overridden,
}
