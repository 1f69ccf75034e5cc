import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { signAssignment } from '../handling/sign-assignment.ts'
import type { AssignmentId, UnitId } from '../ids.ts'
import { deltasOf } from '../measures/deltas.ts'
import { apply } from '../order/fold.ts'
import { at, dispatched, dispatcher, done, liaison } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { firstDispatchWrong, responsibleOf } from './returns.ts'
import { outcomeOf } from './settled.ts'
import { UndoDispatch, undoDispatch } from './undo-dispatch.ts'

const city = await loadCity(fileURLToPath(new URL('../../city/demo', import.meta.url)))
const NOW = at('2026-03-02 10:00')
const LATER = at('2026-03-02 10:05')
const WRONG = 'education' as UnitId
const RIGHT = 'water-utility' as UnitId
const sent = (): Order => dispatched(city, [WRONG, 'civil-affairs'], NOW)
const undo = (order: Order, wish: Partial<UndoDispatch>) =>
  undoDispatch(
    order,
    UndoDispatch.parse({ ground: 'wrong-unit', reason: '职责不在教育', ...wish }),
    dispatcher,
    city,
    LATER,
  )
const other = [...city.units.values()].find(
  ({ id, type }) => type === 'department' && id !== WRONG && id !== 'civil-affairs',
)
const OTHER = other?.id ?? RIGHT

test('taken back, nobody has it, its clocks are stopped and the desk owes it anew', () => {
  const order = done(sent(), undo(sent(), {}))
  expect(order.state).toBe('pending-dispatch')
  expect(order.assignments.map((a) => a.state)).toEqual(['cancelled', 'cancelled'])
  expect(order.clocks.filter((c) => c.party === 'unit' && c.stoppedAt === null)).toEqual([])
  expect(order.clocks.filter((c) => c.party === 'citizen' && c.stoppedAt === null)).not.toEqual([])
  expect(order.clocks.findLast((c) => c.code === 'C1')).toMatchObject({
    id: 'hotline-C1-2',
    from: LATER,
    stoppedAt: null,
  })
  expect(order.undone).toMatchObject([{ ground: 'wrong-unit', assignment: order.assignments[0]?.id }])
})

test('sent elsewhere in the same step it is a wrong first dispatch, counted once and for the first unit', () => {
  const before = sent()
  const decision = undo(before, { lead: OTHER })
  if (!decision.ok) throw new Error(decision.refusal)
  expect(decision.events.map(({ kind }) => kind)).toEqual(['recalled', 'dispatch-undone', 'dispatched'])
  let order = before
  const counts = decision.events.flatMap((event) => {
    const was = order
    order = apply(order, event)
    return deltasOf(was, event, order).filter(({ measure }) => measure === 'first-dispatch-wrong')
  })
  expect(counts).toMatchObject([{ unit: WRONG, n: 1 }])
  expect(firstDispatchWrong(order)).toBe(true)
  expect(order.assignments.at(-1)).toMatchObject({ unit: OTHER, state: 'pending-sign' })
  expect(outcomeOf(order)).toMatchObject({ unit: null, wrong: [{ unit: WRONG }] })
})

test('whoever had it by mistake no longer answers for it, the new one does', () => {
  expect(responsibleOf(done(sent(), undo(sent(), { lead: OTHER })))).toBe(OTHER)
  expect(responsibleOf(done(sent(), undo(sent(), {})))).toBe(WRONG)
})

test('changed facts are nobody’s mistake, nor is the same unit again', () => {
  expect(firstDispatchWrong(done(sent(), undo(sent(), { ground: 'changed-facts', lead: OTHER })))).toBe(false)
  const back = done(sent(), undo(sent(), {}))
  const again = { lead: WRONG, co: [], overrideReason: '核实后仍归教育', note: null }
  expect(firstDispatchWrong(done(back, dispatchOrder(back, again, dispatcher, city, LATER)))).toBe(false)
})

test('not after the lead has signed, not to the unit that has it, not to one that may not have it, not twice', () => {
  const lead = `${sent().id}/1` as AssignmentId
  const signed = done(sent(), signAssignment(sent(), lead, liaison(WRONG), LATER))
  expect(undo(signed, {})).toEqual({ ok: false, refusal: 'lead-has-signed' })
  expect(undo(sent(), { lead: WRONG })).toEqual({ ok: false, refusal: 'same-unit-again' })
  expect(undo(sent(), { lead: 'hotline' as UnitId })).toEqual({ ok: false, refusal: 'not-a-handling-unit' })
  expect(undo(done(sent(), undo(sent(), {})), {})).toEqual({ ok: false, refusal: 'wrong-state' })
})
