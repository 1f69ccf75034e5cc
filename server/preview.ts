import type { Handlers } from '#contract/api.ts'
import type { Preview } from '#contract/seat.ts'
import { completeRequest, knownPlaceAndMatter, RequestWish } from '#domain/accept/open-order.ts'
import type { City } from '#domain/city/city.ts'
import { calendarOf } from '#domain/city/lookup.ts'
import type { StartedClock } from '#domain/deadline/clock.ts'
import { explainDue } from '#domain/deadline/explain.ts'
import { words } from '#domain/deadline/explanation-words.ts'
import { citizenClocks, hotlineClock, profileFor } from '#domain/deadline/start-clock.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import type { UnitId } from '#domain/ids.ts'
import { unitName } from './order-view.ts'
import type { Shell } from './shell.ts'

function previewClock(city: City, clock: StartedClock): Preview['clocks'][number] {
  const explanation = explainDue(calendarOf(city, clock.calendar), clock.limit, clock.from, clock.due)
  return {
    code: clock.code,
    party: clock.party === 'citizen' ? 'citizen' : 'hotline',
    limit: clock.limit,
    from: clock.from,
    due: clock.due,
    provisional: clock.provisional,
    words: { zh: words(explanation, 'zh'), en: words(explanation, 'en') },
  }
}

export const previewHandlers = {
  /** The same steps as submitting takes, so that what is read to the caller is what will be kept. */
  previewOrder: async (shell, { body }) => {
    const { city, at } = shell
    const request = completeRequest(RequestWish.parse({ ...body, content: body.content ?? '—' }), city)
    const unknown = knownPlaceAndMatter(request, city)
    if (unknown !== null) return { ok: false, refusal: unknown }
    const choice = chooseUnit(matterOf({ request, receivedAt: at }), city, new Set())
    const profile = profileFor(city, request)
    const named = (id: UnitId) => ({ id, name: unitName(city, id) })
    const rule = city.rules.find(({ id }) => id === choice.rule)
    const clocks = [...citizenClocks(city, profile, at), ...hotlineClock(city, profile, 'C1', 1, at)]
    return {
      ok: true,
      reply: {
        now: at,
        choice,
        lead: choice.lead === null ? null : named(choice.lead),
        co: choice.co.map(named),
        rule: rule === undefined ? null : { id: rule.id, basis: rule.basis },
        profile: { code: profile.code, name: profile.name, basis: profile.basis },
        clocks: clocks.map((clock) => previewClock(city, clock)),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
