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
