import { expect, test } from 'vitest'
import { virtualClock } from './clock.ts'
import { Schedule } from './schedule.ts'

const MINUTE = 60_000

test('each life keeps its order, each call its own moment, and ticks stand between', async () => {
  const clock = virtualClock(0)
  const seen: string[] = []
  const moment = () => Date.parse(clock.now()) / MINUTE
  const tick = async () => void seen.push(`tick ${moment()}`)
  const schedule = new Schedule<{ name: string }>({
    clock,
    until: 60 * MINUTE,
    windowMs: 20 * MINUTE,
    tickMs: 30 * MINUTE,
    tick,
  })
  const [a, b] = [{ name: 'a' }, { name: 'b' }]
  const say = async (life: { name: string }) => {
    await new Promise((resolve) => setTimeout(resolve, life === a ? 3 : 1))
    seen.push(`${life.name} ${moment()}`)
  }
  schedule.add(a, 12 * MINUTE, say)
  schedule.add(a, 5 * MINUTE, async (life, at) => {
    schedule.add(life, at + 2 * MINUTE, say)
    await say(life)
  })
  schedule.add(b, 6 * MINUTE, say)
  schedule.add(b, 45 * MINUTE, say)
  schedule.add(b, 61 * MINUTE, say)
  await schedule.run(0)
  expect(seen.filter((line) => line.startsWith('a'))).toEqual(['a 5', 'a 7', 'a 12'])
  expect(seen.filter((line) => line.startsWith('b'))).toEqual(['b 6', 'b 45'])
  expect(seen.indexOf('tick 30')).toBeGreaterThan(seen.indexOf('a 12'))
  expect(seen.indexOf('tick 30')).toBeLessThan(seen.indexOf('b 45'))
})
