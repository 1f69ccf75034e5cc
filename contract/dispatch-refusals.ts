/** What may be wrong with the units named for an order. */
export const unitRefusals = ['unknown-unit', 'not-a-handling-unit', 'unit-closed', 'unit-named-twice'] as const

/** Dispatching says no for the same reasons the first time and when an undone dispatch goes elsewhere. */
export const dispatchRefusals = [
  'wrong-state',
  ...unitRefusals,
  'override-needs-reason',
  'unit-already-returned-it',
  'departmental-matter',
] as const

/** Merging says no for the same reasons to one order and to each of many. */
export const mergeRefusals = [
  'wrong-state',
  'already-merged',
  'confidential-not-merged',
  'master-not-open',
  'master-is-merged',
  'master-is-itself',
  'order-has-merged-orders',
  'unknown-master',
] as const
