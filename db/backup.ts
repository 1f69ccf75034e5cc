import { access, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#db/embedded.ts'
import { recordedEndpoint, urlOf } from '#db/embedded-endpoint.ts'
import { FolderInUse } from '#db/embedded-lock.ts'
import { TarWriter } from '#db/tar.ts'

type Backup = { file: string; bytes: number; attachments: number; keys: 'included' | 'left-out' | 'none-there' }

/**
 * Writes database and attachments of a data folder into one `.tar.gz`, whether Jiesu runs or not.
 * The attachments come last: whatever a row of the copied database names was on the disk before that row.
 */
export async function backupEmbedded(
  dataFolder: string,
  file: string,
  options: { withKeys?: boolean } = {},
): Promise<Backup> {
  const postgres = join(dataFolder, 'postgres')
  if (!(await exists(join(postgres, 'cluster'))))
    throw new Error(`${dataFolder} holds no database. 该目录中没有数据库。`)
  if (await exists(file)) throw new Error(`${file} exists already; name another file. 文件已存在,请换一个文件名。`)
  const unfinished = `${file}.part`
  await rm(unfinished, { force: true })
  const tar = new TarWriter(unfinished)
  try {
    await withRunning(postgres, (url) => copyCluster(url, join(postgres, 'cluster'), tar))
    const attachments = (await exists(join(dataFolder, 'files')))
      ? await copyTree(join(dataFolder, 'files'), 'files', tar)
      : 0
    const keyFile = join(dataFolder, 'keys.json')
    const keys = !(await exists(keyFile)) ? 'none-there' : options.withKeys === true ? 'included' : 'left-out'
    if (keys === 'included') await tar.file('keys.json', keyFile)
    await tar.end()
    await rename(unfinished, file)
    return { file, bytes: (await stat(file)).size, attachments, keys }
  } catch (error) {
    await tar.abandon()
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The server that runs already, by the address its owner recorded; else one of our own for this moment. */
async function withRunning(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const own = await startEmbedded(folder).catch((error: unknown) => {
    if (error instanceof FolderInUse) return null
    throw error
  })
  if (own !== null) return await work(own.adminUrl).finally(own.stop)
  const endpoint = await recordedEndpoint(folder)
  if (endpoint === null)
    throw new Error('Jiesu is just starting or stopping; try again. Jiesu 正在启动或停止,请稍后再试。')
  await work(urlOf(endpoint, 'postgres', 'postgres'))
}

/** PostgreSQL's own recipe for an online copy: start, copy anyhow, stop, add the log written meanwhile. */
async function copyCluster(url: string, cluster: string, tar: TarWriter): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    // The slot keeps the log from being recycled during a long copy; being temporary it ends with the session.
    await client.query(`select pg_create_physical_replication_slot('jiesu_backup_' || pg_backend_pid(), true, true)`)
    const begun = await client.query(`select pg_walfile_name(pg_backup_start('jiesu', fast => true)) as segment`)
    await tar.folder('postgres')
    await copyTree(cluster, 'postgres/cluster', tar, isCopied)
    await tar.file('postgres/cluster/global/pg_control', join(cluster, 'global', 'pg_control'))
    const ended = await client.query(`
      select pg_walfile_name(lsn) as segment, labelfile from pg_backup_stop(wait_for_archive => false)`)
    await tar.text('postgres/cluster/backup_label', ended.rows[0].labelfile)
    await copyLog(join(cluster, 'pg_wal'), begun.rows[0].segment, ended.rows[0].segment, tar)
  } finally {
    await client.end()
  }
}

/** Emptied or rebuilt at every start, or copied separately: PostgreSQL's list in "Making a Base Backup". */
const emptied = /^(pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//
const skipped =
  /^(postmaster\.(pid|opts)|global\/pg_control|backup_label|tablespace_map)$|(^|\/)(pgsql_tmp|pg_internal\.init)/
const isCopied = (path: string): boolean => !emptied.test(path) && !skipped.test(path)

/** Segment names count upwards within a timeline, so a range of names is a range of the log. */
async function copyLog(folder: string, first: string, last: string, tar: TarWriter): Promise<void> {
  const segments = (await readdir(folder)).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  )
  for (const name of segments.sort()) await tar.file(`postgres/cluster/pg_wal/${name}`, join(folder, name))
}

/** Copies a folder with its empty folders, which PostgreSQL needs; says how many files it wrote. */
async function copyTree(root: string, name: string, tar: TarWriter, wanted = (_path: string) => true): Promise<number> {
  let files = 0
  await tar.folder(name)
  for await (const { path, isFolder } of below(root, '')) {
    if (!wanted(path)) continue
    if (isFolder) await tar.folder(`${name}/${path}`)
    else if (await tar.file(`${name}/${path}`, join(root, path))) files += 1
  }
  return files
}

type Found = { path: string; isFolder: boolean }

/** A folder that vanishes meanwhile, as that of a dropped database does, counts as empty. */
async function* below(root: string, inside: string): AsyncGenerator<Found> {
  const entries = await readdir(join(root, inside), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory() || entry.isFile()) yield { path, isFolder: entry.isDirectory() }
    if (entry.isDirectory()) yield* below(root, path)
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
