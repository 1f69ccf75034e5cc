import { setImmediate as pause } from 'node:timers/promises'
import { type CalibrationBatch, type Evidence, UNSURE_SAMPLE } from '#contract/calibration-shapes.ts'
import { changeWords, evidenceWords, type ProposalWords } from '#contract/calibration-words.ts'
import type { BothWords } from '#contract/facts.ts'
import {
  drawSamples,
  drawUnsure,
  type NamedOrder,
  overriddenIn,
  ruledIn,
  type SceneCount,
  sceneCounts,
  unsureIn,
} from '#db/calibration-batch.ts'
import { addProposal, rulesChanged } from '#db/calibration-proposals.ts'
import { addRound } from '#db/calibration-rounds.ts'
import { numbersOf } from '#db/order-numbers.ts'
import { signalCorrections } from '#db/suggestion-signals.ts'
import { changeRules } from '#domain/calibration/change-rules.ts'
import { proposingChanges, type RuleProposal } from '#domain/calibration/propose-changes.ts'
import { SAMPLE_SIZE, TOP_SCENES } from '#domain/calibration/round-state.ts'
import { unknownWords } from '#domain/calibration/unknown-words.ts'
import type { City } from '#domain/city/city.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { cellsOfRule } from '#domain/dispatch/rule-cells.ts'
import {
  type Day,
  dayOf,
  type Instant,
  instantOf,
  msOf,
  type OrderId,
  SHANGHAI_OFFSET_MS,
  type UnitId,
} from '#domain/ids.ts'
import { cityNames } from '../catalogue/city-names.ts'
import { categoryName, unitName } from '../order-view.ts'
import type { House } from '../shell.ts'
import { type PeriodCase, periodCases } from './period-cases.ts'

const DAY_MS = 86_400_000
/** Two months before the period say more about rare scenes; beyond so many orders the period is enough. */
const EARLIER_DAYS = 60
const MOST_CASES = 100_000
const LISTED = 200
const NEW_WORDS = 40
/** A scene with fewer says little by its rate of returns. */
const LEAST_FOR_RATE = 20
const ORDERS_SHOWN = 12
const UNITS_ASKED = 40
/** The event loop is let go every so many milliseconds, so that nobody waits for the learner. */
const SLICE_MS = 25
const NOBODY: ReadonlySet<UnitId> = new Set()

export const midnightOf = (day: Day): Instant => instantOf(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS)
export const daysFrom = (day: Day, days: number): Day => dayOf(instantOf(msOf(midnightOf(day)) + days * DAY_MS))

async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  for (let until = performance.now() + SLICE_MS; ; ) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() < until) continue
    await pause()
    until = performance.now() + SLICE_MS
  }
}

/** Cases of the period, and of the two months before it where these are not too many. */
async function collected(house: House, from: Day, to: Day): Promise<PeriodCase[]> {
  const cases: PeriodCase[] = []
  for await (const one of periodCases(house.db, from, to)) cases.push(one)
  const earlier: PeriodCase[] = []
  for await (const one of periodCases(house.db, daysFrom(from, -EARLIER_DAYS), daysFrom(from, -1))) {
    earlier.push(one)
    if (cases.length + earlier.length > MOST_CASES) return cases
  }
  return [...earlier, ...cases]
}

function newWordsOf(city: City, cases: readonly PeriodCase[], since: Instant): CalibrationBatch['newWords'] {
  const [before, now] = [
    cases.filter((one) => one.matter.receivedAt < since),
    cases.filter((one) => one.matter.receivedAt >= since),
  ]
  if (before.length === 0) return []
  const counts = new Map<string, number>()
  const share = now.length / before.length
  for (const { words } of before) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + share)
  const said = [...city.categories.values()].flatMap(({ name, keywords }) => [name, ...keywords])
  const tree = [...said, ...city.phrases.map(({ phrase }) => phrase)].join('\n')
  const found = unknownWords(now, counts, (word) => tree.includes(word), NEW_WORDS)
  return found.map(({ scenes, ...one }) => ({
    ...one,
    scenes: scenes.map(([scene, times]) => ({ scene, name: categoryName(city, scene) ?? scene, times })),
  }))
}

const rate = ({ returned, dispatched }: SceneCount): number => returned / dispatched

async function batchOf(house: House, from: Day, to: Day, cases: readonly PeriodCase[]): Promise<CalibrationBatch> {
  const { db, city } = house
  const span = { kind: 'category', version: null, from: midnightOf(from), until: midnightOf(daysFrom(to, 1)) }
  const [scenes, ruled, overridden, corrections, unsure] = await Promise.all([
    sceneCounts(db, from, to),
    ruledIn(db, from, to, LISTED),
    overriddenIn(db, from, to, LISTED),
    signalCorrections(db, span),
    unsureIn(db, from, to, SAMPLE_SIZE),
  ])
  const name = (code: string) => categoryName(city, code) ?? code
  const told = (row: Omit<NamedOrder, 'reason'>) => ({
    id: row.order_id,
    no: row.order_no,
    category: row.category,
    categoryName: name(row.category),
    unitName: unitName(city, row.unit),
    leadName: row.lead === '' ? '' : unitName(city, row.lead),
  })
  const listed = (row: NamedOrder) => ({ ...told(row), reason: row.reason })
  const named = (row: SceneCount) => ({ ...row, name: name(row.scene) })
  return {
    orders: scenes.reduce((sum, { dispatched }) => sum + dispatched, 0),
    cases: cases.filter(({ matter }) => matter.receivedAt >= midnightOf(from)).length,
    byVolume: scenes.slice(0, TOP_SCENES).map(named),
    byReturns: scenes
      .filter(({ dispatched, returned }) => dispatched >= LEAST_FOR_RATE && returned > 0)
      .toSorted((a, b) => rate(b) - rate(a) || b.returned - a.returned)
      .slice(0, TOP_SCENES)
      .map(named),
    ruled: ruled.map(listed),
    overridden: overridden.map(listed),
    newWords: newWordsOf(city, cases, midnightOf(from)),
    corrections: corrections.map(({ suggested, chosen, times }) => ({
      from: name(suggested),
      to: name(chosen),
      times,
    })),
    unsure: {
      count: unsure[0]?.of ?? 0,
      orders: unsure.map((row) => ({
        ...told(row),
        suggestedName: row.suggested === null ? null : name(row.suggested),
        probability: row.probability,
      })),
    },
  }
}

export type KeptEvidence = { told: ProposalWords & { why: BothWords }; numbers: Evidence | null; rule: string | null }

/** Whom a proposal takes orders from and whom it gives them to, as its cases show, and who keeps the rule. */
function unitsOf(
  proposal: RuleProposal,
  byId: ReadonlyMap<OrderId, PeriodCase>,
  present: (one: PeriodCase) => UnitId | null,
) {
  const units = new Set<UnitId>()
  for (const id of proposal.support) {
    const one = byId.get(id)
    if (one === undefined || units.size >= UNITS_ASKED) continue
    units.add(one.final)
    const now = present(one)
    if (now !== null) units.add(now)
  }
  return [...units]
}

type Made = { proposal: RuleProposal; numbers: Evidence; units: UnitId[] }

async function keepProposal(house: House, round: number, { proposal, numbers, units }: Made, by: string, at: Instant) {
  const { city } = house
  const told = changeWords(proposal.change, city.rules, cityNames(city))
  const why = evidenceWords(numbers)
  const changed = changeRules(city.rules, proposal.change, `校准第 ${round} 轮：${why.zh}`.slice(0, 290))
  if (changed === null) return
  const { touched } = changed
  const owner = touched.owner === null ? [] : [touched.owner]
  const evidence: KeptEvidence = { told: { ...told, why }, numbers, rule: touched.id }
  await addProposal(
    house.db,
    round,
    {
      origin: 'machine',
      kind: proposal.change.kind,
      change: proposal.change,
      cells: cellsOfRule(touched),
      category: touched.category ?? '',
      title: told.title.zh,
      text: '',
      basis: touched.basis,
      evidence,
      units: [...new Set([...units, ...owner])],
    },
    by,
    at,
  )
}

/**
 * 第 1–3 日由系统形成批次: counts, samples and proposals of a span of days. Nothing is written until all of it is there;
 * null where the span has no settled order or another round is under way.
 */
export async function buildRound(
  house: House,
  span: { from: Day; to: Day },
  by: string,
  at: Instant,
): Promise<number | null> {
  const { from, to } = span
  const cases = await collected(house, from, to)
  if (cases.length === 0) return null
  const batch = await batchOf(house, from, to, cases)
  const { city } = house
  const proposals = await inSlices(proposingChanges(cases, city, at, await rulesChanged(house.db)))
  const byId = new Map(cases.map((one) => [one.id, one]))
  const shown = proposals.flatMap(({ support, against }) => [
    ...support.slice(0, ORDERS_SHOWN),
    ...against.slice(0, ORDERS_SHOWN),
  ])
  const numbers = await numbersOf(house.db, [...new Set(shown)])
  const refs = (ids: readonly OrderId[]) => ids.slice(0, ORDERS_SHOWN).map((id) => ({ id, no: numbers.get(id) ?? id }))
  const presents = (one: PeriodCase) => chooseUnit(one.matter, city, NOBODY, at).lead
  return house.db.tx(async (db) => {
    const round = await addRound(db, { ...span, by, batch }, at)
    if (round === undefined) return null
    const scenes = [...new Set([...batch.byVolume, ...batch.byReturns].map(({ scene }) => scene))]
    await drawSamples(db, round, scenes, from, to, SAMPLE_SIZE)
    await drawUnsure(db, round, UNSURE_SAMPLE, from, to, SAMPLE_SIZE)
    for (const proposal of proposals) {
      const { support, against, elsewhere, atLeast, sure, score, replay } = proposal
      const { moved, gains, losses } = replay
      const evidence: Evidence = {
        ...{ support: support.length, against: against.length, elsewhere, atLeast, sure, score, moved, gains, losses },
        orders: refs(support),
        counter: refs(against),
      }
      const units = unitsOf(proposal, byId, presents)
      await keepProposal({ ...house, db }, round, { proposal, numbers: evidence, units }, by, at)
    }
    return round
  })
}
