import type { EndpointName } from '#contract/api.ts'
import { mayCall } from '#contract/may-call.ts'
import { useMe } from './use-me.ts'

/** Whether one may call it: the same table the server asks. */
export const useMay = (endpoint: EndpointName): boolean => mayCall(endpoint, useMe().roles)
