import { z } from 'zod'
import { RoundState } from '#domain/calibration/round-state.ts'
import { Day, Instant } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

const Round = z.object({
  round: z.number(),
  from_day: Day,
  to_day: Day,
  state: RoundState,
  built_by: z.string(),
  built_at: Instant,
  batch: z.unknown(),
  consulted_at: Instant.nullable(),
  consult_until: Instant.nullable(),
  replay: z.unknown(),
  replayed_at: Instant.nullable(),
  city_version: z.number().nullable(),
  base_version: z.number().nullable(),
  approved_by: z.string().nullable(),
  reason: z.string().nullable(),
  published_at: Instant.nullable(),
  ended_by: z.string().nullable(),
  ended_at: Instant.nullable(),
  end_reason: z.string().nullable(),
})
export type RoundRow = z.infer<typeof Round>

const name = (column: Sql) => sql`coalesce((select s.name from staff s where s.staff_id = ${column}), ${column})`
const COLUMNS = sql`round, from_day::text, to_day::text, state, ${name(sql`built_by`)} as built_by, built_at, batch,
  consulted_at, consult_until, replay, replayed_at, city_version, base_version, ${name(sql`approved_by`)} as approved_by,
  reason, published_at, ${name(sql`ended_by`)} as ended_by, ended_at, end_reason`

export const calibrationRounds = (db: Db) =>
  db.rows(sql`select ${COLUMNS} from calibration_round order by round desc limit 60`, Round)

/** `lock`: until the transaction ends, so that two acts on one round come one after the other. */
export const findRound = async (db: Db, round: number, lock = false): Promise<RoundRow | undefined> => {
  if (lock) await db.run(sql`select 1 from calibration_round where round = ${round} for update`)
  return (await db.rows(sql`select ${COLUMNS} from calibration_round where round = ${round}`, Round))[0]
}

type NewRound = { from: Day; to: Day; by: string; batch: unknown }

/** Undefined where another round is under way. */
export async function addRound(db: Db, { from, to, by, batch }: NewRound, at: Instant): Promise<number | undefined> {
  const [row] = await db.rows(
    sql`
      insert into calibration_round (from_day, to_day, state, built_by, built_at, batch)
      values (${from}, ${to}, 'reviewing', ${by}, ${at}, ${JSON.stringify(batch)})
      on conflict ((1)) where state in ('reviewing', 'consulting', 'deciding') do nothing
      returning round`,
    z.object({ round: z.number() }),
  )
  return row?.round
}

export const roundUnderWay = async (db: Db): Promise<boolean> =>
  (
    await db.rows(
      sql`select round from calibration_round where state in ('reviewing', 'consulting', 'deciding') limit 1`,
      z.object({ round: z.number() }),
    )
  ).length > 0

/** Whether a round was ever begun for a month that ends on this day. */
export const roundUntil = async (db: Db, to: Day): Promise<boolean> =>
  (
    await db.rows(
      sql`select round from calibration_round where to_day >= ${to}::date limit 1`,
      z.object({ round: z.number() }),
    )
  ).length > 0

export const setRoundState = (db: Db, round: number, state: RoundState) =>
  db.run(sql`update calibration_round set state = ${state} where round = ${round}`)

export const beginConsultation = (db: Db, round: number, at: Instant, until: Instant) =>
  db.run(
    sql`update calibration_round set state = 'consulting', consulted_at = ${at}, consult_until = ${until} where round = ${round}`,
  )

export const keepReplay = (db: Db, round: number, replay: unknown, at: Instant) =>
  db.run(sql`
    update calibration_round set replay = ${JSON.stringify(replay)}, replayed_at = ${at} where round = ${round}`)

/** A replay of another set of proposals says nothing any more. */
export const forgetReplay = (db: Db, round: number) =>
  db.run(sql`update calibration_round set replay = null, replayed_at = null where round = ${round}`)

type Publication = { version: number; base: number; by: string; reason: string }

export const publishRound = (db: Db, round: number, { version, base, by, reason }: Publication, at: Instant) =>
  db.run(sql`
    update calibration_round
    set    state = 'published', city_version = ${version}, base_version = ${base}, approved_by = ${by}, reason = ${reason},
           published_at = ${at}
    where  round = ${round}`)

export const endRound = (db: Db, round: number, state: RoundState, by: string, reason: string, at: Instant) =>
  db.run(sql`
    update calibration_round set state = ${state}, ended_by = ${by}, ended_at = ${at}, end_reason = ${reason}
    where  round = ${round}`)

/** Published lately: what units and seats are told of. */
export const publishedSince = (db: Db, since: Instant) =>
  db.rows(
    sql`
    select r.round, r.published_at as at,
           array(select distinct u from calibration_proposal p, unnest(p.units) u
                 where p.round = r.round and p.state in ('accepted', 'kept')) as units,
           (select count(*)::int from calibration_proposal p
            where p.round = r.round and p.state in ('accepted', 'kept')) as changes
    from   calibration_round r
    where  r.published_at > ${since} and r.state in ('published', 'concluded')
    order  by r.published_at desc`,
    z.object({ round: z.number(), at: Instant, units: z.array(z.string()), changes: z.number() }),
  )
