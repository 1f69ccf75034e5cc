import type { ClockView } from '#contract/views.ts'
import { calendarOf } from '#domain/city/lookup.ts'
import { type Clock, isLate } from '#domain/deadline/clock.ts'
import { dayCells } from '#domain/deadline/day-cells.ts'
import { explainDue } from '#domain/deadline/explain.ts'
import { words } from '#domain/deadline/explanation-words.ts'
import { momentAtShare, usedShare } from '#domain/deadline/share.ts'
import { profileByCode } from '#domain/deadline/start-clock.ts'
import { type Order, worse } from '#domain/order/order.ts'
import { unitName } from './order-view.ts'
import type { Shell } from './shell.ts'

/** By the city's own table of lights; late is red where the table does not speak of this clock. */
function clockLight(shell: Shell, clock: Clock, share: number, late: boolean): ClockView['light'] {
  const hits = shell.city.lights.filter(({ when }) => {
    if (when.kind === 'clock-missed') return late && when.clock === clock.code
    const running = clock.stoppedAt === null
    return when.kind === 'share-used' && running && when.clock === clock.code && share * 100 >= when.percent
  })
  const light = hits.reduce<ClockView['light']>((worst, rule) => worse(worst, rule.light), 'green')
  return late && light === 'green' ? 'red' : light
}

/** When the city's reminders fall; on the meter they stand at their own share, since it runs in the clock's own time. */
function marksOf(shell: Shell, clock: Clock): ClockView['marks'] {
  const calendar = calendarOf(shell.city, clock.calendar)
  return shell.city.policy.warnShares.map((share) => {
    const at = momentAtShare(calendar, clock.limit, clock.from, clock.due, share)
    return { percent: Math.round(share * 100), at }
  })
}

const OTHER_ENDS: readonly Order['state'][] = ['merged', 'withdrawn', 'transferred', 'not-accepted']

/** Ended together with an order that nobody answered here: saying "in time" would praise what was not done. */
const isDropped = (order: Order, clock: Clock): boolean =>
  clock.stoppedAt !== null &&
  clock.stoppedAt === order.endedAt &&
  (order.master !== null || OTHER_ENDS.includes(order.state)) &&
  !isLate(clock, clock.stoppedAt)

/** Ended with an assignment that was given or taken back: its answer stopped in the same moment, and nobody kept it. */
function isLeft(order: Order, clock: Clock): boolean {
  const assignment = order.assignments.find((a) => a.id === clock.assignment)
  const gone = assignment?.state === 'returned' || assignment?.state === 'cancelled'
  if (!gone || clock.party !== 'unit' || clock.stoppedAt === null || isLate(clock, clock.stoppedAt)) return false
  const answer = order.clocks.find((c) => c.assignment === clock.assignment && c.code === 'C5')
  return clock.stoppedAt === answer?.stoppedAt
}

/** A clock with its arithmetic, as words and as data. */
export function clockView(shell: Shell, order: Order, clock: Clock): ClockView {
  const calendar = calendarOf(shell.city, clock.calendar)
  const until = clock.stoppedAt ?? shell.at
  const share = Math.round(usedShare(calendar, clock.limit, clock.from, clock.due, until) * 1000) / 1000
  const late = isLate(clock, shell.at)
  const explanation = explainDue(calendar, clock.limit, clock.from, clock.due)
  const unit = order.assignments.find((a) => a.id === clock.assignment)?.unit
  const profile = profileByCode(shell.city, clock.profile)
  return {
    id: clock.id,
    code: clock.code,
    party: clock.party,
    assignment: clock.assignment,
    unitName: unit === undefined ? null : unitName(shell.city, unit),
    profile: clock.profile,
    profileName: profile?.name ?? clock.profile,
    calendarName: calendar.name,
    calendarVersion: clock.calendarVersion,
    limit: clock.limit,
    from: clock.from,
    due: clock.due,
    provisional: clock.provisional,
    stoppedAt: clock.stoppedAt,
    dropped: isDropped(order, clock) || isLeft(order, clock),
    late,
    light: clockLight(shell, clock, share, late),
    usedShare: share,
    marks: marksOf(shell, clock),
    days: dayCells(explanation),
    basis: profile?.basis ?? '',
    words: { zh: words(explanation, 'zh'), en: words(explanation, 'en') },
  }
}
