import { execFile } from 'node:child_process'
import { access, chmod, chown, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '#db/embedded.ts'
import { databaseAccount } from '#db/embedded-account.ts'

export type Restored = { tables: number; rows: number; keys: 'there' | 'missing' }

/** Unpacks a backup into an empty data folder, lets PostgreSQL repair the copy, and reads every row once. */
export async function restoreEmbedded(file: string, dataFolder: string): Promise<Restored> {
  await access(file).catch(() => {
    throw new Error(`There is no file ${file}. 找不到文件 ${file}。`)
  })
  if ((await readdir(dataFolder).catch(() => [])).length > 0) {
    throw new Error(
      `${dataFolder} is not empty; a backup is restored only into an empty folder. Name one with JIESU_DATA.` +
        ` 目录 ${dataFolder} 不为空,只能恢复到空目录,请用 JIESU_DATA 指定。`,
    )
  }
  await mkdir(dataFolder, { recursive: true })
  try {
    await unpack(file, dataFolder)
    const found = await readEverything(join(dataFolder, 'postgres'))
    const names = await readdir(dataFolder)
    return { ...found, keys: names.includes('keys.json') ? 'there' : 'missing' }
  } catch (error) {
    // The folder was empty, so emptying it loses nothing, and the next attempt is not refused.
    for (const name of await readdir(dataFolder)) await rm(join(dataFolder, name), { recursive: true, force: true })
    throw error
  }
}

async function unpack(file: string, dataFolder: string): Promise<void> {
  await promisify(execFile)('tar', ['-xzf', file, '-C', dataFolder, '--no-same-owner'], { maxBuffer: 1e8 })
  const cluster = join(dataFolder, 'postgres', 'cluster')
  await access(join(cluster, 'backup_label')).catch(() => {
    throw new Error(`${file} is no backup made by Jiesu. 该文件不是 Jiesu 的备份。`)
  })
  const account = await databaseAccount(cluster)
  if (account === undefined) return
  await chmod(join(dataFolder, 'postgres'), 0o711)
  for (const entry of await readdir(cluster, { recursive: true }))
    await chown(join(cluster, entry), account.uid, account.gid)
  await chown(cluster, account.uid, account.gid)
}

/** Reading a row verifies the checksum of its page. */
async function readEverything(folder: string): Promise<{ tables: number; rows: number }> {
  const server = await startEmbedded(folder)
  const client = new pg.Client(server.adminUrl)
  try {
    await client.connect()
    const tables = await client.query(`
      select format('%I.%I', schemaname, tablename) as name
      from   pg_tables
      where  schemaname not in ('pg_catalog', 'information_schema')`)
    let rows = 0
    for (const { name } of tables.rows) {
      rows += Number((await client.query(`select count(t.*) as n from only ${name} t`)).rows[0].n)
    }
    return { tables: tables.rows.length, rows }
  } finally {
    await client.end()
    await server.stop()
  }
}
