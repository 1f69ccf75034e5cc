import { atDesk, aWhile, isPrompt, limitOf, MINUTE } from '../delays.ts'
import { between, chance, type Random } from '../random.ts'
import { after, type Life, type World } from '../world.ts'
import { mayGoToGrid, planToGrid } from './to-grid.ts'

const reviewWait = (random: Random): number => aWhile(random, MINUTE, 9 * MINUTE)
const dispatchWait = (random: Random): number =>
  chance(random, 0.04) ? between(random, 30, 90) * MINUTE : aWhile(random, MINUTE, 7 * MINUTE)

/** From intake to the next desk, as the order's state says. */
export function onwards(world: World, life: Life, at: number): void {
  const haste = isPrompt(limitOf(world.sim.city, life.order?.profile ?? null, 'C3')) ? 0.3 : 1
  const soon = (wait: number): number => atDesk(world, 'front', at, wait * haste)
  if (life.order?.state === 'pending-review') after(world, life, soon(reviewWait(life.random)), { kind: 'review' })
  if (life.order?.state !== 'pending-dispatch') return
  if (mayGoToGrid(world, life)) planToGrid(world, life, at)
  else after(world, life, soon(dispatchWait(life.random)), { kind: 'dispatch' })
}
