import { dueAt } from '../deadline/due.ts'
import type { Limit } from '../deadline/limit.ts'
import { profileFor } from '../deadline/start-clock.ts'
import type { CategoryCode, Instant } from '../ids.ts'
import type { City, SlaProfile } from './city.ts'
import { calendarOf } from './lookup.ts'
import { CLOCK_COLUMNS } from './part.ts'
import type { Kind, RequestType } from './vocabulary.ts'

/** How many orders share what a profile asks of them. */
export type OrderMix = {
  kind: Kind
  requestType: RequestType
  hazard: boolean
  category: CategoryCode | null
  n: number
}

type ClockEffect = {
  code: string
  from: Limit | null
  to: Limit | null
  dueNow: Instant | null
  dueThen: Instant | null
}
type ProfileEffect = {
  code: string
  name: string
  takesNow: number
  takesThen: number
  open: number
  clocks: ClockEffect[]
}

function takenBy(city: City, mix: readonly OrderMix[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const one of mix) {
    const { code } = profileFor(city, { ...one, tags: [] })
    taken.set(code, (taken.get(code) ?? 0) + one.n)
  }
  return taken
}

const same = (a: Limit | undefined, b: Limit | undefined): boolean => a?.amount === b?.amount && a?.unit === b?.unit

/** The clocks whose limit changes, with what it means for a request that comes in now, in the city's own calendar. */
function clockEffects(was: City, will: City, from: SlaProfile | undefined, to: SlaProfile | undefined, now: Instant) {
  const due = (city: City, limit: Limit | undefined) =>
    limit === undefined ? null : dueAt(calendarOf(city, city.policy.calendar), limit, now).at
  return CLOCK_COLUMNS.flatMap((code): ClockEffect[] => {
    const [before, after] = [from?.limits[code], to?.limits[code]]
    if (same(before, after)) return []
    return [{ code, from: before ?? null, to: after ?? null, dueNow: due(was, before), dueThen: due(will, after) }]
  })
}

/** Profile by profile what another table of limits would mean; profiles that nothing happens to are left out. */
export function slaEffect(
  was: City,
  will: City,
  mixes: { recent: readonly OrderMix[]; open: readonly OrderMix[] },
  now: Instant,
): ProfileEffect[] {
  const [takesNow, takesThen] = [takenBy(was, mixes.recent), takenBy(will, mixes.recent)]
  const open = takenBy(was, mixes.open)
  const [before, after] = [was, will].map((city) => new Map(city.slaProfiles.map((one) => [one.code, one])))
  const codes = [...new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])]
  return codes
    .map((code) => ({
      code,
      name: (after?.get(code) ?? before?.get(code))?.name ?? code,
      takesNow: takesNow.get(code) ?? 0,
      takesThen: takesThen.get(code) ?? 0,
      open: open.get(code) ?? 0,
      clocks: clockEffects(was, will, before?.get(code), after?.get(code), now),
    }))
    .filter((one) => one.clocks.length > 0 || one.takesNow !== one.takesThen)
}
