import pg from 'pg'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'
import { startDebianPostgres, startThrowAway, type ThrowAway } from '#tools/debian-postgres.ts'
import { type TestEngine, withDatabase } from '#tools/test-db.ts'

declare module 'vitest' {
  interface ProvidedContext {
    engines: TestEngine[]
  }
}

const starts: Record<string, () => Promise<ThrowAway>> = { 18: () => startThrowAway(), 15: startDebianPostgres }
const running: ThrowAway[] = []

/** Vitest's global setup: both ends of our range of PostgreSQL, each with the migrated template. */
export async function setup(project: TestProject): Promise<void> {
  const names = (process.env.TEST_ENGINES ?? '18,15').split(',').filter((name) => name !== '')
  try {
    project.provide('engines', await Promise.all(names.map(startEngine)))
  } catch (error) {
    await teardown()
    throw error
  }
}

export async function teardown(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.stop()))
}

async function startEngine(name: string): Promise<TestEngine> {
  const start = starts[name]
  if (start === undefined) throw new Error(`TEST_ENGINES knows ${Object.keys(starts).join(' and ')}, not "${name}".`)
  const server = await start()
  running.push(server)
  const admin = new pg.Client(server.adminUrl)
  await admin.connect()
  // As in production the tables belong to a role that is no superuser; only making databases is added.
  await admin.query('alter role jiesu createdb')
  await admin.query('create database jiesu_template owner jiesu')
  await admin.end()
  await migrate(withDatabase(server.url, 'jiesu_template'))
  return { name, url: server.url }
}
