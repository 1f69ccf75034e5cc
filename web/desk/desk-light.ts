import type { Light } from '#domain/city/vocabulary.ts'

type Waiting = { light: Light; deskSince: string | null; deskDue: string | null }

/** The shape before a row: the order's own light, or how little is left of this desk's limit, whichever is worse. */
export function deskLight(row: Waiting, now: number): Light {
  if (row.deskSince === null || row.deskDue === null || row.light === 'red') return row.light
  const [since, due] = [Date.parse(row.deskSince), Date.parse(row.deskDue)]
  if (now >= due) return 'red'
  // Three quarters of the limit are gone: the second mark of every meter.
  return (now - since) / Math.max(1, due - since) >= 0.75 ? 'yellow' : row.light
}

/** Whether the shape tells of the desk's own limit: then it says so, and not the word of a light the city did not give. */
export const limitSpeaks = (row: Waiting, now: number): 'near' | 'over' | null => {
  const light = deskLight(row, now)
  if (light === row.light) return null
  return light === 'red' ? 'over' : 'near'
}
