import { useMemo } from 'react'
import { getCityVersion, listCityVersions } from '#contract/city-versions.ts'
import type { CityPart } from '#domain/city/part.ts'
import type { WorkCalendar } from '#domain/deadline/calendar.ts'
import { buildCalendars } from '#domain/deadline/calendar-file.ts'
import { useApi } from '../use-api.ts'

export function useRowsInForce(part: CityPart) {
  const listed = useApi(listCityVersions, { params: { part } }, { staleTime: 60_000 })
  const id = listed.data?.versions.find((version) => version.inForce)?.id
  return useApi(getCityVersion, { params: { part, id: id ?? 0 } }, { enabled: id !== undefined, staleTime: 60_000 })
    .data?.content
}

/** The working calendars as the server reckons with them, from the same tables by the same code. */
export function useCalendars(): ReadonlyMap<string, WorkCalendar> | null {
  const [calendars, holidays] = [useRowsInForce('calendars'), useRowsInForce('holidays')]
  return useMemo(
    () => (calendars === undefined || holidays === undefined ? null : buildCalendars(calendars, holidays)),
    [calendars, holidays],
  )
}
