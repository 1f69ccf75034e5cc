import { type NewNumbers, openOrder, RequestWish } from '#domain/accept/open-order.ts'
import type { City } from '#domain/city/city.ts'
import { dueEvents, dueItems } from '#domain/deadline/due-work.ts'
import type { Decision } from '#domain/decision.ts'
import { type Instant, instantOf, msOf } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { apply, opened } from '#domain/order/fold.ts'
import type { Order } from '#domain/order/order.ts'
import { isOpen } from '#domain/order/states.ts'
import type { Random } from '#sim/random.ts'
import type { SimRequest } from '#sim/sim-request.ts'
import type { Staffing } from './staff-of.ts'

export type World = { city: City; staffing: Staffing; now: Instant }
/** Somebody acts after so many hours; undefined: nothing was to be done after all. */
export type Step = { hours: number; take(order: Order, at: Instant): Decision<OrderEvent, string> | undefined }
export type Plot = (order: () => Order, world: World, random: Random) => Iterable<Step>
type Life = { order: Order; events: OrderEvent[] }

const HOUR = 3_600_000
const MOST_DUE = 60

/** What time alone brought before that moment: reminders, missed limits, auto-signing, each at its own time. */
function bringDue(life: Life, city: City, until: Instant): void {
  for (let n = 0; n < MOST_DUE; n++) {
    const next = dueItems(life.order, city).reduce<Instant | null>(
      (first, { at }) => (at <= until && (first === null || at < first) ? at : first),
      null,
    )
    if (next === null) return
    add(life, dueEvents(life.order, city, next))
  }
}

function add(life: Life, events: readonly OrderEvent[]): void {
  life.events.push(...events)
  life.order = events.reduce(apply, life.order)
}

export function openLife(world: World, sim: SimRequest, numbers: NewNumbers, at: Instant, random: Random): Life {
  const wish = { channel: sim.channel, request: RequestWish.parse(sim.request) }
  const opening = openOrder(wish, numbers, world.staffing.hotline('agent', random), world.city, at)
  if (!opening.ok) throw new Error(`not opened: ${opening.refusal}`)
  const [first] = opening.events
  if (first === undefined) throw new Error('opening gave no event')
  return { order: opened(numbers.id, first), events: [first] }
}

export type Pace = {
  /** after so many steps nobody goes on with it */
  steps: number
  /** reminders and missed limits too; costly, so only for the part of the past that is still of interest */
  clocks: boolean
}

/** One order's past by the domain's own decisions: exactly what the server would have recorded, up to now. */
export function liveOn(life: Life, plot: Plot, world: World, random: Random, pace: Pace): Life {
  const { city, now } = world
  let at = life.order.receivedAt
  let left = pace.steps
  for (const step of plot(() => life.order, world, random)) {
    const next = instantOf(msOf(at) + Math.max(1000, Math.round(step.hours * HOUR)))
    if (next > now || left === 0) break
    left -= 1
    if (pace.clocks) bringDue(life, city, next)
    const decision = step.take(life.order, next)
    if (decision === undefined) continue
    at = next
    // A clock may have been quicker (auto-signing); any other refusal is a mistake of the plot.
    if (decision.ok) add(life, decision.events)
    else if (decision.refusal !== 'wrong-state') throw new Error(`${life.order.state}: ${decision.refusal}`)
  }
  const settled = !isOpen(life.order.state)
  if (settled || pace.clocks) bringDue(life, city, now)
  return life
}
