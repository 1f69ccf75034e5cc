import { loadCity } from '#city/load-city.ts'
import { writeOrders } from '#db/order-write.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { type Instant, msOf } from '#domain/ids.ts'
import { type KeyFile, openVault } from '#server/vault.ts'
import { readPlaces } from '#sim/places.ts'
import { type Maker, makeWrite } from './make-write.ts'
import { momentsOf } from './moments.ts'
import { staffingOf } from './staff-of.ts'

export type LoadJob = {
  url: string
  keys: KeyFile
  cityFolder: string
  seed: number
  orders: number
  now: Instant
  plot: Maker['plot']
  worker: number
  workers: number
}

const BATCH = 250

/** Every n-th batch is this worker's; the next one is made while PostgreSQL writes the last. */
async function load(job: LoadJob): Promise<void> {
  const city = await loadCity(job.cityFolder)
  const sim = { city, places: readPlaces(city, job.cityFolder) }
  const world = { city, staffing: staffingOf(city), now: job.now }
  const maker: Maker = { sim, world, vault: openVault(job.keys), seed: job.seed, plot: job.plot }
  const pool = openPool(job.url, { max: 1, settings: { synchronous_commit: 'off' } })
  const db = pgDb(pool)
  const now = msOf(job.now)
  const moments =
    job.plot === 'due'
      ? Float64Array.from({ length: job.orders }, (_, i) => now - 40 * 86_400_000 + i * 1000)
      : momentsOf(job.seed, job.orders, now)
  let writing = Promise.resolve()
  for (let from = job.worker * BATCH; from < moments.length; from += job.workers * BATCH) {
    const to = Math.min(from + BATCH, moments.length)
    const write = makeWrite(maker, moments, from, to)
    await writing
    writing = writeOrders(db, write).then(() => void process.send?.(to - from))
  }
  await writing
  await pool.end()
}

process.once('message', (job) => {
  load(job as LoadJob).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
