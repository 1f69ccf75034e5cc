import { z } from 'zod'
import { Role } from '../city/vocabulary.ts'
import { UnitId } from '../ids.ts'

/** Who did it, as the record keeps it: a person on duty, the citizen, another system, or the platform's own sweep. */
export const Actor = z.object({
  kind: z.enum(['staff', 'citizen', 'machine', 'system']),
  id: z.string(),
  role: Role.nullable(),
  unit: UnitId.nullable(),
})
export type Actor = z.infer<typeof Actor>

export const SYSTEM: Actor = { kind: 'system', id: 'system', role: null, unit: null }
