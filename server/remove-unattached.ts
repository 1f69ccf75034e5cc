import { takeUnattached } from '#db/files.ts'
import type { Instant } from '#domain/ids.ts'
import { removeContent, removeLeftovers } from './file-store.ts'
import type { House } from './shell.ts'

const MOST = 500

/** Uploads that were never attached, and what a killed process left half-written. Returns how many files went. */
export async function removeUnattached(house: Pick<House, 'db' | 'filesFolder'>, olderThan: Instant): Promise<number> {
  // Content goes while its rows are locked: an upload of the same content waits, then places its own.
  const removed = await house.db.tx(async (tx) => {
    const hashes = await takeUnattached(tx, olderThan, MOST)
    for (const hash of hashes) await removeContent(house.filesFolder, hash)
    return hashes.length
  })
  await removeLeftovers(house.filesFolder, olderThan)
  return removed
}
