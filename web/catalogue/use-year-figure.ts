import { ruleChanges } from '#contract/catalogue.ts'
import { dayOf, instantOf } from '#domain/ids.ts'
import { useNow } from '../now.ts'
import { useApi } from '../use-api.ts'

/** 全年修正派单规则 N 项: this year's so far; null while it is being counted. */
export function useYearFigure(): { year: string; count: number | null } {
  const today = dayOf(instantOf(useNow()))
  const year = today.slice(0, 4)
  const { data } = useApi(
    ruleChanges,
    { query: { from: `${year}-01-01`, to: today, limit: 1 } as never },
    { staleTime: 60_000 },
  )
  return { year, count: data?.count ?? null }
}
