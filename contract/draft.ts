import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

/** A form of five fields at its longest, as JSON, is 20,000 characters; more than three times that is no draft. */
export const MAX_DRAFT = 65_536
export const DRAFT_DAYS = 7

/** What is written and on what: `accept/new`, `reply/<order>`, `reply/<order>-2`. A key has no room for a phone number. */
const draftParams = z.object({
  kind: z.string().regex(/^[a-z][a-z-]{0,31}$/),
  key: z.string().regex(/^([a-z][a-z-]{0,39}|[0-9A-HJKMNP-TV-Z]{26}(-\d{1,3})?)$/),
})

export const getDraft = {
  method: 'GET',
  path: '/drafts/:kind/:key',
  zh: '读取本人草稿',
  en: 'Read one’s own draft',
  params: draftParams,
  reply: z.object({ draft: z.object({ text: z.string(), savedAt: Instant }).nullable() }),
  refusals: [],
} as const satisfies Endpoint

export const putDraft = {
  method: 'PUT',
  path: '/drafts/:kind/:key',
  zh: '保存本人草稿',
  en: 'Keep what one is writing, sealed, for seven days',
  params: draftParams,
  body: z.object({ text: z.string().min(1).max(MAX_DRAFT) }),
  reply: z.object({ savedAt: Instant }),
  refusals: [],
} as const satisfies Endpoint

export const dropDraft = {
  method: 'DELETE',
  path: '/drafts/:kind/:key',
  zh: '丢弃本人草稿',
  en: 'Drop one’s own draft',
  params: draftParams,
  reply: z.object({}),
  refusals: [],
} as const satisfies Endpoint
