import { z } from 'zod'
import { VersionView } from './city-versions.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * 提交审定: a draft of the dispatch catalogue goes from whoever keeps it to whoever answers for it (domain.md §5.5), and back.
 * The other tables have no such way: administrators draft and adopt them themselves.
 */

const draftParams = z.object({ id: z.coerce.number().int().min(1) })

export const handInRules = {
  method: 'POST',
  path: '/dispatch/rules/drafts/:id/hand-in',
  zh: '提交派单目录草稿审定',
  en: 'Hand one’s draft of the catalogue in for approval; until then it does not change, and another may be begun',
  params: draftParams,
  body: z.object({ note: z.string().trim().min(2).max(200) }),
  reply: VersionView,
  refusals: [
    'not-a-draft',
    'draft-handed-in',
    'another-version-adopted',
    'city-version-faulty',
    'rules-disagree',
    'still-in-use',
    'nothing-changed',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const takeBackRules = {
  method: 'POST',
  path: '/dispatch/rules/drafts/:id/take-back',
  zh: '收回已提交的派单目录草稿',
  en: 'Take one’s draft back that nobody has decided on yet, or that was sent back meanwhile, to go on with it',
  params: draftParams,
  reply: VersionView,
  refusals: ['not-a-draft', 'not-handed-in', 'another-draft-open'],
} as const satisfies Endpoint

export const sendBackRules = {
  method: 'POST',
  path: '/dispatch/rules/drafts/:id/send-back',
  zh: '退回派单目录草稿',
  en: 'Send a draft that was handed in back to its author, with the reason',
  params: draftParams,
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  reply: VersionView,
  refusals: ['not-a-draft', 'not-handed-in'],
  version: 'offered',
} as const satisfies Endpoint
