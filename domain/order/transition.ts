import type { ClockCode, Role } from '../city/vocabulary.ts'
import type { EventKind } from './event.ts'

export type Who = Role | 'citizen' | 'system' | 'machine'

/**
 * One row of the state machine: domain.md §3.5 as data. `starts` and `stops` name clocks: of the whole order in an
 * order's row, of that assignment in an assignment's row. `as-before`: where it stood before the step it undoes. Numbers
 * not yet here (T16–T18, T26, T28, T29, T33, T34) are rows that later capabilities add; nothing else has to change for the fold, the guards, the docs and the tests.
 */
export type Transition<State extends string> = {
  id: `T${string}`
  event: EventKind
  from: readonly (State | 'none')[]
  to: State | 'as-before'
  actors: readonly Who[]
  guard: string
  starts?: readonly ClockCode[]
  stops?: readonly ClockCode[] | 'all'
}
