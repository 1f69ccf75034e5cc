import { useMemo } from 'react'
import { useCity } from '../list/use-city.ts'

/** The name of a code as it is today; a code the city no longer has is shown as it stands. */
export function useCategoryName(): (code: string) => string {
  const city = useCity()
  return useMemo(() => {
    const names = new Map((city?.categories ?? []).map((one) => [one.code as string, one.name]))
    return (code) => names.get(code) ?? ''
  }, [city])
}
