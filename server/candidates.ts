import type { Handlers } from '#contract/api.ts'
import type { Candidate, UnitOffer } from '#contract/candidates.ts'
import { recommendedWords } from '#contract/recommend-words.ts'
import { loadOf, type UnitLoad } from '#db/unit-load.ts'
import type { City } from '#domain/city/city.ts'
import { findNames, type Named } from '#domain/city/find-names.ts'
import type { RuleCandidate } from '#domain/dispatch/candidates.ts'
import { unitRefused } from '#domain/dispatch/dispatch-order.ts'
import type { Recommended } from '#domain/dispatch/recommend.ts'
import { unitsThatReturned } from '#domain/dispatch/returns.ts'
import type { UnitId } from '#domain/ids.ts'
import { can, type Order } from '#domain/order/order.ts'
import { reachableOrder } from './change-order.ts'
import { categoryName } from './order-view.ts'
import { pinyinOf } from './pinyin.ts'
import { keepRecommendation, recommendFor } from './recommend/recommend-order.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const NO_LOAD = { open: 0, red: 0, yellow: 0, green: 0, overdue: 0 }
const loads = (found: readonly UnitLoad[]) =>
  new Map(found.map(({ unit, ...load }) => [unit, { ...load, green: load.open - load.red - load.yellow }]))

function offerOf({ city }: Shell, order: Order | null, unit: UnitId, load: ReturnType<typeof loads>): UnitOffer {
  const known = city.units.get(unit)
  return {
    unit,
    name: known?.name ?? unit,
    type: known?.type ?? 'department',
    load: load.get(unit) ?? NO_LOAD,
    refused: order === null ? null : unitRefused(order, unit, city),
  }
}

const groundOf = (city: City, { rule, nearness, failed }: RuleCandidate): Candidate['rule'] => ({
  id: rule.id,
  nearness,
  failed: [...failed],
  category: rule.category,
  categoryName: categoryName(city, rule.category),
  region: rule.region,
  basis: rule.basis,
})

const PRECEDENTS = 3

/** Numbers only of orders the caller may open; all of them count. */
function groundsOf(shell: Shell, one: Recommended): Omit<Candidate, keyof UnitOffer> {
  const { region } = reachOf(shell)
  const { score, source, rule, words, record, precedents, wrong } = one
  const { assigned, kept, wrong: recordWrong } = record
  return {
    score,
    source,
    why: recommendedWords(one),
    rule: rule === null ? null : groundOf(shell.city, rule),
    words: [...words],
    record: { assigned, kept, wrong: recordWrong },
    ended: precedents.length,
    wrong,
    precedents: precedents
      .filter((past) => region === null || past.region.startsWith(region))
      .slice(0, PRECEDENTS)
      .map(({ id, no, likeness }) => ({ id, no, likeness })),
  }
}

const names = new WeakMap<City, Named<UnitId>[]>()

function namesOf(city: City): Named<UnitId>[] {
  const known = names.get(city)
  if (known !== undefined) return known
  const made = [...city.units.values()]
    .filter(({ type }) => type !== 'hotline')
    .map(({ id, name }) => ({ it: id, name, ...pinyinOf(name) }))
  names.set(city, made)
  return made
}

/** By name and pinyin; then by what the duty list says. */
function unitsLike(city: City, q: string, limit: number): UnitId[] {
  const byName = findNames(namesOf(city), q, limit)
  const byDuty = [...city.units.values()].filter(({ type, duty }) => type !== 'hotline' && duty.includes(q))
  return [...new Set([...byName, ...byDuty.map(({ id }) => id)])].slice(0, limit)
}

/** Only whoever dispatches is shown it as a proposal; a look from review or after the dispatch is no signal. */
const isShown = ({ caller }: Shell, order: Order): boolean =>
  caller.kind === 'staff' &&
  caller.roles.some((role) => role === 'dispatcher' || role === 'dispatch-lead') &&
  can(order, 'dispatched')

export const candidateHandlers = {
  dispatchCandidates: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const recommendation = await recommendFor(shell, order, shell.at)
    if (isShown(shell, order)) await keepRecommendation(shell.db, order, recommendation, shell.actor.id, shell.at)
    const { choice } = recommendation.evidence
    const barred = [...unitsThatReturned(order)]
    const units = recommendation.units.map(({ unit }) => unit)
    const load = loads(await loadOf(shell.db, [...units, ...barred, ...choice.co], shell.at))
    return {
      ok: true,
      reply: {
        choice,
        days: shell.city.policy.straightThrough.days,
        candidates: recommendation.units.map((one) => ({
          ...offerOf(shell, order, one.unit, load),
          ...groundsOf(shell, one),
        })),
        barred: barred.map((unit) => offerOf(shell, order, unit, load)),
        co: choice.co.map((unit) => offerOf(shell, order, unit, load)),
      },
    }
  },

  unitLoad: async (shell, { query: { q, order: id, limit } }) => {
    const stored = id === undefined ? undefined : await reachableOrder(shell, id)
    if (id !== undefined && stored === undefined) return { ok: false, refusal: 'not-found' }
    const found = unitsLike(shell.city, q, limit)
    const load = loads(await loadOf(shell.db, found, shell.at))
    const units = found.map((unit) => ({
      ...offerOf(shell, stored?.order ?? null, unit, load),
      duty: shell.city.units.get(unit)?.duty ?? '',
    }))
    return { ok: true, reply: { units } }
  },
} satisfies Partial<Handlers<Shell>>
