import {
  CalibrationBatch,
  type CalibrationProposal,
  CalibrationReplay,
  ProposalKind,
  type RoundSummary,
  type RoundView,
} from '#contract/calibration-shapes.ts'
import { decidedBy, dispatchedBetween } from '#db/calibration-batch.ts'
import { type OpinionRow, opinionsOf, type ProposalRow, proposalsOf } from '#db/calibration-proposals.ts'
import type { RoundRow } from '#db/calibration-rounds.ts'
import { sampleTallies } from '#db/calibration-samples.ts'
import {
  isCarried,
  isDisputed,
  mayEndConsultation,
  RoundAct,
  roundTransitions,
  WATCH_DAYS,
} from '#domain/calibration/round-state.ts'
import { instantOf, msOf, type UnitId } from '#domain/ids.ts'
import { categoryName, unitName } from '../order-view.ts'
import type { Shell } from '../shell.ts'
import type { KeptEvidence } from './build-round.ts'

const DAY_MS = 86_400_000

export const summaryOf = (row: RoundRow): RoundSummary => ({
  round: row.round,
  from: row.from_day,
  to: row.to_day,
  state: row.state,
  builtBy: row.built_by,
  builtAt: row.built_at,
  consultUntil: row.consult_until,
  publishedAt: row.published_at,
  approvedBy: row.approved_by,
  reason: row.reason,
  endedAt: row.ended_at,
  endReason: row.end_reason,
})

type Real = ReadonlyMap<string, { dispatched: number; wrong: number }>

const evidenceOf = (row: ProposalRow): KeptEvidence => row.evidence as KeptEvidence

/** What a proposal says; opinions, silence and what became of it stand beside it where they may be read. */
export function proposalView(
  shell: Pick<Shell, 'city'>,
  row: ProposalRow,
  opinions: readonly OpinionRow[] = [],
  real: Real = new Map(),
): CalibrationProposal {
  const named = (unit: UnitId) => ({ unit, name: unitName(shell.city, unit) })
  const { told, numbers, rule } = evidenceOf(row)
  const own = opinions.filter(({ proposal }) => proposal === row.proposal)
  const heard = new Set(own.map(({ unit }) => unit))
  const carried = isCarried(row.state)
  const done = rule === null || !carried ? undefined : real.get(row.cells?.id ?? rule)
  return {
    proposal: row.proposal,
    round: row.round,
    origin: row.origin,
    kind: ProposalKind.parse(row.kind),
    title: told.title,
    what: told.what,
    why: told.why,
    basis: row.basis,
    evidence: numbers,
    rule,
    cells: row.cells,
    units: row.units.map(named),
    state: row.state,
    edited: row.edited,
    madeBy: row.made_by,
    decidedBy: row.decided_by,
    reason: row.reason,
    opinions: own.map(({ unit, agrees, opinion, by, at }) => ({ ...named(unit), agrees, opinion, by, at })),
    silent: carried ? row.units.filter((unit) => !heard.has(unit)).map(named) : [],
    disputed: isDisputed(row.state, own),
    settlement: row.settlement,
    real: real.size === 0 || !carried || rule === null ? null : (done ?? { dispatched: 0, wrong: 0 }),
  }
}

async function watchOf(shell: Shell, row: RoundRow): Promise<RoundView['watch']> {
  if (row.published_at === null) return null
  const published = msOf(row.published_at)
  const until = instantOf(Math.min(msOf(shell.at), published + WATCH_DAYS * DAY_MS))
  const [before, since] = await Promise.all([
    dispatchedBetween(shell.db, instantOf(published - WATCH_DAYS * DAY_MS), row.published_at),
    dispatchedBetween(shell.db, row.published_at, until),
  ])
  const days = Math.floor((msOf(until) - published) / DAY_MS)
  return { before, since, days, over: days >= WATCH_DAYS }
}

/** Since publication, by the rules that the round changed; empty before it. */
async function realOf(shell: Shell, row: RoundRow, proposals: readonly ProposalRow[]): Promise<Real> {
  if (row.published_at === null) return new Map()
  const rules = proposals.flatMap((one) => one.cells?.id ?? [])
  const until = instantOf(Math.min(msOf(shell.at), msOf(row.published_at) + WATCH_DAYS * DAY_MS))
  const rows = await decidedBy(shell.db, rules, row.published_at, until)
  const found = new Map(rows.map(({ rule, dispatched, wrong }) => [rule, { dispatched, wrong }]))
  for (const rule of rules) if (!found.has(rule)) found.set(rule, { dispatched: 0, wrong: 0 })
  return found
}

/** Units asked about accepted proposals that have not said a word on them. */
export function silentUnits(proposals: readonly ProposalRow[], opinions: readonly OpinionRow[]): number {
  const heard = new Set(opinions.map(({ proposal, unit }) => `${proposal} ${unit}`))
  return proposals
    .filter(({ state }) => state === 'accepted')
    .reduce((sum, { proposal, units }) => sum + units.filter((unit) => !heard.has(`${proposal} ${unit}`)).length, 0)
}

export async function roundView(shell: Shell, row: RoundRow): Promise<RoundView> {
  const [proposals, opinions, samples] = await Promise.all([
    proposalsOf(shell.db, row.round),
    opinionsOf(shell.db, row.round),
    sampleTallies(shell.db, row.round),
  ])
  const [watch, real] = await Promise.all([watchOf(shell, row), realOf(shell, row, proposals)])
  return {
    ...summaryOf(row),
    batch: CalibrationBatch.parse(row.batch),
    proposals: proposals.map((one) => proposalView(shell, one, opinions, real)),
    samples: samples.map((one) => ({
      scene: one.scene,
      name: categoryName(shell.city, one.scene) ?? one.scene,
      drawn: one.drawn,
      marked: one.marked,
      classWrong: one.class_wrong,
      unitWrong: one.unit_wrong,
      slaWrong: one.sla_wrong,
    })),
    replay: row.replay === null ? null : CalibrationReplay.parse(row.replay),
    watch,
    acts: RoundAct.options.filter((act) => roundTransitions[row.state][act] !== undefined),
    mayEndConsultation:
      row.state === 'consulting' && mayEndConsultation(shell.at, row.consult_until, silentUnits(proposals, opinions)),
  }
}
