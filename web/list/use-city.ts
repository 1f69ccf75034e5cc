import { getCity } from '#contract/city.ts'
import { useApi } from '../use-api.ts'

/** Names of units, categories and places; they change a few times a year, so a visit asks once. */
export function useCity() {
  return useApi(getCity, {}, { staleTime: 600_000 }).data
}
