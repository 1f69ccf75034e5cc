import { describe, expect, test } from 'vitest'
import { arrivalsOn, domainShares } from './demand.ts'
import { makeRequest } from './make-request.ts'
import { randomOf } from './random.ts'
import { demoSim } from './sim-city.fixture.ts'

const sim = await demoSim()
const DAY = 86_400_000
const NEW_YEAR = Date.parse('2025-12-31T16:00:00.000Z')
/** Some hour of some day of the year, the same for the same n. */
const momentOf = (n: number): number => NEW_YEAR + (n % 365) * DAY + ((n * 7) % 24) * 3_600_000

describe('20,000 requests over a year', () => {
  const drawn = Array.from({ length: 20_000 }, (_, n) => makeRequest(sim, randomOf(11, n), momentOf(n)))

  test('come in the shares of the report', () => {
    for (const [domain, percent] of Object.entries(domainShares)) {
      const share = drawn.filter(({ trueCategory }) => trueCategory?.startsWith(domain)).length / 200
      expect(Math.abs(share - percent), domain).toBeLessThan(0.9)
    }
  })

  test('reach every scene of the city', () => {
    const scenes = [...sim.city.categories.values()]
      .filter(({ level }) => level === 3)
      .map(({ code }) => code as string)
    const reached = new Set<string | null>(drawn.map(({ trueCategory }) => trueCategory))
    expect(scenes.filter((scene) => !reached.has(scene))).toEqual([])
  })

  test('ask more often than they complain', () => {
    const asking = drawn.filter(({ request }) => request.requestType === 'consult').length / drawn.length
    expect(asking).toBeGreaterThan(0.53)
    expect(asking).toBeLessThan(0.57)
  })

  test('mostly come by phone', () => {
    const byPhone = drawn.filter(({ channel }) => channel === 'phone').length / drawn.length
    expect(Math.abs(byPhone - 0.907)).toBeLessThan(0.01)
  })
})

test('a day of the full city has 3,500 requests on average, most of them on Mondays and in the forenoon', () => {
  const weeks = Array.from({ length: 52 * 7 }, (_, n) => arrivalsOn(randomOf(5, n), NEW_YEAR + n * DAY, 3500))
  const total = weeks.reduce((sum, day) => sum + day.length, 0)
  expect(Math.abs(total / weeks.length - 3500)).toBeLessThan(70)
  const byWeekday = Array.from({ length: 7 }, (_, weekday) => weeks.filter((_, n) => (n + 3) % 7 === weekday))
  const means = byWeekday.map((days) => days.reduce((sum, day) => sum + day.length, 0) / days.length)
  expect(means.indexOf(Math.max(...means))).toBe(0)
  const hours = weeks.flat().map((at) => Math.floor(((at + 8 * 3_600_000) % DAY) / 3_600_000))
  const inHour = (hour: number) => hours.filter((h) => h === hour).length
  expect(inHour(10)).toBeGreaterThan(inHour(12))
  expect(inHour(15)).toBeGreaterThan(inHour(12))
})
