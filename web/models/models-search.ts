import { z } from 'zod'
import { SuggestionKind } from '#domain/accept/verdicts.ts'

const day = z.iso.date().optional().catch(undefined)

/** What the page shows stands in its address. */
export const ModelsSearch = z.object({
  view: z.enum(['taken']).optional().catch(undefined),
  /** the model whose card is open */
  model: z.coerce.number().int().min(1).optional().catch(undefined),
  kind: SuggestionKind.optional().catch(undefined),
  version: z.string().max(60).optional().catch(undefined),
  from: day,
  until: day,
})
export type ModelsSearch = z.infer<typeof ModelsSearch>
