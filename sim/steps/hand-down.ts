import { unitsBelow } from '#domain/city/lookup.ts'
import type { UnitId } from '#domain/ids.ts'
import { pick } from '../random.ts'
import { act, type Doing, type World } from '../world.ts'
import { assignmentOf } from './assignments.ts'
import { beginHandling } from './signing.ts'

const staffedBelow = (world: World, unit: UnitId): UnitId[] =>
  [...unitsBelow(world.sim.city, unit)].filter((below) => below !== unit && world.people.ofUnit(below) !== null)

/** 下派: a town asks one of its communities to look. */
export const handDown: Doing<'hand-down'> = async (world, life, at, { n }) => {
  const assignment = assignmentOf(life, n)
  if (life.order === null || assignment?.state !== 'processing') return
  const below = staffedBelow(world, assignment.unit)
  const person = world.people.ofUnit(assignment.unit)
  if (below.length === 0 || person === null) return
  const body = { unit: pick(life.random, below), note: '请社区到现场核实处置，当天反馈。' }
  const params = { orderId: life.order.id, n }
  if ((await act(world, life, person.login, 'handDown', { params, body })) !== null) beginHandling(world, life, at)
}
