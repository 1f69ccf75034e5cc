import { appellantsAfter } from '#db/sealed-rows.ts'
import type { Db } from '#db/sql.ts'
import type { OrderId } from '#domain/ids.ts'
import { KeyFileFault } from './key-file.ts'
import { openIdentity, type Vault } from './vault.ts'

/** At the start: new keys beside an old database would go unnoticed until somebody opens an order. */
export async function checkKeys(db: Db, vault: Vault, keysFile: string): Promise<void> {
  const [row] = await appellantsAfter(db, '', null)
  if (row === undefined) return
  try {
    openIdentity(vault, row.identity, row.order_id as OrderId)
  } catch {
    throw new KeyFileFault(keysFile, [
      'keys: these are not the keys of this database; bring back the keys file that belongs to it. keys:密钥与数据库不符,请恢复与该数据库对应的密钥文件。',
    ])
  }
}
