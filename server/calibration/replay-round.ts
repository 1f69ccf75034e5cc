import type { Handlers } from '#contract/api.ts'
import type { CalibrationReplay } from '#contract/calibration-shapes.ts'
import { issueWords } from '#contract/issue-words.ts'
import { proposalsOf } from '#db/calibration-proposals.ts'
import { findRound, keepReplay } from '#db/calibration-rounds.ts'
import { numbersOf } from '#db/order-numbers.ts'
import { ReplayCount } from '#domain/calibration/replay.ts'
import { nextRoundState } from '#domain/calibration/round-state.ts'
import { checkCatalogue } from '#domain/dispatch/check-catalogue.ts'
import { dayOf, type UnitId } from '#domain/ids.ts'
import { cityNames } from '../catalogue/city-names.ts'
import { cityWith, partInForce } from '../city-preview.ts'
import { unitName } from '../order-view.ts'
import type { Shell } from '../shell.ts'
import { no } from './acting.ts'
import { daysFrom } from './build-round.ts'
import { periodCases } from './period-cases.ts'
import { rowsWith } from './rule-set.ts'

const LOADS = 30
const EXAMPLES = 30

/** The catalogue in force with the round's carried proposals in it. */
export async function carriedRows(shell: Shell, round: number) {
  const inForce = await partInForce(shell, 'rules')
  const known = new Set(inForce.rows.map((row) => row.id ?? ''))
  const { rows, used } = rowsWith(inForce.rows, await proposalsOf(shell.db, round), known, dayOf(shell.at))
  return { inForce, rows, used }
}

async function replayed(shell: Shell, round: number, days: number): Promise<CalibrationReplay | null> {
  const begun = performance.now()
  const { rows, used } = await carriedRows(shell, round)
  if (used.length === 0) return null
  const to = dayOf(shell.at)
  const from = daysFrom(to, 1 - days)
  const tried = await cityWith(shell.db, shell.cityFolder, 'rules', rows)
  const will = tried.ok ? tried.city : shell.city
  const names = cityNames(will)
  const issues = tried.ok
    ? checkCatalogue(will, to)
        .filter(({ blocking }) => blocking)
        .map((one) => issueWords(one, names))
    : tried.faults.map(({ row, column, found, expected }) => {
        const text = `${row ?? ''} ${column ?? ''}: ${found} (${expected})`
        return { zh: text, en: text }
      })
  const count = new ReplayCount(shell.city, will, shell.at)
  for await (const one of periodCases(shell.db, from, to, false)) count.add(one)
  const { load, examples, nobodyBefore: _before, nobodyAfter: _after, ...result } = count.result()
  const shown = examples.slice(0, EXAMPLES)
  const numbers = await numbersOf(
    shell.db,
    shown.map(({ id }) => id),
  )
  const name = (unit: UnitId | null) => (unit === null ? '' : unitName(shell.city, unit))
  return {
    from,
    to,
    ...result,
    load: load
      .filter(({ before, after }) => before !== after)
      .slice(0, LOADS)
      .map((one) => ({ ...one, name: name(one.unit) })),
    examples: shown.map(({ id, from: was, to: will, final }) => ({
      id,
      no: numbers.get(id) ?? id,
      from: name(was),
      to: name(will),
      final: name(final),
    })),
    proposals: used,
    issues: issues.slice(0, 20),
    seconds: Math.round((performance.now() - begun) / 100) / 10,
  }
}

export const replayHandlers = {
  /** Not in one transaction: a quarter of a year streams through, and what is kept is one row. */
  replayCalibration: async (shell, { params: { round }, body: { days } }) => {
    const row = await findRound(shell.db, round)
    if (row === undefined) return no('not-found')
    if (nextRoundState(row.state, 'replay') === null) return no('calibration-state')
    const replay = await replayed(shell, round, days)
    if (replay === null) return no('calibration-empty')
    await keepReplay(shell.db, round, replay, shell.at)
    return { ok: true, reply: replay }
  },
} satisfies Partial<Handlers<Shell>>
