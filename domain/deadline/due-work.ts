import type { City, LightRule } from '../city/city.ts'
import { calendarOf } from '../city/lookup.ts'
import type { Light } from '../city/vocabulary.ts'
import { goingUp } from '../grid/report-up.ts'
import { signing } from '../handling/sign-assignment.ts'
import { type Instant, instantOf } from '../ids.ts'
import { SYSTEM } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import { can, canOn, type Order, worse } from '../order/order.ts'
import type { Clock } from './clock.ts'
import { isRunning } from './clock.ts'
import { dueAt } from './due.ts'
import { momentAtShare } from './share.ts'

/** Something the clock alone will bring about: found by index on `at`, so a sweep costs what is due, not what is open. */
type DueItem = { item: string; at: Instant; provisional: boolean }

const DAY = 86_400_000

/** The clocks whose shares are reminded of: the answer, first time and again. */
const WARNED: readonly Clock['code'][] = ['C5', 'C8']

const shareOf = (clock: Clock, city: City, percent: number): Instant =>
  momentAtShare(calendarOf(city, clock.calendar), clock.limit, clock.from, clock.due, percent / 100)

/** The next reminder not yet given, or the due moment itself; nothing more once it is missed. */
function nextOf(clock: Clock, city: City): Instant | null {
  if (!isRunning(clock) || clock.missedAt !== null) return null
  const shares = WARNED.includes(clock.code) ? city.policy.warnShares : []
  const percent = shares.map((share) => share * 100).find((p) => !clock.warned.includes(p))
  return percent === undefined ? clock.due : shareOf(clock, city, percent)
}

/** All that time will bring to this order as it stands: at most one item a clock, and the archive. */
export function dueItems(order: Order, city: City): readonly DueItem[] {
  const items = order.clocks.flatMap((clock) => {
    const at = nextOf(clock, city)
    return at === null ? [] : [{ item: clock.id, at, provisional: clock.provisional }]
  })
  // A merged order waits for its master, however long that takes.
  if (!can(order, 'archived') || order.endedAt === null || order.state === 'merged') return items
  const at = instantOf(Date.parse(order.endedAt) + city.policy.archiveDays * DAY)
  return [...items, { item: 'archive', at, provisional: false }]
}

const lightFor = (city: City, hit: (when: LightRule['when']) => boolean): Light | null =>
  city.lights
    .filter(({ when }) => hit(when))
    .reduce<Light | null>((light, rule) => worse(light ?? 'green', rule.light), null)

function missed(order: Order, clock: Clock, city: City, now: Instant): OrderEvent[] {
  const light = lightFor(city, (when) => when.kind === 'clock-missed' && when.clock === clock.code)
  const event: OrderEvent = { kind: 'clock-missed', at: now, by: SYSTEM, clock: clock.id, code: clock.code, light }
  const assignment = order.assignments.find((a) => a.id === clock.assignment)
  const given = assignment === undefined || assignment.grid === null || !canOn(assignment, 'reported-up')
  if (clock.code === 'C5' && !given) {
    const why = { ground: 'over-24-hours' as const, note: null, evidence: [] }
    return [event, ...goingUp(order, assignment, why, SYSTEM, city, now)]
  }
  const autoSign =
    clock.code === 'C2' && city.policy.autoSign && assignment !== undefined && canOn(assignment, 'auto-signed')
  return autoSign ? [event, ...signing(order, assignment.id, 'auto-signed', SYSTEM, now)] : [event]
}

function warned(clock: Clock, city: City, now: Instant): OrderEvent[] {
  return city.policy.warnShares
    .map((share) => share * 100)
    .filter((percent) => !clock.warned.includes(percent) && shareOf(clock, city, percent) <= now)
    .map((percent) => ({
      kind: 'clock-warned',
      at: now,
      by: SYSTEM,
      clock: clock.id,
      percent,
      light: lightFor(city, (w) => w.kind === 'share-used' && w.clock === clock.code && percent >= w.percent),
    }))
}

/** What has become due by `now`, as events in the order they belong. Asked again, it gives nothing: it may run twice. */
export function dueEvents(order: Order, city: City, now: Instant): readonly OrderEvent[] {
  const events: OrderEvent[] = []
  let state = order
  const add = (more: readonly OrderEvent[]) => {
    events.push(...more)
    state = more.reduce(apply, state)
  }
  for (const { id } of order.clocks) {
    const clock = state.clocks.find((c) => c.id === id)
    if (clock === undefined || nextOf(clock, city) === null) continue
    if (WARNED.includes(clock.code)) add(warned(clock, city, now))
    if (clock.due <= now) add(missed(state, clock, city, now))
  }
  const archive = dueItems(state, city).some((due) => due.item === 'archive' && due.at <= now)
  if (archive) add([{ kind: 'archived', at: now, by: SYSTEM }])
  return events
}

/** When the calendar of a provisional year arrives: the same promise, worked out again with real holidays. */
export function recomputeProvisional(order: Order, city: City, now: Instant): readonly OrderEvent[] {
  const clocks = order.clocks.filter(isRunning).flatMap((clock) => {
    const calendar = calendarOf(city, clock.calendar)
    if (!clock.provisional || clock.calendarVersion === calendar.version) return []
    const due = dueAt(calendar, clock.limit, clock.from)
    const { stoppedAt: _stopped, missedAt: _missed, warned: _warned, ...started } = clock
    return [{ ...started, due: due.at, provisional: due.provisional, calendarVersion: calendar.version }]
  })
  const version = calendarOf(city, city.policy.calendar).version
  return clocks.length === 0
    ? []
    : [{ kind: 'clocks-recomputed', at: now, by: SYSTEM, clocks, calendarVersion: version }]
}
