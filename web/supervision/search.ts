import { z } from 'zod'
import { RegionCode, UnitId } from '#domain/ids.ts'

const text = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** What the address of the supervision page says. */
export const SupervisionSearch = z.object({
  light: z.enum(['red', 'yellow']).optional().catch(undefined),
  unit: UnitId.optional().catch(undefined),
  region: z.preprocess(text, RegionCode.optional()).catch(undefined),
})
export type SupervisionSearch = z.infer<typeof SupervisionSearch>
