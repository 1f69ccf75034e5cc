import { z } from 'zod'
import { ProposalState } from '#domain/calibration/round-state.ts'
import { PartRow } from '#domain/city/part.ts'
import { Instant, RuleId, UnitId } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

const Proposal = z.object({
  proposal: z.number(),
  round: z.number(),
  origin: z.enum(['machine', 'person']),
  kind: z.string(),
  change: z.unknown(),
  cells: PartRow.nullable(),
  category: z.string(),
  title: z.string(),
  text: z.string(),
  basis: z.string(),
  evidence: z.unknown(),
  units: z.array(UnitId),
  state: ProposalState,
  edited: z.boolean(),
  made_by: z.string(),
  made_at: Instant,
  decided_by: z.string().nullable(),
  decided_at: Instant.nullable(),
  reason: z.string().nullable(),
  settlement: z.string().nullable(),
  settled_by: z.string().nullable(),
  settled_at: Instant.nullable(),
})
export type ProposalRow = z.infer<typeof Proposal>

const name = (column: Sql) => sql`coalesce((select s.name from staff s where s.staff_id = ${column}), ${column})`
const COLUMNS = sql`p.proposal, p.round, p.origin, p.kind, p.change, p.cells, p.category, p.title, p.text, p.basis, p.evidence,
  p.units, p.state, p.edited, ${name(sql`p.made_by`)} as made_by, p.made_at, ${name(sql`p.decided_by`)} as decided_by,
  p.decided_at, p.reason, p.settlement, ${name(sql`p.settled_by`)} as settled_by, p.settled_at`

export const proposalsOf = (db: Db, round: number) =>
  db.rows(sql`select ${COLUMNS} from calibration_proposal p where p.round = ${round} order by p.proposal`, Proposal)

export const findProposal = async (db: Db, proposal: number): Promise<ProposalRow | undefined> =>
  (await db.rows(sql`select ${COLUMNS} from calibration_proposal p where p.proposal = ${proposal}`, Proposal))[0]

type NewProposal = Pick<
  ProposalRow,
  'origin' | 'kind' | 'change' | 'cells' | 'category' | 'title' | 'text' | 'basis' | 'evidence' | 'units'
>

const jsonOrNull = (value: unknown): string | null => (value == null ? null : JSON.stringify(value))

export async function addProposal(db: Db, round: number, made: NewProposal, by: string, at: Instant): Promise<number> {
  const [row] = await db.rows(
    sql`
      insert into calibration_proposal
        (round, origin, kind, change, cells, category, title, text, basis, evidence, units, state, made_by, made_at)
      values (${round}, ${made.origin}, ${made.kind}, ${jsonOrNull(made.change)}, ${jsonOrNull(made.cells)}, ${made.category},
              ${made.title}, ${made.text}, ${made.basis}, ${JSON.stringify(made.evidence)}, ${made.units}, 'open', ${by}, ${at})
      returning proposal`,
    z.object({ proposal: z.number() }),
  )
  if (row === undefined) throw new Error('the proposal was not written')
  return row.proposal
}

type Decided = { state: ProposalState; reason: string | null; by: string }

export const decideProposal = (db: Db, proposal: number, { state, reason, by }: Decided, at: Instant) =>
  db.run(sql`
    update calibration_proposal set state = ${state}, reason = ${reason}, decided_by = ${by}, decided_at = ${at}
    where  proposal = ${proposal}`)

export const editProposal = (
  db: Db,
  proposal: number,
  { cells, basis, units }: { cells: PartRow; basis: string; units: readonly UnitId[] },
) =>
  db.run(sql`
    update calibration_proposal
    set    cells = ${JSON.stringify(cells)}, basis = ${basis}, units = ${units}, edited = true
    where  proposal = ${proposal}`)

export const settleProposal = (
  db: Db,
  proposal: number,
  { state, settlement, by }: { state: ProposalState; settlement: string; by: string },
  at: Instant,
) =>
  db.run(sql`
    update calibration_proposal
    set    state = ${state}, settlement = ${settlement}, settled_by = ${by}, settled_at = ${at}
    where  proposal = ${proposal}`)

const OpinionRow = z.object({
  proposal: z.number(),
  unit: UnitId,
  agrees: z.boolean(),
  opinion: z.string(),
  by: z.string(),
  at: Instant,
})
export type OpinionRow = z.infer<typeof OpinionRow>

/** Of each unit the last word. */
export const opinionsOf = (db: Db, round: number) =>
  db.rows(
    sql`
    select distinct on (o.proposal, o.unit) o.proposal, o.unit, o.agrees, o.opinion, ${name(sql`o.by`)} as by, o.at
    from   calibration_opinion o join calibration_proposal p using (proposal)
    where  p.round = ${round}
    order  by o.proposal, o.unit, o.at desc`,
    OpinionRow,
  )

export const addOpinion = (db: Db, opinion: OpinionRow) =>
  db.run(sql`
    insert into calibration_opinion (proposal, unit, agrees, opinion, by, at)
    values (${opinion.proposal}, ${opinion.unit}, ${opinion.agrees}, ${opinion.opinion}, ${opinion.by}, ${opinion.at})`)

/** Accepted proposals of the round under consultation that concern a unit. */
export const consultedOn = (db: Db, unit: UnitId) =>
  db.rows(
    sql`
    select ${COLUMNS}, r.consulted_at, r.consult_until
    from   calibration_proposal p join calibration_round r using (round)
    where  r.state = 'consulting' and p.state = 'accepted' and ${unit} = any(p.units)
    order  by p.proposal`,
    Proposal.extend({ consulted_at: Instant, consult_until: Instant }),
  )

/** Proposals of the round under consultation that a unit has said its word on. */
export const spokenOn = async (db: Db, unit: UnitId): Promise<number[]> =>
  (
    await db.rows(
      sql`
      select distinct o.proposal from calibration_opinion o join calibration_proposal p using (proposal)
      join   calibration_round r using (round)
      where  r.state = 'consulting' and o.unit = ${unit}`,
      z.object({ proposal: z.number() }),
    )
  ).map(({ proposal }) => proposal)

/** When each rule was last changed, or given an exception, by a round that stands. */
export async function rulesChanged(db: Db): Promise<Map<RuleId, Instant>> {
  const query = sql`
    select v.rule, max(r.published_at) as at
    from   calibration_proposal p join calibration_round r using (round),
           lateral (values (p.cells ->> 'id'), (p.change ->> 'under')) v(rule)
    where  r.state in ('published', 'concluded') and p.state in ('accepted', 'kept') and v.rule is not null
    group  by 1`
  const rows = await db.rows(query, z.object({ rule: RuleId, at: Instant }))
  return new Map(rows.map(({ rule, at }) => [rule, at]))
}
