import { useMemo } from 'react'
import { cellWords, type Names } from '../admin/cell-words.ts'
import { useLanguage } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import type { SayCell } from './rule-filter.ts'

/** Names of what a rule's cells point to; whoever reads the catalogue may read these. */
export function useRuleNames(): Names {
  const city = useCity()
  return useMemo(
    () => ({
      units: new Map((city?.units ?? []).map((one) => [one.id as string, one.name])),
      categories: new Map((city?.categories ?? []).map((one) => [one.code as string, one.name])),
      regions: new Map((city?.regions ?? []).map((one) => [one.code as string, one.name])),
      profiles: new Map((city?.slaProfiles ?? []).map((one) => [one.code, one.name])),
      calendars: new Map(),
    }),
    [city],
  )
}

/** A rule's cell as a person says it. */
export function useSayCell(names: Names): SayCell {
  const language = useLanguage()
  return useMemo(
    () => (row, column) => cellWords('rules', column, row[column] ?? '', names, language),
    [names, language],
  )
}
