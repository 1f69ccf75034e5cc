import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '#db/embedded.ts'
import { recordedEndpoint } from '#db/embedded-endpoint.ts'
import { folderFor, loadedFolder } from './data/folder.ts'
import { makeMatters } from './drive/matters.ts'
import { pgbenchScript } from './floor/pgbench-script.ts'
import { recordLifecycle } from './floor/record-statements.ts'
import { lifecycles } from './lifecycle.ts'
import { type Options, WrongOption } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * What the same SQL costs without us: the statements of one lifecycle, recorded from the driver, run by pgbench over
 * ten connections on a copy of the same database with the same settings. `floorRatio` = its lifecycles a second over
 * ours; the rest of our time is HTTP, checking, deciding, encrypting, the load generator and the sweeps.
 * `--orders N --seconds 30 --against X` (X lifecycles/s measured before, instead of measuring now)
 */
export async function run(options: Options): Promise<Result> {
  const pgbench = ['/usr/bin/pgbench', ...[18, 17, 16, 15].map((v) => `/usr/lib/postgresql/${v}/bin/pgbench`)].find(
    existsSync,
  )
  if (pgbench === undefined) throw new WrongOption('pgbench is missing: sudo apt-get install postgresql')
  const orders = options.number('orders', 10_000)
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  const against = options.number('against', 0)
  const ours = against > 0 ? against : Number((await lifecycles(folder, options)).keys.lifecyclesPerSecond)
  const [matter] = await makeMatters(1)
  if (matter === undefined) throw new Error('no matter')
  const recorded = await recordLifecycle(folder, matter)
  const floor = await withCopy(folder, async (url, socket) => {
    const client = new pg.Client(url)
    await client.connect()
    const script = join(folder, 'floor.sql')
    await writeFile(script, await pgbenchScript(client, recorded))
    await client.end()
    const seconds = String(options.number('seconds', 30))
    const flags = ['-n', '-M', 'prepared', '-c', '10', '-j', '1', '-D', 'i=0', '-f', script, '-T', seconds]
    const { stdout } = await promisify(execFile)(pgbench, [...flags, '-h', socket, '-U', 'jiesu', COPY], {
      env: { ...process.env, PGCLIENTENCODING: 'UTF8' },
      maxBuffer: 1e8,
    })
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
  })
  return {
    columns: ['what', 'lifecycles/s'],
    rows: [
      ['the SQL alone, by pgbench', round(floor)],
      ['the platform over HTTP', round(ours)],
    ],
    notes: [`${recorded.statements.length} statements a lifecycle`],
    keys: { floorRatio: round(floor / ours, 2), floorPerSecond: round(floor), lifecyclesPerSecond: ours, orders },
  }
}

const COPY = 'jiesu_floor'

/** A copy, because pgbench's orders carry a recorded order's hashes: in the real log they would be broken links. */
async function withCopy<T>(folder: string, work: (url: string, socket: string) => Promise<T>): Promise<T> {
  const server = await startEmbedded(join(folder, 'postgres'))
  const endpoint = await recordedEndpoint(join(folder, 'postgres'))
  const admin = new pg.Client(server.adminUrl.replace('/jiesu?', '/postgres?'))
  try {
    await admin.connect()
    await admin.query(`drop database if exists ${COPY}`)
    await admin.query(`create database ${COPY} template jiesu owner jiesu strategy file_copy`)
    return await work(server.url.replace('/jiesu?', `/${COPY}?`), endpoint?.host ?? '')
  } finally {
    await admin.query(`drop database if exists ${COPY} with (force)`)
    await admin.end()
    await server.stop()
  }
}
