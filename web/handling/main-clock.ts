import type { ClockView } from '#contract/views.ts'

/** The unit's clock that runs out first on this assignment: what the head shows; stopped ones only where none runs. */
export function mainClock(clocks: readonly ClockView[], assignment: string): ClockView | undefined {
  const own = clocks.filter((clock) => clock.party === 'unit' && clock.assignment === assignment)
  const [first] = own.filter((clock) => clock.stoppedAt === null).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  return first ?? own.findLast((clock) => clock.code === 'C8' || clock.code === 'C5') ?? own.at(-1)
}

/** The promise to the citizen that stands behind it. */
export const citizensClock = (clocks: readonly ClockView[]): ClockView | undefined =>
  clocks.find((clock) => clock.party === 'citizen' && clock.code === 'C5')

/** Whether somebody has to come to the place, and whether they have. */
export function arrivalOf(clocks: readonly ClockView[], assignment: string): 'none' | 'owed' | 'done' {
  const clock = clocks.find((one) => one.assignment === assignment && one.code === 'C4')
  if (clock === undefined) return 'none'
  return clock.stoppedAt === null ? 'owed' : 'done'
}
