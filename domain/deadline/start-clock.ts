import type { PublicRequest } from '../accept/request.ts'
import type { City, SlaMatch, SlaProfile } from '../city/city.ts'
import { calendarOf, unitCalendar } from '../city/lookup.ts'
import type { ClockCode } from '../city/vocabulary.ts'
import type { AssignmentId, Instant, UnitId } from '../ids.ts'
import { assignmentNumberOf } from '../order/assignment-id.ts'
import type { WorkCalendar } from './calendar.ts'
import type { StartedClock } from './clock.ts'
import { dueAt } from './due.ts'
import type { Limit } from './limit.ts'

type Handling = NonNullable<SlaMatch['handling']>

/** What of a request a profile looks at. */
type Measured = Pick<PublicRequest, 'kind' | 'requestType' | 'hazard' | 'category' | 'tags'>

const covers = (match: SlaMatch, request: Measured, handling: Handling | null): boolean =>
  (match.kind === undefined || match.kind === request.kind) &&
  (match.requestType === undefined || match.requestType === request.requestType) &&
  (match.hazard === undefined || match.hazard === request.hazard) &&
  (match.categories === undefined || match.categories.some((code) => request.category?.startsWith(code) === true)) &&
  (match.tag === undefined || request.tags.includes(match.tag)) &&
  (match.handling ?? null) === handling

/** The first profile of the city's list that takes the request; a city without a general one does not load. */
export function profileFor(city: City, request: Measured, handling: Handling | null = null): SlaProfile {
  const profile = city.slaProfiles.find((candidate) => covers(candidate.match, request, handling))
  if (profile === undefined) throw new Error(`no SLA profile takes this request`)
  return profile
}

export const profileByCode = (city: City, code: string | null): SlaProfile | undefined =>
  city.slaProfiles.find((profile) => profile.code === code)

type Subject = { id: string; code: ClockCode; party: StartedClock['party']; assignment: AssignmentId | null }

export function startClock(
  subject: Subject,
  profile: string,
  limit: Limit,
  calendar: WorkCalendar,
  from: Instant,
): StartedClock {
  const due = dueAt(calendar, limit, from)
  return {
    ...subject,
    profile,
    calendar: calendar.code,
    calendarVersion: calendar.version,
    limit,
    from,
    due: due.at,
    provisional: due.provisional,
  }
}

/** The promise to the citizen, counted from receipt: contact and answer. Ids are fixed, so a correction replaces, never adds. */
export function citizenClocks(city: City, profile: SlaProfile, receivedAt: Instant): StartedClock[] {
  const calendar = calendarOf(city, city.policy.calendar)
  return (['C3', 'C5'] as const).flatMap((code) => {
    const limit = profile.limits[code]
    return limit === undefined
      ? []
      : [
          startClock(
            { id: `citizen-${code}`, code, party: 'citizen', assignment: null },
            profile.code,
            limit,
            calendar,
            receivedAt,
          ),
        ]
  })
}

/** A clock of the hotline itself: dispatch, reply review, callback. `n` tells a second round from the first. */
export function hotlineClock(
  city: City,
  profile: SlaProfile,
  code: ClockCode,
  n: number,
  from: Instant,
): StartedClock[] {
  const limit = profile.limits[code]
  if (limit === undefined) return []
  const subject = { id: `hotline-${code}-${n}`, code, party: 'hotline', assignment: null } as const
  return [startClock(subject, profile.code, limit, calendarOf(city, city.policy.calendar), from)]
}

/** What a unit owes, counted from dispatch in its own calendar: sign, contact, arrive, answer. */
export function unitClocks(
  city: City,
  profile: SlaProfile,
  assignment: AssignmentId,
  unit: UnitId,
  from: Instant,
): StartedClock[] {
  return (['C2', 'C3', 'C4', 'C5'] as const).flatMap((code) => {
    const limit = profile.limits[code]
    const subject = { id: `${assignmentNumberOf(assignment)}-${code}`, code, party: 'unit', assignment } as const
    return limit === undefined ? [] : [startClock(subject, profile.code, limit, unitCalendar(city, unit), from)]
  })
}

/** The clock of doing it again: `n` counts the rounds of this assignment. */
export function redoClock(
  city: City,
  profile: { code: string; limit: Limit },
  assignment: { id: AssignmentId; unit: UnitId },
  n: number,
  from: Instant,
): StartedClock {
  const subject = {
    id: `${assignmentNumberOf(assignment.id)}-C8-${n}`,
    code: 'C8',
    party: 'unit',
    assignment: assignment.id,
  } as const
  return startClock(subject, profile.code, profile.limit, unitCalendar(city, assignment.unit), from)
}
