import { z } from 'zod'
import { PartSearch } from '../admin/admin-search.ts'

/** A code of digits alone comes out of the address as a number. */
const text = z
  .union([z.string().max(80), z.number().transform(String)])
  .optional()
  .catch(undefined)

/** Narrowing by a column: every one stands in the address, so that a colleague sees the very rows. */
export const filterKeys = [
  'category',
  'region',
  'unit',
  'condition',
  'requestType',
  'kind',
  'placeType',
  'ownership',
  'respondentType',
  'handling',
  'profile',
  'owner',
  'standing',
  'word',
  'priority',
] as const
export type FilterKey = (typeof filterKeys)[number]

const sortKeys = ['category', 'conditions', 'lead', 'handling', 'priority', 'owner', 'from', 'basis'] as const
export type SortKey = (typeof sortKeys)[number]

const filters = Object.fromEntries(filterKeys.map((key) => [key, text])) as Record<FilterKey, typeof text>

export const CatalogueSearch = PartSearch.extend({
  view: z.enum(['preview', 'versions', 'ask', 'year', 'drafts']).optional().catch(undefined),
  ...filters,
  q: text,
  row: text,
  /** rows with a fault, or changed in the draft, alone */
  only: z.enum(['faults', 'touched']).optional().catch(undefined),
  sort: z.enum(sortKeys).optional().catch(undefined),
  desc: z.literal('yes').optional().catch(undefined),
  /** another person's draft, to read and adopt */
  draft: z.coerce.number().int().optional().catch(undefined),
  /** the order whose facts the question begins with */
  order: text,
})
export type CatalogueSearch = z.infer<typeof CatalogueSearch>
export type Go = (more: Partial<CatalogueSearch>, replace?: boolean) => void
