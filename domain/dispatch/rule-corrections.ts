/**
 * 修正: a rule that sends a matter elsewhere, gives it other helpers or limits, or speaks of another class, and one that
 * begins or ends (domain.md §5.5). A better worded basis or another keeper is none.
 */
const COUNTED: readonly string[] = ['lead', 'co', 'profile', 'category', 'active']

export const countsAsCorrection = (columns: readonly string[]): boolean =>
  columns.some((column) => COUNTED.includes(column))
