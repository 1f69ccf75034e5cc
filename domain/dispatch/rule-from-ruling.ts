import { z } from 'zod'
import type { City } from '../city/city.ts'
import { territorialUnit } from '../city/lookup.ts'
import type { PartRow } from '../city/part.ts'
import type { UnitId } from '../ids.ts'
import type { Order } from '../order/order.ts'

/** How far a ruling reaches when it becomes a rule: the whole city, or the district or town of its order. */
export const RulingReach = z.enum(['city', 'district', 'town'])
export type RulingReach = z.infer<typeof RulingReach>

const DIGITS: Record<RulingReach, number> = { city: 0, district: 6, town: 9 }

export type RuledRows = { rows: readonly PartRow[]; rule: PartRow; replaced: boolean }

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

/**
 * 拟成规则: the catalogue with this ruling in it. A rule that speaks of exactly the same matter and place is changed, since
 * beside it a second one would contradict it; else the ruling becomes a rule of its own. Null: nothing was ruled.
 */
export function ruleFromRuling(
  order: Order,
  reach: RulingReach,
  rows: readonly PartRow[],
  city: City,
): RuledRows | null {
  const ruling = order.adjudication?.ruling
  const { category } = order.request
  if (ruling == null || category === null) return null
  const region = order.request.region.slice(0, DIGITS[reach])
  const then = {
    lead: resolver(city, ruling.lead, order, reach),
    co: ruling.co.map((unit) => resolver(city, unit, order, reach)).join(';'),
    basis: `派单争议裁定（${ruling.minutesNo ?? order.no}）：${ruling.ruling}`,
  }
  const same = rows.find(
    (row) => row.category === category && (row.region ?? '') === region && (row.requestType ?? '') === '',
  )
  if (same !== undefined) {
    const rule = { ...same, ...then }
    return { rows: rows.map((row) => (row === same ? rule : row)), rule, replaced: true }
  }
  const id = freeId(rows, region === '' ? `r-${category}` : `r-${category}-${region}`)
  const rule: PartRow = { id, priority: '0', category, region, requestType: '', ...then }
  return { rows: [...rows, rule], rule, replaced: false }
}
