import { ulid } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import { type ReplyTemplate, TEMPLATE_LIMIT } from '#contract/reply.ts'
import {
  addTemplate,
  changeTemplate,
  removeTemplate,
  type TemplateRow,
  type TemplateWish,
  templatesOf,
} from '#db/reply-templates.ts'
import { signersOf } from '#db/signers.ts'
import type { UnitId } from '#domain/ids.ts'
import { findPersonal } from '#language/privacy/find-personal.ts'
import { redact } from '#language/privacy/redact.ts'
import type { Shell } from './shell.ts'

const view = (row: TemplateRow): ReplyTemplate => ({
  id: row.template_id,
  name: row.name,
  text: row.text,
  changedBy: row.changed_by ?? '',
  changedAt: row.changed_at,
})

const wishOf = ({ actor, at }: Shell, { name, text }: { name: string; text: string }): TemplateWish => ({
  name,
  text,
  by: actor.id,
  at,
})

/** People of a unit always have one; a machine may not, and has no templates then. */
const unitOf = ({ actor }: Shell): UnitId => actor.unit ?? ('' as UnitId)

/** What a unit writes its answers with: its own phrases, the names that sign, a look for what must not be public. */
export const replyTextHandlers = {
  listReplyTemplates: async (shell) => ({
    ok: true,
    reply: { templates: (await templatesOf(shell.db, unitOf(shell))).map(view) },
  }),

  createReplyTemplate: async (shell, { body }) => {
    const there = await templatesOf(shell.db, unitOf(shell))
    if (there.length >= TEMPLATE_LIMIT) return { ok: false, refusal: 'too-many-templates' }
    const added = await addTemplate(shell.db, ulid(), unitOf(shell), wishOf(shell, body))
    return added === undefined ? { ok: false, refusal: 'template-name-taken' } : { ok: true, reply: view(added) }
  },

  updateReplyTemplate: async (shell, { params: { templateId }, body }) => {
    const changed = await changeTemplate(shell.db, templateId, unitOf(shell), wishOf(shell, body))
    if (changed !== undefined) return { ok: true, reply: view(changed) }
    const there = await templatesOf(shell.db, unitOf(shell))
    const known = there.some((row) => row.template_id === templateId)
    return { ok: false, refusal: known ? 'template-name-taken' : 'not-found' }
  },

  deleteReplyTemplate: async (shell, { params: { templateId } }) => {
    const removed = await removeTemplate(shell.db, templateId, unitOf(shell))
    if (removed === 0) return { ok: false, refusal: 'not-found' }
    return { ok: true, reply: { templates: (await templatesOf(shell.db, unitOf(shell))).map(view) } }
  },

  listSigners: async (shell) => ({ ok: true, reply: { signers: await signersOf(shell.db, unitOf(shell)) } }),

  checkRedaction: async (_shell, { body: { text } }) => ({
    ok: true,
    reply: { finds: [...findPersonal(text)], masked: redact(text) },
  }),
} satisfies Partial<Handlers<Shell>>
