import type { ClockView } from '#contract/views.ts'

/** What is owed next: the running clock that ends first, and the answer to the citizen if that is another one. */
export function nextDuties(clocks: readonly ClockView[]): ClockView[] {
  const running = clocks.filter((clock) => clock.stoppedAt === null)
  const soonest = running.toSorted((a, b) => a.due.localeCompare(b.due))
  // The citizen's promise and the unit's own clock of the same step are one duty; the citizen's says it.
  const first = soonest.find((clock) => clock.party !== 'citizen' || clock.code !== 'C5') ?? soonest[0]
  const promise = running.find((clock) => clock.id === 'citizen-C5')
  const both = [promise, first?.code === 'C5' ? undefined : first]
  return both.filter((clock) => clock !== undefined).filter((clock, i, all) => all.indexOf(clock) === i)
}
