import { loadCity } from '#city/load-city.ts'
import { completeRequest, RequestWish } from '#domain/accept/open-order.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import { instantOf, type UnitId } from '#domain/ids.ts'
import { makeRequest } from '#sim/make-request.ts'
import { readPlaces } from '#sim/places.ts'
import { randomOf } from '#sim/random.ts'
import { CITY_FOLDER } from '../data/folder.ts'

/** A request ready to be sent, with the unit the city's rules propose for it. */
export type Matter = { body: string; unit: UnitId }

/** Logging in costs a slow hash each, so the matters of a run belong to so many units. */
const UNITS = 30

/** Prepared before the clock starts: the load generator must not spend what it measures. */
export async function makeMatters(count: number): Promise<Matter[]> {
  const city = await loadCity(CITY_FOLDER)
  const logins = new Set(city.staff.map((person) => person.login))
  const sim = { city, places: readPlaces(city, CITY_FOLDER) }
  const receivedAt = instantOf(Date.now())
  const random = randomOf(Date.now(), 'matters')
  const units = new Set<UnitId>()
  const matters: Matter[] = []
  while (matters.length < count) {
    const { channel, request, appellant } = makeRequest(sim, random, Date.now())
    if (request.anonymous || !request.replyWanted) continue
    const unit = chooseUnit(
      matterOf({ request: completeRequest(RequestWish.parse(request), city), receivedAt }),
      city,
      new Set(),
    ).lead
    if (unit === null || unit === 'hotline' || !logins.has(unit)) continue
    if (!units.has(unit) && units.size === UNITS) continue
    units.add(unit)
    matters.push({ unit, body: JSON.stringify({ channel, request, appellant, outcome: { kind: 'submit' } }) })
  }
  return matters
}
