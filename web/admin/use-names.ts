import { useMemo } from 'react'
import { useCity } from '../list/use-city.ts'
import type { Names } from './cell-words.ts'
import { useRowsInForce } from './use-calendars.ts'

/** Names of units, categories and places as they are in force. */
export function useNames(): Names {
  const city = useCity()
  const calendars = useRowsInForce('calendars')
  return useMemo(
    () => ({
      units: new Map((city?.units ?? []).map((one) => [one.id as string, one.name])),
      categories: new Map((city?.categories ?? []).map((one) => [one.code as string, one.name])),
      calendars: new Map((calendars ?? []).map((row) => [row.code ?? '', row.name ?? ''])),
      regions: new Map((city?.regions ?? []).map((one) => [one.code as string, one.name])),
      profiles: new Map((city?.slaProfiles ?? []).map((one) => [one.code, one.name])),
    }),
    [city, calendars],
  )
}
