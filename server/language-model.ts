import { z } from 'zod'
import type { Instead, PromptPurpose } from '#contract/assistant.ts'
import { beginPrompt, endPrompt, type PromptOutcome } from '#db/model-prompts.ts'
import { type Instant, instantOf, msOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { withTokens } from '#language/privacy/tokens.ts'
import type { LanguageModel, Shell } from './shell.ts'

const DAY = 86_400_000
const ANSWER_TOKENS = 900
/** An answer of 900 tokens is about 4 kB; what is longer is not what was asked for. */
const ANSWER_BYTES = 64 * 1024

/** The day's budget begins anew at midnight in Shanghai. */
export const dayBegins = (at: Instant): Instant =>
  instantOf(Math.floor((msOf(at) + SHANGHAI_OFFSET_MS) / DAY) * DAY - SHANGHAI_OFFSET_MS)

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ total_tokens: z.number().int().nonnegative() }).optional(),
})

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > ANSWER_BYTES) throw new Error('the answer is too long')
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

type Message = { role: 'system' | 'user'; content: string }
type Heard = { outcome: PromptOutcome; answer: string | null; tokens: number | null }

/** One question by the protocol that OpenAI's API made common: POST {url}/chat/completions. */
async function post(model: LanguageModel, messages: readonly Message[]): Promise<Heard> {
  try {
    const response = await fetch(`${model.url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(model.key === null ? {} : { authorization: `Bearer ${model.key}` }),
      },
      body: JSON.stringify({ model: model.name, messages, temperature: 0, max_tokens: ANSWER_TOKENS }),
      signal: AbortSignal.timeout(model.timeoutMs),
    })
    const text = await boundedText(response)
    if (!response.ok) return { outcome: 'failed', answer: null, tokens: null }
    const completion = Completion.parse(JSON.parse(text))
    const answer = completion.choices[0]?.message.content ?? ''
    return { outcome: 'done', answer, tokens: completion.usage?.total_tokens ?? null }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return { outcome: 'timed-out', answer: null, tokens: null }
    const unreadable = error instanceof SyntaxError || error instanceof z.ZodError
    return { outcome: unreadable ? 'unreadable' : 'failed', answer: null, tokens: null }
  }
}

/** The model's answer is JSON, at times between fences or with words before it. */
function readJson<S extends z.ZodType>(answer: string, schema: S): z.infer<S> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

type Question<S extends z.ZodType> = { purpose: PromptPurpose; task: string; text: string; answer: S }
type Told<S extends z.ZodType> = { answer: z.infer<S> | null; instead: Instead | null }

/** Chinese text has about one token a character with common tokenizers; what was too much is given back. */
const tokensFor = (messages: readonly Message[]): number =>
  messages.reduce((sum, { content }) => sum + content.length, 0) + ANSWER_TOKENS

/**
 * Asks the language model, if one is set up. Only masked words leave the house, and only within the day's budget and
 * the time-out; every question is a line of the log before it leaves. `answer` null: the built-in means shall answer,
 * `instead` says why although a model is set up. Never throws for what the service does.
 */
export async function askModel<S extends z.ZodType>(shell: Shell, question: Question<S>): Promise<Told<S>> {
  const model = shell.languageModel
  if (model === null) return { answer: null, instead: null }
  const { text, restore } = withTokens(question.text)
  const messages: Message[] = [
    { role: 'system', content: question.task },
    { role: 'user', content: text },
  ]
  const asking = { actor: shell.actor.id, purpose: question.purpose, model: model.name, prompt: text }
  const budgeted = { ...asking, tokens: tokensFor(messages) }
  const id = await beginPrompt(shell.db, budgeted, model.budget, dayBegins(shell.at), shell.at)
  if (id === undefined) return { answer: null, instead: 'over-budget' }
  const begun = performance.now()
  const heard = await post(model, messages)
  const answer = heard.answer === null ? null : readJson(heard.answer, question.answer)
  const outcome = heard.outcome === 'done' && answer === null ? 'unreadable' : heard.outcome
  await endPrompt(shell.db, id, { ...heard, outcome, ms: Math.round(performance.now() - begun) })
  if (heard.answer === null || answer === null) return { answer: null, instead: outcome === 'done' ? null : outcome }
  return { answer: readJson(restore(heard.answer), question.answer), instead: null }
}
