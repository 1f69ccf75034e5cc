import type { EndpointName } from '#contract/api.ts'
import { type Right, rights } from '#contract/rights.ts'
import type { Role } from '#domain/city/vocabulary.ts'

export const mayCall = (endpoint: EndpointName, roles: readonly Role[]): boolean => {
  const { may }: Right = rights[endpoint]
  return typeof may !== 'string' && roles.some((role) => may.includes(role))
}
