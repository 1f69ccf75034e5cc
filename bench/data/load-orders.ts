import { fork } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { foldFigures } from '#db/figures.ts'
import { migrate } from '#db/migrate.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { sealChanges } from '#db/seals.ts'
import type { Db } from '#db/sql.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import { openVault } from '#server/vault.ts'
import { withoutIndexes } from './bulk.ts'
import type { LoadJob } from './load-worker.ts'

type LoadPlan = Pick<LoadJob, 'keys' | 'cityFolder' | 'orders' | 'plot'>
export type Loaded = { writingSeconds: number; indexSeconds: number; vacuumSeconds: number }

const WORKERS = 2
const SEED = 12345

/** Several minutes at a million orders, so it tells where it is. */
function progress(total: number): (n: number) => void {
  const begun = performance.now()
  let [done, told] = [0, 0]
  return (n) => {
    done += n
    if (done - told < total / 20 && done < total) return
    told = done
    const rate = Math.round(done / ((performance.now() - begun) / 1000))
    console.log(`  ${done} of ${total} orders, ${rate}/s`)
  }
}

/** A process rather than a thread: TypeScript loaders reach into threads only from Node 22 on. */
const workOff = (job: LoadJob, tell: (n: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = fork(join(import.meta.dirname, 'load-worker.ts'))
    worker.on('message', (n) => tell(Number(n)))
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a loading worker ended with ${code}`))))
    worker.send(job)
  })

/** Folds and seals beside the writers as the server's sweeps do, so that neither heap grows with the load. */
async function keepTidy(db: Db, now: Instant, sign: (bytes: Buffer) => Buffer, over: () => boolean): Promise<void> {
  while (!over()) {
    const folded = await foldFigures(db, 100_000)
    const sealed = await sealChanges(db, now, sign)
    if (folded < 50_000 && sealed < 10_000) await new Promise((resolve) => setTimeout(resolve, 3000))
  }
  while ((await foldFigures(db, 100_000)) > 0);
  await sealChanges(db, now, sign)
}

const since = (begun: number): number => (performance.now() - begun) / 1000

/** Fills an empty database with a past of finished orders and a few open ones, by the code that serves requests. */
export async function loadOrders(url: string, plan: LoadPlan): Promise<Loaded> {
  await migrate(url)
  const now = instantOf(Date.now())
  const rebuild = await withoutIndexes(url)
  const begun = performance.now()
  const tell = progress(plan.orders)
  const pool = openPool(url, { max: 1, settings: { synchronous_commit: 'off', work_mem: '256MB' } })
  let over = false
  const tidy = keepTidy(pgDb(pool), now, openVault(plan.keys).sign, () => over)
  const jobs = Array.from({ length: WORKERS }, (_, worker) => ({
    ...plan,
    url,
    seed: SEED,
    now,
    worker,
    workers: WORKERS,
  }))
  try {
    await Promise.all(jobs.map((job) => workOff(job, tell)))
  } finally {
    over = true
    await tidy
    await pool.end()
  }
  const writingSeconds = since(begun)
  const indexing = performance.now()
  await rebuild()
  const indexSeconds = since(indexing)
  const vacuuming = performance.now()
  await vacuum(url)
  return { writingSeconds, indexSeconds, vacuumSeconds: since(vacuuming) }
}

async function vacuum(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.end()
}
