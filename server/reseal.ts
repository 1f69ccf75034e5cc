import {
  appellantsAfter,
  type Renewed,
  renewAppellants,
  renewTotp,
  type SealedAppellant,
  totpsNotUnder,
} from '#db/sealed-rows.ts'
import type { Db } from '#db/sql.ts'
import type { OrderId, StaffId } from '#domain/ids.ts'
import { resealUnfinished } from './reseal-unfinished.ts'
import { openTotp, sealTotp } from './second-factor.ts'
import { identityIndexes, openIdentity, sealIdentity, type Vault } from './vault.ts'

/** `which: 'all'` renews the phone indexes of every row as well; 'old-key' only seals anew what the active key has not. */
type Resealing = { which: 'old-key' | 'all'; progress: (done: number) => void }
export type Resealed = { done: number; unreadable: string[] }

const same = (a: Buffer | null, b: Buffer | null): boolean => (a === null || b === null ? a === b : a.equals(b))

function renewed(before: SealedAppellant, vault: Vault): Renewed | null {
  const id = before.order_id as OrderId
  const appellant = openIdentity(vault, before.identity, id)
  const isOld = before.identity[0] !== vault.activeKey
  const identity = isOld ? sealIdentity(vault, appellant, id) : before.identity
  const { caller: caller_index, contact: contact_index } = identityIndexes(vault, appellant)
  if (!isOld && same(caller_index, before.caller_index) && same(contact_index, before.contact_index)) return null
  return { before, after: { order_id: id, identity, caller_index, contact_index } }
}

/** A row that cannot be read is named and passed over: one broken row must not keep all others under an old key. */
function readable(rows: readonly SealedAppellant[], vault: Vault, unreadable: string[]): Renewed[] {
  return rows.flatMap((row) => {
    try {
      return renewed(row, vault) ?? []
    } catch {
      unreadable.push(`order ${row.order_id}`)
      return []
    }
  })
}

/** Each batch is whole in itself, so that after a kill the next run goes on with what is left. */
export async function reseal(db: Db, vault: Vault, { which, progress }: Resealing): Promise<Resealed> {
  const unreadable: string[] = []
  let done = 0
  for (let last = ''; ; ) {
    const rows = await appellantsAfter(db, last, which === 'all' ? null : vault.activeKey)
    const end = rows.at(-1)
    if (end === undefined) break
    await renewAppellants(db, readable(rows, vault, unreadable))
    last = end.order_id
    done += rows.length
    progress(done)
  }
  const others = (await resealTotps(db, vault, unreadable)) + (await resealUnfinished(db, vault, unreadable))
  return { done: done + others, unreadable }
}

async function resealTotps(db: Db, vault: Vault, unreadable: string[]): Promise<number> {
  const rows = await totpsNotUnder(db, vault.activeKey)
  for (const { staff_id, totp } of rows) {
    const id = staff_id as StaffId
    const secret = readTotp(vault, totp, id)
    if (secret === null) unreadable.push(`staff ${id}`)
    else await renewTotp(db, id, totp, sealTotp(vault, secret, id))
  }
  return rows.length
}

function readTotp(vault: Vault, totp: Buffer, staff: StaffId): string | null {
  try {
    return openTotp(vault, totp, staff)
  } catch {
    return null
  }
}
