import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { giveBackMemory, isWorthTidying, tidier } from './give-back-memory.ts'

test('what nobody holds any more is gone afterwards, and what somebody holds is not', async () => {
  const held = { city: 'Yunchuan' }
  const [left, kept] = [new WeakRef({ read: new Array<number>(1000).fill(1) }), new WeakRef(held)]
  // A reference just made counts as held until the end of this turn.
  await nextTurn()
  giveBackMemory()
  expect(left.deref()).toBeUndefined()
  expect(kept.deref()).toBe(held)
})

const MB = 1 << 20

test('it is worth a pause when work has ended and left something, and at no other time', () => {
  expect(isWorthTidying({ busy: 0.01, held: 300 * MB, heldThen: 120 * MB })).toBe(true)
  expect(isWorthTidying({ busy: 0.5, held: 300 * MB, heldThen: 120 * MB })).toBe(false)
  expect(isWorthTidying({ busy: 0.01, held: 130 * MB, heldThen: 120 * MB })).toBe(false)
})

test('what work left behind is tidied once, when it is quiet', () => {
  const looks = [
    { at: 0, spent: 0, held: 120 * MB },
    { at: 5000, spent: 4000, held: 310 * MB },
    { at: 10_000, spent: 4100, held: 310 * MB },
    { at: 10_100, spent: 4200, held: 130 * MB },
    { at: 15_000, spent: 4250, held: 150 * MB },
  ].values()
  let collected = 0
  const tidy = tidier(
    () => looks.next().value ?? { at: 0, spent: 0, held: 0 },
    () => {
      collected += 1
    },
  )
  expect([tidy(), tidy(), tidy()]).toEqual([false, true, false])
  expect(collected).toBe(1)
})
