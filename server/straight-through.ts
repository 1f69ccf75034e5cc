import { z } from 'zod'
import type { Handlers } from '#contract/api.ts'
import { conditionNames, conditionWords } from '#contract/recommend-words.ts'
import type { StraightDecision } from '#contract/straight-through.ts'
import { refusalWords } from '#contract/wording.ts'
import { type DecisionRow, decisionsOf, straightEffect, straightFailures } from '#db/recommendation.ts'
import { CheckedCondition, StraightCondition } from '#domain/dispatch/straight-through.ts'
import { undoDispatch, undoRefused } from '#domain/dispatch/undo-dispatch.ts'
import { type Instant, instantOf, msOf, type UnitId } from '#domain/ids.ts'
import { reachableOrder } from './change-order.ts'
import { unitName } from './order-view.ts'
import { replayPast } from './recommend/replay-past.ts'
import type { Shell } from './shell.ts'
import { changeAndView } from './view-after.ts'

const Conditions = z.array(CheckedCondition)

function decisionView(shell: Shell, row: DecisionRow): StraightDecision {
  const { version, at, went, unit, score, rule, rule_version: ruleVersion } = row
  return {
    version,
    at: at as Instant,
    went,
    unit: unit as UnitId | null,
    unitName: unit === null ? null : unitName(shell.city, unit),
    score,
    rule,
    ruleVersion,
    conditions: Conditions.parse(row.conditions).map(({ condition, held, found, asked }) => ({
      condition,
      held,
      words: conditionWords(condition, held, found, asked),
    })),
  }
}

const daysBefore = (at: Instant, days: number): Instant => instantOf(msOf(at) - days * 86_400_000)

/** A condition that a later edition no longer knows is left out of counts, not of the log. */
const known = (rows: readonly { condition: string; n: number; alone: number }[]) =>
  rows.flatMap(({ condition, n, alone }) => {
    const one = StraightCondition.safeParse(condition)
    return one.success ? [{ condition: one.data, name: conditionNames[one.data], orders: n, alone }] : []
  })

export const straightHandlers = {
  undoDispatch: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => undoDispatch(order, body, shell.actor, shell.city, shell.at)),

  straightDecisions: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const refused = undoRefused(stored.order)
    const words = refused === null ? null : { zh: refusalWords[refused].zh, en: refusalWords[refused].en }
    const rows = await decisionsOf(shell.db, params.orderId)
    return {
      ok: true,
      reply: { decisions: rows.map((row) => decisionView(shell, row)), undo: { may: refused === null, words } },
    }
  },

  straightThrough: async (shell, { query: { days } }) => {
    const from = daysBefore(shell.at, days)
    const [effect, failing] = [await straightEffect(shell.db, from), await straightFailures(shell.db, from)]
    const policy = shell.city.policy.straightThrough
    return { ok: true, reply: { now: shell.at, days, policy, effect, failing: known(failing) } }
  },

  replayStraightThrough: async (shell, { query: { days, ...tried } }) => {
    const given = Object.fromEntries(Object.entries(tried).filter(([, value]) => value !== undefined))
    const policy = { ...shell.city.policy.straightThrough, ...given }
    return { ok: true, reply: await replayPast(shell, policy, days) }
  },
} satisfies Partial<Handlers<Shell>>
