import type { Handlers } from '#contract/api.ts'
import type { City } from '#domain/city/city.ts'
import { isRunning, type StartedClock } from '#domain/deadline/clock.ts'
import { unitClocks } from '#domain/deadline/start-clock.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { dispatchProfile, nextAssignment, unitRefused } from '#domain/dispatch/dispatch-order.ts'
import { dispatchProposed } from '#domain/dispatch/dispatch-proposed.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import { unitsThatReturned } from '#domain/dispatch/returns.ts'
import { sendBackOrder } from '#domain/dispatch/send-back-order.ts'
import type { UnitId } from '#domain/ids.ts'
import { can } from '#domain/order/order.ts'
import { eachOrder } from './bulk.ts'
import { changeOrder, reachableOrder } from './change-order.ts'
import { unitName } from './order-view.ts'
import type { Shell } from './shell.ts'
import { changeAndView } from './view-after.ts'

const shown = (city: City, { code, limit, from, due, provisional }: StartedClock, unit: UnitId | null) => ({
  code,
  unit,
  unitName: unit === null ? null : unitName(city, unit),
  limit,
  from,
  due,
  provisional,
})

/** What a dispatcher does besides dispatching one order. */
export const dispatchHandlers = {
  sendBackOrder: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => sendBackOrder(order, body, shell.actor, shell.at)),

  dispatchProposed: async (shell, { body }) => ({
    ok: true,
    reply: {
      results: await eachOrder(shell, body.orders, (one, id) =>
        changeOrder(one, id, (order) => dispatchProposed(order, one.actor, one.city, one.at)),
      ),
    },
  }),

  dispatchPreview: async (shell, { params, query: { lead, co } }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const { city, at } = shell
    if (!can(order, 'dispatched')) return { ok: false, refusal: 'wrong-state' }
    const units = [lead, ...co]
    const refused = units.map((unit) => unitRefused(order, unit, city)).find((refusal) => refusal !== null)
    if (refused !== undefined) return { ok: false, refusal: refused }
    const choice = chooseUnit(matterOf(order), city, unitsThatReturned(order), at)
    const profile = dispatchProfile(order, choice, lead, city)
    const promised = order.clocks.filter((clock) => clock.party === 'citizen' && isRunning(clock))
    return {
      ok: true,
      reply: {
        now: at,
        profile: profile.code,
        profileName: profile.name,
        clocks: [
          ...promised.map((clock) => shown(city, clock, null)),
          ...units.flatMap((unit, i) =>
            unitClocks(city, profile, nextAssignment(order, i), unit, at).map((clock) => shown(city, clock, unit)),
          ),
        ],
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
