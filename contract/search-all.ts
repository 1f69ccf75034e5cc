import { z } from 'zod'
import { AssignmentId, Day } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { KnowledgeRow } from './knowledge.ts'
import { OrderFilters } from './order-query.ts'
import { OrderRow } from './views.ts'

/** What can be searched: requests, what was answered to them, and what the hotline answers from. */
export const SearchKind = z.enum(['orders', 'replies', 'knowledge'])
export type SearchKind = z.infer<typeof SearchKind>

/** Ranked are the best of so many of the newest that fit; whoever wants older ones narrows the days or asks the list. */
export const RANKED = 200

/** Counting goes about so far. */
export const COUNTED = 300

export const SearchField = z.enum(['title', 'content', 'demand', 'address', 'respondent', 'reply', 'keywords'])
export type SearchField = z.infer<typeof SearchField>

/** A stretch of a text with what was found in it: marks are UTF-16 places in `text`, `to` exclusive. */
const Snippet = z.object({
  field: SearchField,
  text: z.string(),
  marks: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
})
export type Snippet = z.infer<typeof Snippet>

const snippets = z.array(Snippet).describe('the title first; personal data masked for whoever may not know the citizen')

export const SearchHit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('orders'), order: OrderRow, snippets }),
  z.object({
    kind: z.literal('replies'),
    order: OrderRow,
    snippets,
    assignment: AssignmentId.nullable().describe('null: the hotline’s own answer'),
    by: z.string().describe('the unit’s name'),
  }),
  z.object({ kind: z.literal('knowledge'), item: KnowledgeRow, snippets }),
])
export type SearchHit = z.infer<typeof SearchHit>

/** Asked beside what was typed: a name meant by its pinyin or misspelt, or simplified characters for traditional ones. */
export const AlsoAsked = z.object({
  typed: z.string(),
  name: z.string(),
  why: z.enum(['initials', 'pinyin', 'spelling', 'traditional']),
})
export type AlsoAsked = z.infer<typeof AlsoAsked>

export const Matched = z
  .enum(['all', 'cut', 'most', 'none'])
  .describe('all words; the words one long word was cut into; most of the words; nothing found')

const Tally = z.object({
  kind: SearchKind,
  count: z.number().int().describe('how many fit, as far as counted'),
  more: z.boolean().describe('there are more than were counted'),
  ranked: z.number().int().describe('among how many of the newest the best were looked for'),
  since: Day.nullable().describe('orders received earlier than this day were not all looked at; null: all were'),
  matched: Matched,
})
export type Tally = z.infer<typeof Tally>

export const SearchReply = z.object({
  hits: z.array(SearchHit),
  next: z.number().int().nullable().describe('`offset` of the next page'),
  also: z.array(AlsoAsked),
  tallies: z.array(Tally),
})
export type SearchReply = z.infer<typeof SearchReply>

/** A POST: what is typed may be a name or a number, which may stand in no address. */
export const searchAll = {
  method: 'POST',
  path: '/search/all',
  zh: '全文检索：工单、答复、知识',
  en: 'Find in requests, replies and knowledge, the best first, with what was found in them',
  body: z.object({
    q: z.string().trim().min(1).max(200),
    kinds: z.array(SearchKind).min(1).max(3).default(['orders', 'replies', 'knowledge']),
    filters: OrderFilters.omit({ text: true }).default({}).describe('of the orders; knowledge heeds the category'),
    asTyped: z.boolean().default(false).describe('nothing beside what was typed'),
    offset: z.number().int().min(0).max(900).default(0),
    limit: z.number().int().min(1).max(50).default(20),
  }),
  reply: SearchReply,
  refusals: ['too-short-to-search'],
} as const satisfies Endpoint
