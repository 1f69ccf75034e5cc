import type { EventKind } from './event.ts'
import { type AssignmentState, LIVE, OPEN, type OrderState } from './states.ts'
import type { Transition, Who } from './transition.ts'

const DISPATCH: readonly Who[] = ['dispatcher', 'dispatch-lead']
const CALLS: readonly Who[] = ['callback-agent', 'shift-lead']

/** 并案与拆案 (domain.md §5.6): one master, many callers; each hears the answer and is called by himself. */
export const orderMerges: readonly Transition<OrderState>[] = [
  {
    id: 'T08',
    event: 'merged',
    from: ['pending-dispatch'],
    to: 'merged',
    actors: DISPATCH,
    guard: 'the master is another open order, itself not merged; neither is confidential',
    stops: 'all',
  },
  {
    id: 'T08',
    event: 'unmerged',
    from: ['merged', 'pending-callback', 'closed'],
    to: 'pending-dispatch',
    actors: [...DISPATCH, ...CALLS, 'quality-checker'],
    guard:
      'a reason; while the master is open, or this caller’s own callback or reopening finds another matter; promises count on from receipt, unless they were kept by then',
    stops: ['C7'],
    starts: ['C1'],
  },
  {
    id: 'T22',
    event: 'master-answered',
    from: ['merged'],
    to: 'pending-callback',
    actors: ['reviewer', 'shift-lead', ...DISPATCH],
    guard:
      'with the master’s approved reply, or when merged into one that is answered: each caller is told and called back',
    starts: ['C7'],
  },
  {
    id: 'T24',
    event: 'returned-to-master',
    from: ['pending-callback', 'closed'],
    to: 'merged',
    actors: [...CALLS, 'quality-checker'],
    guard: 'the master is done again, on this caller’s word or another’s; closed, on this caller’s own reopening only',
    stops: ['C7'],
  },
]

/** Records of a matter that several speak of, and of a unit's end. */
export const mergeRecords: readonly { event: EventKind; in: readonly OrderState[]; actors: readonly Who[] }[] = [
  { event: 'took-in', in: OPEN, actors: DISPATCH },
  { event: 'let-go', in: [...OPEN, 'closed'], actors: [...DISPATCH, ...CALLS] },
  {
    event: 'repeat-linked',
    in: ['pending-review', 'pending-dispatch'],
    actors: ['agent', 'shift-lead', 'reviewer', ...DISPATCH],
  },
  { event: 'alert-raised', in: OPEN, actors: ['system', ...DISPATCH] },
  { event: 'opinion-filed', in: ['in-adjudication'], actors: ['liaison', 'unit-leader'] },
  { event: 'handed-over', in: OPEN, actors: ['administrator'] },
]

export const handOverRecord: { event: EventKind; in: readonly AssignmentState[]; actors: readonly Who[] } = {
  event: 'handed-over',
  in: LIVE,
  actors: ['administrator'],
}
