import { draftsNotUnder, renewDraft, renewRing, ringsNotUnder, type SealedDraft } from '#db/sealed-rows.ts'
import type { Db } from '#db/sql.ts'
import { openDraft, sealDraft } from './draft.ts'
import { openRing, sealRing } from './line.ts'
import type { Vault } from './vault.ts'

/** What is being written and who is calling right now: short-lived, but an old key may not go while one needs it. */
export async function resealUnfinished(db: Db, vault: Vault, unreadable: string[]): Promise<number> {
  return (await resealDrafts(db, vault, unreadable)) + (await resealRings(db, vault, unreadable))
}

const FIRST = { staff_id: '', kind: '', key: '' }

async function resealDrafts(db: Db, vault: Vault, unreadable: string[]): Promise<number> {
  let done = 0
  for (let after: Pick<SealedDraft, 'staff_id' | 'kind' | 'key'> = FIRST; ; ) {
    const rows = await draftsNotUnder(db, vault.activeKey, after)
    const end = rows.at(-1)
    if (end === undefined) return done
    for (const row of rows) {
      const place = { staff: row.staff_id, kind: row.kind, key: row.key }
      const text = read(() => openDraft(vault, row.sealed, place))
      if (text === null) unreadable.push(`draft ${place.staff} ${place.kind}/${place.key}`)
      else await renewDraft(db, row, sealDraft(vault, text, place))
    }
    done += rows.length
    after = end
  }
}

async function resealRings(db: Db, vault: Vault, unreadable: string[]): Promise<number> {
  const rows = await ringsNotUnder(db, vault.activeKey)
  for (const row of rows) {
    const place = { staff: row.staff_id, callId: row.call_id }
    const phone = read(() => openRing(vault, row.sealed, place))
    if (phone === null) unreadable.push(`ring ${place.callId}`)
    else await renewRing(db, place.callId, row.sealed, sealRing(vault, phone, place))
  }
  return rows.length
}

function read(open: () => string): string | null {
  try {
    return open()
  } catch {
    return null
  }
}
