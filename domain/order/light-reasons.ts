import type { City, LightRule } from '../city/city.ts'
import type { Light } from '../city/vocabulary.ts'
import type { Instant } from '../ids.ts'
import type { OrderEvent } from './event.ts'
import type { Order } from './order.ts'

/** One hit of the city's table of lights. `standing`: its cause still holds, so it counts for the light of now. */
type LightReason = {
  light: Light
  at: Instant
  clock: string | null
  standing: boolean
  /** where in the city's table, from 1, and its words; null where the table has changed since */
  rule: { n: number; reason: string } | null
}

type Hit = Extract<OrderEvent, { light: Light | null }>

const dissatisfactions = (events: readonly OrderEvent[]): number =>
  events.filter((e) => e.kind === 'callback-answered' && e.light !== null).length

/** Which row of the table spoke when this event was written: of several, the one that gave its light with most weight. */
function ruleOf(city: City, event: Hit, before: readonly OrderEvent[]): LightReason['rule'] {
  const reworks = before.filter((e) => e.kind === 'rework-ordered' || e.kind === 'reopened').length + 1
  const spoke = ({ when }: LightRule): boolean => {
    switch (event.kind) {
      case 'unmerged':
        return when.kind === 'clock-missed'
      case 'clock-missed':
        return when.kind === 'clock-missed' && when.clock === event.code
      case 'clock-warned':
        return when.kind === 'share-used' && event.clock.includes(when.clock) && event.percent >= when.percent
      case 'callback-answered':
        return when.kind === 'dissatisfied' && dissatisfactions(before) + 1 >= when.times
      case 'rework-ordered':
        return when.kind === 'rework' && reworks >= when.times
    }
  }
  const n = city.lights.findLastIndex((rule) => rule.light === event.light && spoke(rule))
  const rule = city.lights[n]
  return rule === undefined ? null : { n: n + 1, reason: rule.reason }
}

/** Every light the order was given, in the order of time, with the rule that gave it. */
export function lightReasons(order: Order, events: readonly OrderEvent[], city: City): LightReason[] {
  return events.flatMap((event, index) => {
    if (!('light' in event) || event.light === null) return []
    const clock = 'clock' in event ? event.clock : null
    const standing = order.lightHits.some(
      (hit) => hit.at === event.at && hit.clock === clock && hit.light === event.light,
    )
    const rule = ruleOf(city, event, events.slice(0, index))
    return [{ light: event.light, at: event.at, clock, standing, rule }]
  })
}
