import type { OtherNotice } from '#contract/waiting.ts'
import { consultedOn, spokenOn } from '#db/calibration-proposals.ts'
import { publishedSince } from '#db/calibration-rounds.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Instant } from '#domain/ids.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'

const UNIT: readonly Role[] = ['liaison', 'unit-leader']
/** Who sends orders by the catalogue, or tells callers where theirs goes, has to know that it changed. */
const BY_CATALOGUE: readonly Role[] = ['agent', 'shift-lead', 'reviewer', 'dispatcher', 'dispatch-lead']

const isOfUnit = (shell: Shell): boolean => staffOf(shell).roles.some((role) => UNIT.includes(role))

/** Of what the unit is asked about, that on which it has not spoken, while it still may. */
async function unspoken(shell: Shell) {
  const { unit } = staffOf(shell)
  const asked = (await consultedOn(shell.db, unit)).filter(({ consult_until: until }) => until > shell.at)
  const spoken = new Set(asked.length === 0 ? [] : await spokenOn(shell.db, unit))
  return asked.filter(({ proposal }) => !spoken.has(proposal))
}

export async function consultationWaiting(shell: Shell) {
  if (!isOfUnit(shell)) return { consultations: null, consultUntil: null }
  const open = await unspoken(shell)
  return { consultations: open.length, consultUntil: open[0]?.consult_until ?? null }
}

/** Consultations a unit has not answered in full, and publications that concern it or the hotline’s desks. */
export async function otherNotices(shell: Shell, since: Instant, seen: Instant): Promise<OtherNotice[]> {
  const { unit, roles } = staffOf(shell)
  const ofUnit = isOfUnit(shell)
  const atDesk = roles.some((role) => BY_CATALOGUE.includes(role))
  if (!ofUnit && !atDesk) return []
  const asked = ofUnit ? await unspoken(shell) : []
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
