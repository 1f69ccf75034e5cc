import type { Role } from '#domain/city/vocabulary.ts'
import type { EndpointName } from './api.ts'
import { type Right, rights } from './rights.ts'

/** Whether one of these roles of a person logged in stands in the endpoint's row. */
export const mayCall = (endpoint: EndpointName, roles: readonly Role[]): boolean => {
  const { may }: Right = rights[endpoint]
  return typeof may === 'string' || roles.some((role) => may.includes(role))
}
