import { z } from 'zod'
import { CategoryCode, Instant } from '#domain/ids.ts'
import { KnowledgeId, KnowledgeState, KnowledgeText, Material } from '#domain/knowledge/item.ts'
import type { Endpoint } from './endpoint.ts'
import { RowNumber } from './row-number.ts'

/** An item as a list shows it. */
export const KnowledgeRow = KnowledgeText.omit({ content: true }).extend({
  id: KnowledgeId,
  version: z.number().int(),
  state: KnowledgeState,
  categoryName: z.string(),
  ownerUnitName: z.string(),
  hits: z.number().int().describe('how often an answer cited it'),
  changedAt: Instant,
  changedBy: z.string(),
})
export type KnowledgeRow = z.infer<typeof KnowledgeRow>

const KeptVersion = z.object({ version: z.number().int(), at: Instant, by: z.string() })

export const KnowledgeView = KnowledgeRow.extend({
  content: z.string(),
  mayEdit: z.boolean(),
  versions: z.array(KeptVersion).describe('the newest first'),
})
export type KnowledgeView = z.infer<typeof KnowledgeView>

const params = z.object({ itemId: KnowledgeId })

export const listKnowledge = {
  method: 'GET',
  path: '/knowledge',
  zh: '知识库目录',
  en: 'Items of the knowledge base, last changed first; who does not keep it sees what is in force',
  query: z.object({
    state: KnowledgeState.optional(),
    category: CategoryCode.optional().describe('at any level'),
    material: Material.optional(),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(KnowledgeRow), count: z.number().int() }),
  refusals: [],
} as const satisfies Endpoint

export const getKnowledge = {
  method: 'GET',
  path: '/knowledge/:itemId',
  zh: '知识条目',
  en: 'One item with the list of its versions',
  params,
  reply: KnowledgeView,
  refusals: [],
  version: 'offered',
} as const satisfies Endpoint

export const knowledgeVersion = {
  method: 'GET',
  path: '/knowledge/:itemId/versions/:version',
  zh: '知识条目的旧版本',
  en: 'What an item said in one of its versions',
  params: params.extend({ version: RowNumber }),
  reply: KnowledgeText.extend({ version: z.number().int(), state: KnowledgeState, at: Instant, by: z.string() }),
  refusals: [],
} as const satisfies Endpoint

const textRefusals = [
  'unknown-category',
  'unknown-unit',
  'keyword-is-title',
  'validity-reversed',
  'knowledge-title-taken',
] as const

export const createKnowledge = {
  method: 'POST',
  path: '/knowledge',
  zh: '新建知识条目（草稿）',
  en: 'Write a new item; it is a draft until it is put in force',
  body: KnowledgeText,
  reply: KnowledgeView,
  refusals: textRefusals,
} as const satisfies Endpoint

export const changeKnowledge = {
  method: 'PUT',
  path: '/knowledge/:itemId',
  zh: '修改知识条目',
  en: 'Change an item; the version before is kept',
  params,
  body: KnowledgeText,
  reply: KnowledgeView,
  refusals: [...textRefusals, 'item-withdrawn'],
  version: 'required',
} as const satisfies Endpoint

export const putKnowledgeInForce = {
  method: 'POST',
  path: '/knowledge/:itemId/put-in-force',
  zh: '知识条目生效',
  en: 'Put a draft, or a withdrawn item, in force',
  params,
  reply: KnowledgeView,
  refusals: ['item-in-force', 'item-expired'],
  version: 'required',
} as const satisfies Endpoint

export const withdrawKnowledge = {
  method: 'POST',
  path: '/knowledge/:itemId/withdraw',
  zh: '撤下知识条目',
  en: 'Take an item out of use; it can be read on by its keepers',
  params,
  reply: KnowledgeView,
  refusals: ['item-not-in-force'],
  version: 'required',
} as const satisfies Endpoint
