import { z } from 'zod'
import { KnowledgeState } from '#domain/knowledge/item.ts'

/** What stands in the address: which item is open, whether it is being edited, and which states the list shows. */
export const KnowledgeSearch = z.object({
  item: z.string().min(1).max(64).optional().catch(undefined),
  edit: z.literal('yes').optional().catch(undefined),
  state: KnowledgeState.optional().catch(undefined),
})
export type KnowledgeSearch = z.infer<typeof KnowledgeSearch>

/** In place of an item's id: one that is being written anew. */
export const NEW_ITEM = 'new'
