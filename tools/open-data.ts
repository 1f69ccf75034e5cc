import { join } from 'node:path'
import { recordedEndpoint, urlOf } from '#db/embedded-endpoint.ts'
import { FolderInUse } from '#db/embedded-lock.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { readConfig } from '#server/config.ts'
import { keysFor } from '#server/key-file.ts'
import { openDatabase } from '#server/open-house.ts'
import { openVault } from '#server/vault.ts'

/** The data for a command beside a running server, or alone: joins the running database, or starts it for a while. */
export async function openData() {
  const config = readConfig(process.env)
  const vault = openVault(await keysFor(config))
  try {
    const { db, close } = await openDatabase(config)
    return { config, vault, db, close }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    const endpoint = await recordedEndpoint(join(config.dataFolder, 'postgres'))
    if (endpoint === null) throw error
    const pool = openPool(urlOf(endpoint, 'jiesu', 'jiesu'), { max: 4 })
    return { config, vault, db: pgDb(pool), close: () => pool.end() }
  }
}
