import { z } from 'zod'

const text = z.string().max(80).optional().catch(undefined)

/** What a table of the city shows: all of it stands in the address, so that a colleague can be sent the very row. */
export const PartSearch = z.object({
  view: z.enum(['preview', 'versions']).optional().catch(undefined),
  q: text,
  /** key of the row in the panel; `+` is a new one */
  row: text,
  /** versions that are compared */
  a: z.coerce.number().int().optional().catch(undefined),
  b: z.coerce.number().int().optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  calendar: text,
  /** on the calendar page: the working hours instead of the year */
  table: z.enum(['hours']).optional().catch(undefined),
})
export type PartSearch = z.infer<typeof PartSearch>

export const PeopleSearch = z.object({
  q: text,
  unit: text,
  role: text,
  closed: z.enum(['yes']).optional().catch(undefined),
  /** the person in the panel; `+` is a new one */
  id: text,
})
export type PeopleSearch = z.infer<typeof PeopleSearch>

export const RolesSearch = z.object({ role: text, view: z.enum(['matrix']).optional().catch(undefined) })
export type RolesSearch = z.infer<typeof RolesSearch>

export const AuditSearch = z.object({
  actor: text,
  target: text,
  kind: text,
  from: text,
  to: text,
  before: z.coerce.number().int().optional().catch(undefined),
})
export type AuditSearch = z.infer<typeof AuditSearch>

export const AssistantSearch = z.object({ before: z.coerce.number().int().optional().catch(undefined) })
export type AssistantSearch = z.infer<typeof AssistantSearch>
