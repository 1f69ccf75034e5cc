import { z } from 'zod'
import { AlertKind } from '#domain/order/merge-events.ts'

/** What the address of the list of alerts says. */
export const AlertsSearch = z.object({
  tab: z.enum(['all']).optional().catch(undefined),
  kind: AlertKind.optional().catch(undefined),
  alert: z.coerce.number().int().optional().catch(undefined),
})
export type AlertsSearch = z.infer<typeof AlertsSearch>
