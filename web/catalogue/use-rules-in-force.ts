import { listCityVersions } from '#contract/city-versions.ts'
import type { PartRow } from '#domain/city/part.ts'
import { useVersion } from '../admin/use-part.ts'
import { useApi } from '../use-api.ts'

/** The rows of the catalogue as it is in force; undefined until they are here. */
export function useRulesInForce(): readonly PartRow[] | undefined {
  const { data } = useApi(listCityVersions, { params: { part: 'rules' } })
  return useVersion('rules', data?.versions.find(({ inForce }) => inForce)?.id).data?.content
}
