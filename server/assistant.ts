import { z } from 'zod'
import type { Handlers } from '#contract/api.ts'
import { type FormFromTranscript, type OrderSummary, PromptOutcome, PromptPurpose } from '#contract/assistant.ts'
import { promptsBefore, usedSince } from '#db/model-prompts.ts'
import { citizenSays } from '#language/summary/spoken.ts'
import { summarise } from '#language/summary/summarise.ts'
import { titleFrom } from '#language/summary/title.ts'
import { askModel, dayBegins } from './language-model.ts'
import { orderHandlers } from './orders.ts'
import type { Shell } from './shell.ts'
import { understandHandlers } from './understand.ts'

const FORM_TASK = `你是政务服务热线的记录员。根据通话文字填写受理单，只用通话里说过的内容，不推测、不补充。
只输出一个 JSON 对象，键为：
title（不超过 30 字的标题）、content（市民反映的经过，客观转述，不超过 800 字）、demand（市民希望怎样解决，没有说就填 null）、
respondent（被反映的单位或人，没有说就填 null）、occurredAt（事情发生的时间，没有说就填 null）、address（事情发生的地点，没有说就填 null）。
文中〔电话1〕一类的标记代表隐去的信息，需要时原样保留。`
const SUMMARY_TASK = `你是政务服务热线的记录员。用一至三句话概括下面的诉求与办理答复，只用文中已有的内容，不评价。
只输出一个 JSON 对象，键为：request（诉求，不超过 120 字）、answer（答复，不超过 120 字，没有答复就填 null）。
文中〔电话1〕一类的标记代表隐去的信息，需要时原样保留。`

/** Cut at the bound and never through a character; nothing is null. */
const cut = (max: number) => (text: string) => {
  const short = text.trim().slice(0, max)
  return short.isWellFormed() ? short : short.slice(0, -1)
}
const orNull = (max: number) => (text: string | null | undefined) => {
  const short = cut(max)(text ?? '')
  return short === '' ? null : short
}
const field = (max: number) => z.string().nullish().transform(orNull(max))
const ModelForm = z.object({
  title: z.string().transform(cut(50)).pipe(z.string().min(1)),
  content: z.string().transform(cut(2000)).pipe(z.string().min(1)),
  demand: field(300),
  respondent: field(100),
  occurredAt: field(100),
  address: field(200),
})
const ModelSummary = z.object({
  request: z.string().transform(cut(240)).pipe(z.string().min(1)),
  answer: field(240),
})

type Filled = Omit<FormFromTranscript, 'by' | 'instead'>

/** The citizen's own words without what only fills, and what the language room reads in them. */
async function builtInForm(shell: Shell, transcript: string): Promise<Filled> {
  const content = cut(2000)(citizenSays(transcript))
  const understand: Handlers<Shell>['understand'] = understandHandlers.understand
  const read = await understand(shell, { body: { title: '', content, region: null } })
  const found = read.ok ? read.reply : null
  const first = <T>(proposals: { suggestions: readonly T[] } | undefined): T | undefined => proposals?.suggestions[0]
  return {
    title: titleFrom(content),
    content,
    demand: orNull(300)(found?.demand?.text),
    respondent: orNull(100)(first(found?.respondent)?.name),
    occurredAt: orNull(100)(found?.occurredAt?.text),
    address: orNull(200)(first(found?.place)?.address),
  }
}

const sentences = (text: string): string =>
  summarise(text, 120)
    .map(({ text: said }) => said)
    .join('')

export const assistantHandlers = {
  fillForm: async (shell, { body: { transcript } }) => {
    const question = { purpose: 'form', task: FORM_TASK, text: transcript, answer: ModelForm } as const
    const { answer, instead } = await askModel(shell, question)
    if (answer !== null) return { ok: true, reply: { by: 'language-model', instead: null, ...answer } }
    return { ok: true, reply: { by: 'built-in', instead, ...(await builtInForm(shell, transcript)) } }
  },

  summariseOrder: async (shell, { params }) => {
    // What the asker may read of the order, masked as they read it, and with the same line in the view log.
    const read = await orderHandlers.getOrder(shell, { params })
    if (!read.ok) return read
    const { request, answer: direct, assignments } = read.reply
    const asked = [request.content, request.demand].filter((text) => text !== null).join('\n')
    const replied =
      direct ??
      assignments.findLast(({ role, report }) => role === 'lead' && report !== null)?.report?.publicReply ??
      null
    const text = `诉求：${request.title}\n${asked}\n\n答复：${replied ?? '（还没有答复）'}`
    const question = { purpose: 'summary', task: SUMMARY_TASK, text, answer: ModelSummary } as const
    const { answer, instead } = await askModel(shell, question)
    const own: Omit<OrderSummary, 'by' | 'instead'> = {
      request: sentences(asked),
      answer: replied === null ? null : sentences(replied),
    }
    return { ok: true, reply: { by: answer === null ? 'built-in' : 'language-model', instead, ...(answer ?? own) } }
  },

  assistantState: async ({ db, languageModel: model, at }) => {
    const today = await usedSince(db, dayBegins(at))
    if (model === null) return { ok: true, reply: { model: null, today } }
    const { name, timeoutMs, budget } = model
    return { ok: true, reply: { model: { name, host: new URL(model.url).host, timeoutMs, budget }, today } }
  },

  listPrompts: async ({ db }, { query }) => {
    const rows = await promptsBefore(db, query.before, query.limit)
    const prompts = rows.map(({ actor_name: actorName, purpose, outcome, ...row }) => ({
      ...row,
      actorName,
      purpose: PromptPurpose.parse(purpose),
      outcome: PromptOutcome.parse(outcome),
    }))
    return { ok: true, reply: { prompts } }
  },
} satisfies Partial<Handlers<Shell>>
