import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** One running PostgreSQL with the database `jiesu_template`, as `inject('engines')` gives it to a test. */
export type TestEngine = { name: string; url: string }

/** A migrated, empty database of one's own: 32 ms. */
export async function freshDatabase(engine: TestEngine): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await command(engine, `create database ${name} template jiesu_template`)
  return {
    url: withDatabase(engine.url, name),
    drop: () => dropped(engine, name),
  }
}

const NOT_ALLOWED = '42501'

/** Autovacuum may be at work in it, which only a superuser may end and which ends by itself. */
async function dropped(engine: TestEngine, name: string, tries = 20): Promise<void> {
  try {
    await command(engine, `drop database if exists ${name} with (force)`)
  } catch (fault) {
    if (tries === 0 || !(fault instanceof pg.DatabaseError) || fault.code !== NOT_ALLOWED) throw fault
    await new Promise((over) => setTimeout(over, 250))
    await dropped(engine, name, tries - 1)
  }
}

export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function command(engine: TestEngine, text: string): Promise<void> {
  const client = new pg.Client(engine.url)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
