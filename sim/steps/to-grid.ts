import { categoryOf } from '#domain/city/lookup.ts'
import { aWhile, HOUR, MINUTE, SECOND } from '../delays.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { planAfterthoughts } from './citizen.ts'
import { planGrid } from './grid-begin.ts'

/** The platform looks every two seconds; a while later it can be seen what it did. */
const SOON = 5 * SECOND

/** Whether the platform may send it to a grid worker before a dispatcher sees it. */
export function mayGoToGrid({ sim }: World, { category, story }: Life): boolean {
  if (!sim.city.policy.grid.straight || story.channel === 'grid-report' || category === null) return false
  return categoryOf(sim.city, category)?.gridDirect === true
}

export const planToGrid = (world: World, life: Life, at: number): void =>
  after(world, life, at + SOON, { kind: 'to-grid' })

/** 网格直派 by the platform's own hand; what it leaves is a dispatcher's. */
export const toGrid: Doing<'to-grid'> = async (world, life, at) => {
  if (life.order === null) return
  if (world.toGrid !== null) await world.toGrid(life.order.id, at)
  const dispatcher = world.people.onDuty('dispatcher', life.random, at).login
  const seen = await act(world, life, dispatcher, 'getOrder', { params: { orderId: life.order.id } })
  const own = life.order.assignments.findLast((a) => a.grid !== null)
  if (seen === null || life.order.state !== 'in-handling' || own === undefined) {
    after(world, life, at + aWhile(life.random, MINUTE, 7 * MINUTE), { kind: 'dispatch' })
    return
  }
  world.tally.toGrid += 1
  planGrid(world, life, own, at)
  if (life.fate !== 'grid') planAfterthoughts(world, life, at + aWhile(life.random, HOUR / 2, 2 * HOUR))
}
