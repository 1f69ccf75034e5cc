import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openPool, pgDb } from '#db/pg.ts'
import { verifyLog } from '#db/verify.ts'
import { readKeyFile } from '#server/key-file.ts'
import { openVault } from '#server/vault.ts'
import { adminUrlOf } from './drive/count-orders.ts'
import { type Confirmed, hammer } from './drive/hammer.ts'
import { makeMatters } from './drive/matters.ts'
import { healthy, type Server, startServer } from './drive/server.ts'
import { type Desks, logInDesks } from './drive/walk.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: `kill -9` of Node, of the database, of both, in the middle of 200 concurrent writers, ten times each: every
 * confirmed event is there, the log verifies, and the next start needs no hand.
 * `--rounds 10 --clients 200`
 */
export async function run(options: Options): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-crash-'))
  const rounds = options.number('rounds', 10)
  const matters = await makeMatters(300)
  let server = await startServer({ folder })
  try {
    const desks = await logInDesks(server.port, matters)
    const found: Found[] = []
    for (const target of ['node', 'database', 'both'] as const)
      for (let round = 0; round < rounds; round++) {
        const outcome = await killOnce(server, folder, target, (confirmed) =>
          hammer(server.port, options.number('clients', 200), desks, matters, confirmed),
        )
        server = outcome.server
        found.push(outcome.found)
      }
    await tryOnce(server, desks, matters)
    return await resultOf(folder, found)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Target = 'node' | 'database' | 'both'
type Found = { target: Target; confirmed: number; lost: number; seconds: number }

async function killOnce(
  server: Server,
  folder: string,
  target: Target,
  strike: (confirmed: Confirmed) => ReturnType<typeof hammer>,
) {
  const confirmed: Confirmed = { versions: new Map(), writes: 0 }
  const crew = strike(confirmed)
  // Not always at the same point of a checkpoint, a commit, a sweep.
  await sleep(1500 + Math.random() * 1500)
  const postmaster = await server.postmaster()
  if (target !== 'database') server.child.kill('SIGKILL')
  if (target !== 'node' && postmaster !== null) process.kill(postmaster, 'SIGKILL')
  const begun = performance.now()
  await crew.stop()
  const next = target === 'database' ? server : await again(server, folder)
  await healthy(next.port, next.child)
  const seconds = (performance.now() - begun) / 1000
  return {
    server: next,
    found: { target, confirmed: confirmed.writes, lost: await lostOf(folder, confirmed), seconds },
  }
}

async function again(server: Server, folder: string): Promise<Server> {
  while (server.child.exitCode === null && server.child.signalCode === null) await sleep(5)
  return startServer({ folder })
}

/** Versions that a reply has shown and the log does not hold. */
async function lostOf(folder: string, { versions }: Confirmed): Promise<number> {
  const client = new pg.Client(await adminUrlOf(folder))
  await client.connect()
  try {
    const { rows } = await client.query<{ order_id: string; n: number }>(
      'select order_id, max(seq)::int as n from order_event where order_id = any($1) group by 1',
      [[...versions.keys()]],
    )
    const stored = new Map(rows.map((row) => [row.order_id, row.n]))
    return [...versions].reduce((lost, [id, version]) => lost + Math.max(0, version - (stored.get(id) ?? 0)), 0)
  } finally {
    await client.end()
  }
}

/** After the last blow the house still works. */
async function tryOnce(server: Server, desks: Desks, matters: Parameters<typeof hammer>[3]): Promise<void> {
  const confirmed: Confirmed = { versions: new Map(), writes: 0 }
  const crew = hammer(server.port, 2, desks, matters, confirmed)
  await sleep(1000)
  await crew.stop()
  if (confirmed.writes === 0) throw new Error('after the last kill nothing could be written')
}

async function resultOf(folder: string, found: readonly Found[]): Promise<Result> {
  const pool = openPool(await adminUrlOf(folder), { max: 1 })
  const { verify } = openVault(readKeyFile(join(folder, 'keys.json')))
  const verified = await verifyLog(pgDb(pool), verify)
  await pool.end()
  const sum = (rows: readonly Found[], of: (row: Found) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    columns: ['killed', 'times', 'confirmed writes', 'lost', 'serving again, s (median)', 'longest, s'],
    rows: (['node', 'database', 'both'] as const).map((target) => {
      const rows = found.filter((row) => row.target === target)
      const seconds = rows.map((row) => row.seconds)
      return [
        target,
        rows.length,
        sum(rows, (row) => row.confirmed),
        sum(rows, (row) => row.lost),
        round(percentile(seconds, 0.5)),
        round(percentile(seconds, 1)),
      ]
    }),
    notes: [
      `${verified.orders} orders, ${verified.events} events, ${verified.seals} seals: ${verified.broken === null ? 'the log is whole' : `${verified.broken.where}: ${verified.broken.what}`}`,
    ],
    keys: {
      kills: found.length,
      acknowledged: sum(found, (row) => row.confirmed),
      lost: sum(found, (row) => row.lost),
      broken: verified.broken?.where ?? null,
    },
  }
}
