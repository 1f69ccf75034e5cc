import type { City } from '../city/city.ts'
import { categoryOf } from '../city/lookup.ts'
import type { UnitType } from '../city/vocabulary.ts'
import { matterOf } from '../dispatch/matter.ts'
import { industryLead, unitOf } from '../dispatch/resolve-lead.ts'
import type { UnitId } from '../ids.ts'
import type { DispatchChoice } from '../order/event.ts'
import type { Order } from '../order/order.ts'

/** 基层: streets, towns and communities. */
const GRASS_ROOTS: readonly UnitType[] = ['town', 'community']
/** 职能部门: what one of these must do may not be passed down. */
const DEPARTMENTS: readonly UnitType[] = ['department', 'vertical', 'public-enterprise']

const isOf = (city: City, unit: UnitId, types: readonly UnitType[]): boolean => {
  const type = city.units.get(unit)?.type
  return type !== undefined && types.includes(type)
}
const isGrassRoots = (city: City, unit: UnitId): boolean => isOf(city, unit, GRASS_ROOTS)

/** Whose matter it is by the catalogue, else by its scene's row: also after the unit itself has given it back. */
function matterOwner(order: Order, choice: DispatchChoice, city: City): UnitId | null {
  if (choice.lead !== null) return choice.lead
  const lead = industryLead(city, order.request.category)
  return lead === null ? null : unitOf(city, lead, matterOf(order))
}

/** A department's, and no scene that grid workers settle alone. */
function isDepartmental(order: Order, choice: DispatchChoice, city: City): boolean {
  const { category } = order.request
  if (category !== null && categoryOf(city, category)?.gridDirect === true) return false
  const owner = matterOwner(order, choice, city)
  return owner !== null && isOf(city, owner, DEPARTMENTS)
}

/**
 * 应由职能部门办理的不得分派给基层 (国办函〔2025〕66号 (5)): whether one of these units is of the grass roots and the
 * catalogue itself names it neither as lead nor as co-unit. Only a named exception lets it pass.
 */
export const pushedDown = (order: Order, choice: DispatchChoice, units: readonly UnitId[], city: City): boolean => {
  const named = new Set([choice.lead, ...choice.co])
  return units.some((unit) => isGrassRoots(city, unit) && !named.has(unit)) && isDepartmental(order, choice, city)
}
