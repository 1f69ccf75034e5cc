import { expect, test } from 'vitest'
import { categoryOf } from '#domain/city/lookup.ts'
import { minuteOfDay } from '#domain/deadline/civil-time.ts'
import { asksEnforcement } from '#domain/grid/grid-refused.ts'
import { instantOf } from '#domain/ids.ts'
import { submitted } from '#domain/order/order.fixture.ts'
import { DAY, HOUR } from './delays.ts'
import { gridEve, gridMattersOn, whistlesOn } from './grid-beginnings.ts'
import { randomOf } from './random.ts'
import { demoSim } from './sim-city.fixture.ts'

const sim = await demoSim()
const MIDNIGHT = Date.parse('2026-03-01T16:00:00.000Z')
const AT = instantOf(MIDNIGHT)
const first = sim.city.staff.find(({ roles }) => roles.includes('grid-worker'))

test.each([0, 3, 8.5, 12, 20, 23.5])(
  'a demo opened at %f o’clock has matters on the phones, none older than a day',
  (hour) => {
    const until = MIDNIGHT + hour * HOUR
    const eve = gridEve(sim, 7, until)
    expect(eve.length).toBeGreaterThanOrEqual(6)
    expect(eve.filter(({ story }) => first?.region?.startsWith(story.request.region)).length).toBeGreaterThan(1)
    for (const { at } of eve) {
      expect(at).toBeLessThan(until)
      expect(at).toBeGreaterThan(until - DAY)
      expect(minuteOfDay(at)).toBeGreaterThan(8 * 60)
      expect(minuteOfDay(at)).toBeLessThan(20 * 60)
    }
  },
)

test('what is meant for the grid is a scene of the grid and asks for no enforcement', () => {
  const matters = gridMattersOn(sim, 7, MIDNIGHT, 40)
  expect(matters.length).toBeGreaterThan(30)
  for (const { story } of matters) {
    expect(story.trueCategory && categoryOf(sim.city, story.trueCategory)?.gridDirect).toBe(true)
    const { title = '', content } = story.request
    const order = submitted(sim.city, { requestType: 'complaint', category: story.trueCategory, title, content }, AT)
    expect(asksEnforcement(order, sim.city), content).toBe(false)
  }
})

test('whistles come from a worker’s own community and are no scene of the grid', () => {
  const blown = whistlesOn(sim, randomOf(7, 'whistles'), MIDNIGHT, 20)
  expect(blown).toHaveLength(20)
  for (const { story } of blown) {
    const worker = sim.city.staff.find(({ id }) => id === story.whistledBy)
    expect(worker?.region?.startsWith(story.request.region)).toBe(true)
    expect(story.trueCategory && categoryOf(sim.city, story.trueCategory)?.gridDirect).toBe(false)
  }
})

test('where the grid gets nothing by itself no matter is made for it', () => {
  const { city } = sim
  const grid = { ...city.policy.grid, straight: false }
  const off = { ...sim, city: { ...city, policy: { ...city.policy, grid } } }
  expect([gridEve(off, 7, MIDNIGHT), gridMattersOn(off, 7, MIDNIGHT, 40)]).toEqual([[], []])
})
