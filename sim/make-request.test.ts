import { expect, test } from 'vitest'
import { acceptOrder } from '#contract/accept.ts'
import { beginningsOf } from './beginnings.ts'
import { makeRequest } from './make-request.ts'
import { randomOf } from './random.ts'
import { demoSim } from './sim-city.fixture.ts'
import { sceneCodes } from './texts/all-scenes.ts'

const sim = await demoSim()
const DAY = 86_400_000
const MONDAY = Date.parse('2026-03-02T02:00:00.000Z')
const requests = Array.from({ length: 2000 }, (_, n) => makeRequest(sim, randomOf(3, n), MONDAY + n * 3_600_000))

test('the same seed gives the same days, another seed others', () => {
  const days = (seed: number) => beginningsOf(sim, seed, 55, MONDAY, MONDAY + 3 * DAY)
  expect(days(7)).toEqual(days(7))
  expect(days(8)).not.toEqual(days(7))
})

test('every scene of the demo city has words of its own', () => {
  const scenes = [...sim.city.categories.values()].filter(({ level }) => level === 3).map(({ code }) => code as string)
  expect(scenes.filter((code) => !sceneCodes.includes(code))).toEqual([])
})

test('no text has an unfilled slot', () => {
  for (const { request } of requests)
    expect(`${request.title}${request.content}${request.demand ?? ''}`).not.toMatch(/[{}｜]|undefined/)
})

test('at least 95 of 100 texts are unlike all others', () => {
  expect(new Set(requests.map(({ request }) => request.content)).size).toBeGreaterThanOrEqual(1900)
})

test('texts are as long as an agent writes them', () => {
  const lengths = requests.map(({ request }) => request.content.length).sort((a, b) => a - b)
  expect(lengths[1000]).toBeGreaterThan(40)
  expect(lengths.at(-1)).toBeLessThan(220)
})

test('every request is one that the platform takes', () => {
  for (const { channel, request, appellant } of requests)
    expect(acceptOrder.body.safeParse({ channel, request, appellant }).error).toBeUndefined()
})

test('numbers in texts and of callers are of a range that is nobody’s', () => {
  for (const { request, appellant } of requests) {
    for (const number of request.content.match(/1\d{10}/g) ?? []) expect(number).toMatch(/^1380000\d{4}$/)
    expect(appellant.callerPhone ?? '13800000000').toMatch(/^1380000\d{4}$/)
  }
})
