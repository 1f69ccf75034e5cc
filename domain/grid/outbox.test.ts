import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drainOutbox, type OutboxStore } from './drain-outbox.ts'
import { newOutgoing, nextToSend, type Outgoing, outcomeOf, refusedOf, waitAfter, waitingOf } from './outbox.ts'

function memory(): OutboxStore<number> & { box: Map<string, Outgoing<number>> } {
  const box = new Map<string, Outgoing<number>>()
  return {
    box,
    all: async () => [...box.values()],
    put: async (one) => void box.set(one.key, one),
    drop: async (key) => void box.delete(key),
  }
}

describe('what an answer means', () => {
  test.each<[number | null, string, string]>([
    [200, '', 'done'],
    [null, 'unreachable', 'later'],
    [502, 'unreachable', 'later'],
    [503, 'database-unavailable', 'later'],
    [429, 'too-many-requests', 'later'],
    [409, 'still-in-progress', 'later'],
    [401, 'not-logged-in', 'log-in'],
    [403, 'csrf-token-wrong', 'log-in'],
    [403, 'not-allowed', 'refused'],
    [409, 'wrong-state', 'refused'],
    [422, 'unknown-file', 'refused'],
  ])('%s %s: %s', (status, code, kind) => {
    expect(outcomeOf(status, code, '').kind).toBe(kind)
  })
})

test('nobody sends what another person did at the same phone', () => {
  const box = [newOutgoing<number>([], 'k1', 'a', 1, 0)]
  expect(nextToSend(box, 'b', 0)).toBe(null)
  expect(waitingOf(box, 'b')).toEqual([])
})

test('waits grow to a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 99].map(waitAfter)).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
})

test('a refusal stays with the server’s words and what comes after it goes on', async () => {
  const store = memory()
  for (const n of [1, 2, 3]) {
    const one = newOutgoing([...store.box.values()], `k${n}`, 'a', n, 0)
    await store.put(one)
  }
  const sent: number[] = []
  const drained = await drainOutbox(
    store,
    'a',
    async ({ action }) => {
      sent.push(action)
      return action === 2 ? { kind: 'refused', code: 'wrong-state', words: '状态不对' } : { kind: 'done' }
    },
    () => 0,
  )
  expect(sent).toEqual([1, 2, 3])
  expect(drained).toEqual({ left: 0, nextAt: null, logIn: false })
  expect(refusedOf([...store.box.values()], 'a')).toMatchObject([{ key: 'k2', no: { words: '状态不对' } }])
})

test('without a log-in nothing more is tried and nothing is lost', async () => {
  const store = memory()
  await store.put(newOutgoing([], 'k1', 'a', 1, 0))
  const drained = await drainOutbox(
    store,
    'a',
    async () => ({ kind: 'log-in', code: 'not-logged-in', words: '' }),
    () => 0,
  )
  expect(drained.logIn).toBe(true)
  expect(nextToSend([...store.box.values()], 'a', 0)?.key).toBe('k1')
})

test('whatever is cut, before or after the server acted: each action has one effect, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('ok', 'lost-request', 'lost-reply', 'busy'), { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      async (line, count) => {
        const store = memory()
        const effects: number[] = []
        const seen = new Set<string>()
        let now = 0
        for (let n = 0; n < count; n++) await store.put(newOutgoing([...store.box.values()], `k${n}`, 'a', n, now))
        const luck = [...line]
        const post = async ({ key, action }: Outgoing<number>) => {
          const what = luck.shift() ?? 'ok'
          if (what === 'lost-request') return outcomeOf(null, 'unreachable', '')
          if (what === 'busy') return outcomeOf(503, 'database-unavailable', '')
          if (!seen.has(key)) effects.push(action)
          seen.add(key)
          return what === 'lost-reply' ? outcomeOf(null, 'unreachable', '') : outcomeOf(200, '', '')
        }
        for (let round = 0; round < 100 && store.box.size > 0; round++) {
          await drainOutbox(store, 'a', post, () => now)
          now += 60_000
        }
        expect(effects).toEqual(Array.from({ length: count }, (_, n) => n))
        expect(store.box.size).toBe(0)
      },
    ),
    { numRuns: 200 },
  )
})
