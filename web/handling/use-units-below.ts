import { useMemo } from 'react'
import { getCity } from '#contract/city.ts'
import type { UnitId } from '#domain/ids.ts'
import { useMe } from '../session/use-me.ts'
import { useApi } from '../use-api.ts'

export type UnitBelow = { id: UnitId; name: string; initials: string }

/** The units below one's own that are open, those directly below first. */
export function useUnitsBelow(): readonly UnitBelow[] {
  const me = useMe()
  const { data } = useApi(getCity, {}, { staleTime: Number.POSITIVE_INFINITY })
  return useMemo(() => {
    const all = data?.units ?? []
    const found: UnitBelow[] = []
    let level: readonly string[] = [me.unit]
    while (level.length > 0) {
      const next = all.filter((unit) => unit.parent !== null && level.includes(unit.parent))
      found.push(...next.filter(({ active }) => active).map(({ id, name, initials }) => ({ id, name, initials })))
      level = next.map((unit) => unit.id)
    }
    return found
  }, [data, me.unit])
}
