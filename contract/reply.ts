import { z } from 'zod'
import { shortText } from '#domain/accept/request.ts'
import { Instant } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

/** More than a person looks through while writing; what is used seldom is thrown away first. */
export const TEMPLATE_LIMIT = 100

export const ReplyTemplate = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  changedBy: z.string().describe('the name of whoever wrote it last'),
  changedAt: Instant,
})
export type ReplyTemplate = z.infer<typeof ReplyTemplate>

export const ReplyTemplateWish = z.object({ name: shortText(40), text: shortText(1000) })
const templateParams = z.object({ templateId: z.string().min(1).max(64) })
const templates = z.object({ templates: z.array(ReplyTemplate) })

export const listReplyTemplates = {
  method: 'GET',
  path: '/reply-templates',
  zh: '本单位答复模板',
  en: 'The reply templates of one’s own unit, by name',
  reply: templates,
  refusals: [],
} as const satisfies Endpoint

export const createReplyTemplate = {
  method: 'POST',
  path: '/reply-templates',
  zh: '新增答复模板',
  en: 'Add a reply template to one’s own unit',
  body: ReplyTemplateWish,
  reply: ReplyTemplate,
  refusals: ['template-name-taken', 'too-many-templates'],
} as const satisfies Endpoint

export const updateReplyTemplate = {
  method: 'PUT',
  path: '/reply-templates/:templateId',
  zh: '修改答复模板',
  en: 'Change a reply template of one’s own unit',
  params: templateParams,
  body: ReplyTemplateWish,
  reply: ReplyTemplate,
  refusals: ['template-name-taken'],
} as const satisfies Endpoint

export const deleteReplyTemplate = {
  method: 'DELETE',
  path: '/reply-templates/:templateId',
  zh: '删除答复模板',
  en: 'Delete a reply template of one’s own unit; gives those that are left',
  params: templateParams,
  reply: templates,
  refusals: [],
} as const satisfies Endpoint

export const listSigners = {
  method: 'GET',
  path: '/signers',
  zh: '本单位签发人',
  en: 'Who may sign a report: names of one’s own unit, its leaders first',
  reply: z.object({ signers: z.array(z.object({ name: z.string(), leads: z.boolean() })) }),
  refusals: [],
} as const satisfies Endpoint

/** A POST, because what is looked for may not stand in a URL. Nothing of it is kept. */
export const checkRedaction = {
  method: 'POST',
  path: '/redact/check',
  zh: '检查公开文字中的个人信息',
  en: 'Find phones, identity numbers and the like in a text that is to be made public',
  body: z.object({ text: z.string().max(5000) }),
  reply: z.object({
    finds: z.array(
      z.object({
        kind: z.enum(['identity', 'card', 'mobile', 'landline', 'plate', 'mail', 'name', 'room']),
        /** positions in the text as UTF-16 counts them, `to` exclusive; lines count from 1 */
        from: z.number().int(),
        to: z.number().int(),
        line: z.number().int(),
      }),
    ),
    masked: z.string(),
  }),
  refusals: [],
} as const satisfies Endpoint
