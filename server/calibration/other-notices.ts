import type { OtherNotice } from '#contract/waiting.ts'
import { consultedOn } from '#db/calibration-proposals.ts'
import { publishedSince } from '#db/calibration-rounds.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Instant } from '#domain/ids.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'

const UNIT: readonly Role[] = ['liaison', 'unit-leader']
/** Who sends orders by the catalogue, or tells callers where theirs goes, has to know that it changed. */
const BY_CATALOGUE: readonly Role[] = ['agent', 'shift-lead', 'reviewer', 'dispatcher', 'dispatch-lead']

/** Consultations a unit has not answered in full, and publications that concern it or the hotline’s desks. */
export async function otherNotices(shell: Shell, since: Instant, seen: Instant): Promise<OtherNotice[]> {
  const { unit, roles } = staffOf(shell)
  const ofUnit = roles.some((role) => UNIT.includes(role))
  const atDesk = roles.some((role) => BY_CATALOGUE.includes(role))
  if (!ofUnit && !atDesk) return []
  const asked = ofUnit ? await consultedOn(shell.db, unit) : []
  const published = (await publishedSince(shell.db, since)).filter(({ units }) => atDesk || units.includes(unit))
  const first = asked[0]
  const consultation: OtherNotice[] =
    first === undefined
      ? []
      : [
          {
            kind: 'consultation',
            round: first.round,
            changes: asked.length,
            at: first.consulted_at,
            until: first.consult_until,
            isNew: first.consulted_at > seen,
          },
        ]
  return [
    ...consultation,
    ...published.map(
      ({ round, changes, at }): OtherNotice => ({
        kind: 'rules-published',
        round,
        changes,
        at,
        until: null,
        isNew: at > seen,
      }),
    ),
  ]
}
