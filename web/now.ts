import { useSyncExternalStore } from 'react'

/**
 * The server's time, known from the `date` of its answers: a seat whose own clock is wrong still shows true deadlines.
 * Every minute everything that shows a clock is told.
 */
let ahead = 0
const hearers = new Set<() => void>()
let minute = Math.floor(Date.now() / 60_000)

export const serverNow = (): number => Date.now() + ahead

export function learnTime(dateHeader: string | null): void {
  const told = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
  // The header has whole seconds; less than two of difference says nothing.
  if (!Number.isNaN(told) && Math.abs(told - serverNow()) > 2000) ahead = told - Date.now()
}

setInterval(() => {
  const now = Math.floor(serverNow() / 60_000)
  if (now === minute) return
  minute = now
  for (const hear of hearers) hear()
}, 1000)

const listen = (hear: () => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

/** The time now in milliseconds, anew at every turn of the minute. */
export function useNow(): number {
  useSyncExternalStore(listen, () => minute)
  return serverNow()
}
