import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const FOLDER = join(import.meta.dirname, 'migrations')
const LOCK = 7_412_345

const files = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()

/**
 * Brings a database forward, one file one transaction, under an advisory lock so that two processes starting together
 * do not race. Refuses a server older than 15 and a character set in which Chinese text cannot be searched.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const done = new Set(rows.map((row) => row.name))
    for (const name of files().filter((file) => !done.has(file))) await applyFile(client, name)
  } finally {
    await client.end()
  }
}

async function applyFile(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(readFileSync(join(FOLDER, name), 'utf8'))
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  )
  const [server] = rows
  if (server === undefined || server.version < 150_000)
    throw new Error(`PostgreSQL 15 or newer is needed; this server is ${server?.version ?? 'unknown'}`)
  if (server.encoding !== 'UTF8')
    throw new Error(`the database must be encoded in UTF8; this one is ${server.encoding}`)
}
