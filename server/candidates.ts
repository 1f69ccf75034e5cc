import { encodeTime } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import type { Candidate, HistoryArea, UnitOffer } from '#contract/candidates.ts'
import { type LedBefore, ledBefore, loadOf, type UnitLoad } from '#db/unit-load.ts'
import type { City, DispatchRule } from '#domain/city/city.ts'
import { findNames, type Named } from '#domain/city/find-names.ts'
import { type RuleNearness, ruleCandidates } from '#domain/dispatch/candidates.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { unitRefused } from '#domain/dispatch/dispatch-order.ts'
import { unitsThatReturned } from '#domain/dispatch/returns.ts'
import type { Instant, UnitId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { reachableOrder } from './change-order.ts'
import { categoryName } from './order-view.ts'
import { pinyinOf } from './pinyin.ts'
import type { Shell } from './shell.ts'

/** How far back "lately" reaches: a quarter, so that a season and a re-organisation show. */
const HISTORY_DAYS = 90
/** As many as there are keys to choose them by. */
const OFFERED = 9

/** The smallest key of an order received so many days ago. */
export const keyDaysAgo = (at: Instant, days: number): string => encodeTime(Date.parse(at) - days * 86_400_000, 10)

const NO_LOAD = { open: 0, red: 0, yellow: 0, green: 0 }
const loads = (found: readonly UnitLoad[]) =>
  new Map(found.map(({ unit, open, red, yellow }) => [unit, { open, red, yellow, green: open - red - yellow }]))

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

const groundOf = (city: City, rule: DispatchRule, nearness: RuleNearness): Candidate['rule'] => ({
  id: rule.id,
  nearness,
  category: rule.category,
  categoryName: categoryName(city, rule.category),
  region: rule.region,
  basis: rule.basis,
})

const AREAS: readonly (readonly [HistoryArea, number])[] = [
  ['town', 9],
  ['district', 6],
  ['city', 0],
]
/** Fewer cases than this say nothing about a place, so its surroundings are asked. */
const ENOUGH = 10

type Lately = { area: HistoryArea; past: readonly LedBefore[] }

const ledIn = (past: readonly LedBefore[]): number => past.reduce((sum, { led }) => sum + led, 0)

async function lately(shell: Shell, { id, request: { category, region } }: Order): Promise<Lately> {
  let found: Lately = { area: 'town', past: [] }
  if (category === null) return found
  for (const [area, digits] of AREAS) {
    const fromId = keyDaysAgo(shell.at, HISTORY_DAYS)
    const past = await ledBefore(shell.db, { category, region: region.slice(0, digits), fromId, not: id })
    found = { area, past }
    if (ledIn(past) >= ENOUGH) return found
  }
  return found
}

type Ground = Pick<Candidate, 'rule' | 'history'>

/** The rule's choice first, then whoever led most of the same lately, then whoever some rule names. */
function groundsOf(shell: Shell, order: Order, choice: ReturnType<typeof chooseUnit>, past: readonly LedBefore[]) {
  const of = ledIn(past)
  const history = new Map(past.map(({ unit, led, returned }) => [unit, { led, of, returned }]))
  const named = ruleCandidates(order.request, choice, shell.city)
  const grounds = new Map<UnitId, Ground>()
  for (const { unit, rule, nearness } of named)
    grounds.set(unit, { rule: groundOf(shell.city, rule, nearness), history: history.get(unit) ?? null })
  for (const [unit, led] of history) if (!grounds.has(unit)) grounds.set(unit, { rule: null, history: led })
  const rank = ([unit, { history: past }]: [UnitId, Ground]) => (unit === choice.lead ? Infinity : (past?.led ?? 0))
  return [...grounds].toSorted((a, b) => rank(b) - rank(a)).slice(0, OFFERED)
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

export const candidateHandlers = {
  dispatchCandidates: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const choice = chooseUnit(order.request, shell.city, unitsThatReturned(order))
    const { area, past } = await lately(shell, order)
    const grounds = groundsOf(shell, order, choice, past)
    const load = loads(await loadOf(shell.db, [...grounds.map(([unit]) => unit), ...choice.co]))
    return {
      ok: true,
      reply: {
        choice,
        days: HISTORY_DAYS,
        area,
        candidates: grounds.map(([unit, ground]) => ({ ...offerOf(shell, order, unit, load), ...ground })),
        co: choice.co.map((unit) => offerOf(shell, order, unit, load)),
      },
    }
  },

  unitLoad: async (shell, { query: { q, order: id, limit } }) => {
    const stored = id === undefined ? undefined : await reachableOrder(shell, id)
    if (id !== undefined && stored === undefined) return { ok: false, refusal: 'not-found' }
    const found = unitsLike(shell.city, q, limit)
    const load = loads(await loadOf(shell.db, found))
    const units = found.map((unit) => ({
      ...offerOf(shell, stored?.order ?? null, unit, load),
      duty: shell.city.units.get(unit)?.duty ?? '',
    }))
    return { ok: true, reply: { units } }
  },
} satisfies Partial<Handlers<Shell>>
