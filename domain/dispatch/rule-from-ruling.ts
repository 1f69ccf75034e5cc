import { z } from 'zod'
import type { City } from '../city/city.ts'
import { territorialUnit } from '../city/lookup.ts'
import { type PartRow, wholeRow } from '../city/part.ts'
import { RuleCondition } from '../city/vocabulary.ts'
import type { UnitId } from '../ids.ts'
import type { Order } from '../order/order.ts'
import { chooseUnit } from './choose-unit.ts'
import { matterOf } from './matter.ts'

/** How far a ruling reaches when it becomes a rule: the whole city, or the district or town of its order. */
export const RulingReach = z.enum(['city', 'district', 'town'])
export type RulingReach = z.infer<typeof RulingReach>

const DIGITS: Record<RulingReach, number> = { city: 0, district: 6, town: 9 }

type RuledRows = { rows: readonly PartRow[]; rule: PartRow; replaced: boolean }

/** As the catalogue spells it: whoever has the place by right of the place is named so, and holds elsewhere too. */
function resolver(city: City, unit: UnitId, order: Order, reach: RulingReach): string {
  const territorial = (['town', 'district', 'community'] as const).find(
    (type) => territorialUnit(city, type, order.request.region) === unit,
  )
  return territorial === undefined || reach === 'town' ? unit : `@${territorial}`
}

function freeId(rows: readonly PartRow[], wanted: string): string {
  const taken = new Set(rows.map((row) => row.id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(id)) return id
  }
}

/** What of the order the rule may ask besides scene and place, where the ruling hangs on it: inside the estate, not on the road. */
export const RulingGround = z.enum(['placeType', 'ownership', 'respondentType'])
export type RulingGround = z.infer<typeof RulingGround>

const CONDITIONS = RuleCondition.options.filter((one) => one !== 'category' && one !== 'region')

/** The row by which the order goes now: one that says less than the new rule loses to it and is of no concern. */
function decidingRow(rows: readonly PartRow[], order: Order, city: City): PartRow | undefined {
  const { rule } = chooseUnit(matterOf(order), city, new Set())
  return rows.find((row) => row.id === rule)
}

type Asked = { priority: string; category: string; region: string; conditions: PartRow }

/**
 * What the new rule asks: the scene and the place as far as the ruling reaches, the order's own circumstances as far as
 * they are its ground, and whatever the rule asks that it overrules, beside which it would otherwise never speak.
 */
function askedBy(order: Order, reach: RulingReach, grounds: readonly RulingGround[], deciding?: PartRow): Asked {
  const { request } = order
  const overruled = deciding !== undefined && deciding.category === request.category ? deciding : undefined
  const reached = request.region.slice(0, DIGITS[reach])
  const region = (overruled?.region ?? '').length > reached.length ? (overruled?.region ?? '') : reached
  const kept = CONDITIONS.filter((one) => one !== 'requestType').map((one) => [one, overruled?.[one] ?? ''])
  const own = grounds.map((ground) => [ground, request[ground] ?? ''])
  return {
    priority: deciding?.priority || '0',
    category: request.category ?? '',
    region,
    conditions: Object.fromEntries([...kept, ['requestType', ''], ...own]),
  }
}

/**
 * 拟成规则: the catalogue with this ruling in it. A rule that speaks of exactly the same matter and place is changed, since
 * beside it a second one would contradict it; else the ruling becomes a rule of its own. Null: nothing was ruled.
 */
export function ruleFromRuling(
  order: Order,
  reach: RulingReach,
  rows: readonly PartRow[],
  city: City,
  grounds: readonly RulingGround[] = [],
): RuledRows | null {
  const ruling = order.adjudication?.ruling
  const { category } = order.request
  if (ruling == null || category === null) return null
  const asked = askedBy(order, reach, grounds, decidingRow(rows, order, city))
  const { region, conditions } = asked
  const then = {
    lead: resolver(city, ruling.lead, order, reach),
    co: ruling.co.map((unit) => resolver(city, unit, order, reach)).join(';'),
    basis: `派单争议裁定（${ruling.minutesNo ?? order.no}）：${ruling.ruling}`,
  }
  const same = rows.find(
    (row) =>
      row.category === category &&
      (row.region ?? '') === region &&
      (row.priority ?? '0') === asked.priority &&
      CONDITIONS.every((one) => (row[one] ?? '') === conditions[one]),
  )
  if (same !== undefined) {
    const rule = { ...same, ...then, active: '1', to: '' }
    return { rows: rows.map((row) => (row === same ? rule : row)), rule, replaced: true }
  }
  const named = [category, region, ...CONDITIONS.map((one) => (isWord(conditions[one]) ? conditions[one] : ''))]
  const id = freeId(rows, ['r', ...named.filter((part) => part !== '')].join('-').slice(0, 60))
  const { priority } = asked
  const rule = wholeRow('rules', { id, priority, category, region, ...conditions, ...then })
  return { rows: [...rows, rule], rule, replaced: false }
}

/** Fit for an id: codes are, lists and spans are not. */
const isWord = (cell: string | undefined): boolean => /^[a-z-]+$/.test(cell ?? '')
