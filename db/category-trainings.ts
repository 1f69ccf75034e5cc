import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Training = z.object({
  n: z.number(),
  begun_by: z.string(),
  begun_by_name: z.string(),
  begun_at: Instant,
  step: z.string(),
  done: z.number(),
  of: z.number(),
  beat_at: Instant,
  ended_at: Instant.nullable(),
  model: z.number().nullable(),
  fault: z.string().nullable(),
})
export type TrainingRow = z.infer<typeof Training>

/** The one under way, or how the last one ended. */
export async function lastTraining(db: Db): Promise<TrainingRow | undefined> {
  const query = sql`
    select n, begun_by, coalesce((select name from staff where staff_id = begun_by), begun_by) as begun_by_name, begun_at,
           step, done, of, beat_at, ended_at, model, fault
    from   category_training
    order  by n desc
    limit  1`
  return (await db.rows(query, Training))[0]
}

/** Null while another one lives: it has not ended and its last beat is no older than `alive`. Of two at once one begins. */
export async function beginTraining(db: Db, by: string, at: Instant, alive: Instant): Promise<number | null> {
  return db.tx(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(7412348)`)
    const [row] = await tx.rows(
      sql`
        insert into category_training (begun_by, begun_at, step, done, of, beat_at)
        select ${by}, ${at}, 'reading', 0, 0, ${at}
        where  not exists (select from category_training where ended_at is null and beat_at >= ${alive})
        returning n`,
      z.object({ n: z.number() }),
    )
    return row?.n ?? null
  })
}

export type Beat = { step: string; done: number; of: number }

export const beatTraining = (db: Db, n: number, { step, done, of }: Beat, at: Instant) =>
  db.run(sql`
    update category_training set step = ${step}, done = ${done}, of = ${of}, beat_at = ${at}
    where  n = ${n} and ended_at is null`)

export type TrainingEnd = { model: number | null; fault: string | null }

export const endTraining = (db: Db, n: number, { model, fault }: TrainingEnd, at: Instant) =>
  db.run(sql`
    update category_training set ended_at = ${at}, beat_at = ${at}, model = ${model}, fault = ${fault}
    where  n = ${n} and ended_at is null`)
