import { z } from 'zod'
import { OrderId, RegionCode } from '#domain/ids.ts'

const text = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** What the address of the page of matters says. */
export const ClustersSearch = z.object({
  sort: z.enum(['growth', 'newest']).optional().catch(undefined),
  region: z.preprocess(text, RegionCode.optional()).catch(undefined),
  matter: z.preprocess(text, OrderId.optional()).catch(undefined),
})
export type ClustersSearch = z.infer<typeof ClustersSearch>
