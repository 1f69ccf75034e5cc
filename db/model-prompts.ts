import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

type Asking = { actor: string; purpose: string; model: string; prompt: string; tokens: number }
export type PromptOutcome = 'done' | 'timed-out' | 'failed' | 'unreadable'

const Id = z.object({ id: z.number() })
const LOCK = 7_412_016

/**
 * Sets tokens aside and writes the line before anything leaves the house; undefined when the day's budget does not
 * hold them. Askers take turns, so that ten at once cannot all take the last of it.
 */
export const beginPrompt = (db: Db, asking: Asking, budget: number, since: Instant, at: Instant) =>
  db.tx(async (tx): Promise<number | undefined> => {
    await tx.run(sql`select pg_advisory_xact_lock(${LOCK})`)
    const [row] = await tx.rows(
      sql`
      insert into model_prompt (at, actor, purpose, model, prompt, tokens, outcome)
      select ${at}::timestamptz, ${asking.actor}, ${asking.purpose}, ${asking.model}, ${asking.prompt},
             ${asking.tokens}::int, 'asked'
      where  (select coalesce(sum(tokens), 0) from model_prompt where at >= ${since}) + ${asking.tokens}::int <= ${budget}
      returning id`,
      Id,
    )
    return row?.id
  })

type Ended = { outcome: PromptOutcome; answer: string | null; tokens: number | null; ms: number }

/** Without a count from the service what was set aside stays taken: the budget may not be cheated by a failure. */
export const endPrompt = (db: Db, id: number, { outcome, answer, tokens, ms }: Ended): Promise<number> =>
  db.run(sql`
    update model_prompt
    set    outcome = ${outcome}, answer = ${answer}, tokens = coalesce(${tokens}::int, tokens), ms = ${ms}
    where  id = ${id}`)

const Used = z.object({ tokens: z.number(), prompts: z.number() })

export async function usedSince(db: Db, since: Instant): Promise<z.infer<typeof Used>> {
  const [used] = await db.rows(
    sql`select coalesce(sum(tokens), 0)::int as tokens, count(*)::int as prompts from model_prompt where at >= ${since}`,
    Used,
  )
  return used ?? { tokens: 0, prompts: 0 }
}

const PromptRow = z.object({
  id: z.number(),
  at: Instant,
  actor: z.string(),
  actor_name: z.string().nullable(),
  purpose: z.string(),
  model: z.string(),
  prompt: z.string().nullable(),
  answer: z.string().nullable(),
  tokens: z.number(),
  ms: z.number().nullable(),
  outcome: z.string(),
})

/** Newest first, before one already seen. */
export const promptsBefore = (db: Db, before: number | undefined, limit: number) =>
  db.rows(
    sql`
    select id, at, actor, (select name from staff where staff_id = actor) as actor_name, purpose, model, prompt, answer,
           tokens, ms, outcome
    from   model_prompt where id < ${before ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${limit}`,
    PromptRow,
  )

/** The words go, the numbers stay. */
export const forgetPrompts = (db: Db, before: Instant): Promise<number> =>
  db.run(sql`update model_prompt set prompt = null, answer = null where at < ${before} and prompt is not null`)
