import type { EventKind } from './event.ts'

/** The steps a citizen is shown on their own page; all others are the city's own business (domain.md §3.5 rule (c)). */
export const publicEvents: ReadonlySet<EventKind> = new Set<EventKind>([
  'submitted',
  'submitted-for-review',
  'answered',
  'dispatched',
  'contacted',
  'reply-approved',
  'closed',
  'rework-ordered',
  'reopened',
  'supplemented',
  'urged',
  'withdrawn',
  'merged',
  'unmerged',
  'master-answered',
  'returned-to-master',
])
