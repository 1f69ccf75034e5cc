import { metresBetween, type Point, pointOf } from '#domain/grid/place-distance.ts'
import type { MapPin } from '../map/pin.ts'
import type { LocalTask } from './use-tasks.ts'

/** Nearer than this two matters stand on each other, however near one looks. */
const ONE_DOOR_M = 12
/** So far beside each other they are put: a pin's width. */
const BESIDE_PX = 40

type Pinned = Pick<LocalTask, 'n' | 'lng' | 'lat' | 'light'> & { orderId: string }
const keyOf = ({ orderId, n }: Pinned): string => `${orderId}/${n}`

/**
 * The tasks that have a point, each under the number of its row; several at one door stand side by side. `label` says the
 * task in words.
 */
export function taskPins<T extends Pinned>(tasks: readonly T[], label: (task: T) => string): MapPin[] {
  const pins: MapPin[] = []
  const doors: { at: Point; count: number }[] = []
  tasks.forEach((task, i) => {
    const at = pointOf(task)
    if (at === null) return
    const door = doors.find((one) => metresBetween(one.at, at) < ONE_DOOR_M)
    const beside = door?.count ?? 0
    if (door === undefined) doors.push({ at, count: 1 })
    else door.count++
    const { lng, lat } = door?.at ?? at
    pins.push({
      id: keyOf(task),
      n: i + 1,
      lng,
      lat,
      label: label(task),
      light: task.light,
      ...(beside === 0 ? {} : { aside: [beside * BESIDE_PX, 0] as const }),
    })
  })
  return pins
}
