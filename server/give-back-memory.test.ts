import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { giveBackMemory } from './give-back-memory.ts'

test('what nobody holds any more is gone afterwards, and what somebody holds is not', async () => {
  const held = { city: 'Yunchuan' }
  const [left, kept] = [new WeakRef({ read: new Array<number>(1000).fill(1) }), new WeakRef(held)]
  // A reference just made counts as held until the end of this turn.
  await nextTurn()
  giveBackMemory()
  expect(left.deref()).toBeUndefined()
  expect(kept.deref()).toBe(held)
})
