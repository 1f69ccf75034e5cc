import { expect, test } from 'vitest'
import { taskPins } from './task-pins.ts'

const task = (orderId: string, lng: number | null, lat: number | null) => ({
  orderId,
  n: 1,
  lng,
  lat,
  light: 'green' as const,
})

test('each task has the number of its row, and one without a point has no pin', () => {
  const pins = taskPins([task('A', 111.39, 33.9), task('B', null, null), task('C', 111.4, 33.9)], (t) => t.orderId)
  expect(pins.map(({ id, n, label }) => [id, n, label])).toEqual([
    ['A/1', 1, 'A'],
    ['C/1', 3, 'C'],
  ])
})

test('several at one door stand beside each other, the next door on its own', () => {
  const pins = taskPins(
    [task('A', 111.39, 33.9), task('B', 111.39005, 33.9), task('C', 111.39, 33.90005), task('D', 111.3905, 33.9)],
    (t) => t.orderId,
  )
  expect(pins.map(({ aside }) => aside)).toEqual([undefined, [40, 0], [80, 0], undefined])
  expect(new Set(pins.slice(0, 3).map(({ lng, lat }) => `${lng} ${lat}`)).size).toBe(1)
})
