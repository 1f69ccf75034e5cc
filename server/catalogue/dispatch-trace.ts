import type { Handlers } from '#contract/api.ts'
import { orderEvents } from '#db/orders.ts'
import { staffNames } from '#db/staff-names.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { type Matter, matterOf } from '#domain/dispatch/matter.ts'
import { unitsThatReturned } from '#domain/dispatch/returns.ts'
import type { EventOf, OrderEvent } from '#domain/order/event.ts'
import { apply, opened } from '#domain/order/fold.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { reachableOrder } from '../change-order.ts'
import { unitName } from '../order-view.ts'
import { readerOf } from '../redacted.ts'
import { isHotlineDesk, isUnitDesk } from '../scope.ts'
import type { Shell } from '../shell.ts'
import { rulesOfVersion } from './rules-of-version.ts'
import { toldChoice } from './told-choice.ts'

type Dispatch = { event: EventOf<'dispatched'>; matter: Matter }

/** Each dispatch with the request as it was then: it may have been corrected since. */
function dispatchesIn(order: Order, events: readonly OrderEvent[]): Dispatch[] {
  const [first, ...rest] = events
  if (first?.kind !== 'opened') return []
  let then = opened(order.id, first)
  const found: Dispatch[] = []
  for (const event of rest) {
    if (event.kind === 'dispatched') found.push({ event, matter: matterOf(then) })
    then = apply(then, event)
  }
  return found
}

/** Logs are not parsed when they are read, and an older one knows neither handling nor limits of a rule. */
const choiceOf = ({ choice }: EventOf<'dispatched'>): EventOf<'dispatched'>['choice'] => ({
  ...{ handling: 'dispatch', profile: null },
  ...choice,
})

export const dispatchTraceHandlers = {
  dispatchTrace: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const { city } = shell
    const events = (await orderEvents(shell.db, order.id)).map(({ event }) => event as OrderEvent)
    const dispatches = dispatchesIn(order, events)
    const hotline = isHotlineDesk(shell.caller)
    const names = hotline ? await staffNames(shell.db, [...new Set(dispatches.map(({ event }) => event.by.id))]) : null
    const reader = readerOf(order, isUnitDesk(shell, order))
    const said = (text: string | null) => (text === null || hotline ? text : redact(text, reader))
    const unit = (id: Parameters<typeof unitName>[1] & Order['assignments'][number]['unit']) => ({
      id,
      name: unitName(city, id),
    })
    const told = []
    for (const { event, matter } of dispatches) {
      const lead = event.assignments.find(({ role }) => role === 'lead')
      if (lead === undefined) continue
      const choice = choiceOf(event)
      told.push({
        at: event.at,
        by: names?.get(event.by.id) ?? null,
        lead: unit(lead.unit),
        co: event.assignments.filter(({ role }) => role === 'co').map((one) => unit(one.unit)),
        followed: choice.lead === lead.unit,
        overrideReason: said(event.overrideReason),
        note: said(event.note),
        choice: toldChoice(city, matter, choice, await rulesOfVersion(shell, choice.version)),
      })
    }
    const matter = matterOf(order)
    const now = chooseUnit(matter, city, unitsThatReturned(order), shell.at)
    return { ok: true, reply: { dispatches: told, now: toldChoice(city, matter, now) } }
  },
} satisfies Partial<Handlers<Shell>>
