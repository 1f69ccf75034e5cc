import { KEEPS_RULES, PUBLISHES_RULES } from '#contract/rights.ts'
import type { OtherNotice } from '#contract/waiting.ts'
import { draftsAdopted, draftsHandedIn, draftsSentBack } from '#db/city-versions.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Instant } from '#domain/ids.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

const isOne = (shell: Shell, of: readonly Role[]): boolean => staffOf(shell).roles.some((role) => of.includes(role))

/** How many drafts of the catalogue wait for this person; null: approving is not theirs. */
export async function draftsWaiting(shell: Shell): Promise<number | null> {
  if (!isOne(shell, PUBLISHES_RULES)) return null
  return (await draftsHandedIn(shell.db, staffOf(shell).id)).length
}

/** To who publishes, the drafts that wait, until they are decided on; to an author, what became of the own one. */
export async function ruleDraftNotices(shell: Shell, since: Instant, seen: Instant): Promise<OtherNotice[]> {
  if (!isOne(shell, KEEPS_RULES)) return []
  const me = staffOf(shell).id
  const [waiting, back, adopted] = await Promise.all([
    isOne(shell, PUBLISHES_RULES) ? draftsHandedIn(shell.db, me) : [],
    draftsSentBack(shell.db, me, since),
    draftsAdopted(shell.db, me, since),
  ])
  const told = (kind: 'rules-handed-in' | 'rules-sent-back' | 'rules-adopted', rows: typeof back): OtherNotice[] =>
    rows.map(({ id, by, note, at }) => ({ kind, draft: id, by, note, at, isNew: at > seen }))
  return [...told('rules-handed-in', waiting), ...told('rules-sent-back', back), ...told('rules-adopted', adopted)]
}
