import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadAtlas } from '#city/load-atlas.ts'
import { loadCity } from '#city/load-city.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openPool, pgDb } from '#db/pg.ts'
import type { Db } from '#db/sql.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import { builtPages } from './built-pages.ts'
import { changeFeed } from './changes.ts'
import { checkKeys } from './check-keys.ts'
import { cityInForce, takeUpCity } from './city-in-force.ts'
import type { Config } from './config.ts'
import { addDocs } from './docs.ts'
import { vaultFor } from './follow-keys.ts'
import { handlersWith } from './handlers.ts'
import { httpServer } from './http.ts'
import { openModels } from './models/cold-start.ts'
import { takeUpModel } from './models/model-in-force.ts'
import { trainerOf } from './models/trainer.ts'
import { numbersFrom } from './numbers.ts'
import { addPages } from './pages.ts'
import { newSameState } from './same/same-state.ts'
import type { House, Log } from './shell.ts'

type OpenData = { db: Db; url: string; poolSize: number; close(): Promise<void> }

/** The database of this configuration, migrated: one's own by URL, or the embedded one in the data folder. */
export async function openDatabase(config: Config, log: (line: string) => void = () => undefined): Promise<OpenData> {
  await mkdir(config.dataFolder, { recursive: true })
  const embedded: Embedded | null =
    config.databaseUrl === null ? await startEmbedded(join(config.dataFolder, 'postgres'), { log }) : null
  const url = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await migrate(url)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const poolSize = 10
  const pool = openPool(url, { max: poolSize, onError: (error) => log(`database: ${error.message}`) })
  return {
    db: pgDb(pool),
    url,
    poolSize,
    close: async () => {
      await pool.end()
      await embedded?.stop()
    },
  }
}

export type OpenHouse = { house: House; app: FastifyInstance; data: OpenData; close(): Promise<void> }

/** Puts the platform together: city, keys, database, handlers. Nothing listens and no sweep runs yet. */
export async function openHouse(
  config: Config,
  log: Log,
  now: () => Instant = () => instantOf(Date.now()),
): Promise<OpenHouse> {
  // A folder with faults is told before a database is started for it.
  await loadCity(config.cityFolder)
  const atlas = await loadAtlas(config.cityFolder)
  const data = await openDatabase(config, (line) => log.info({}, line))
  try {
    const vault = await vaultFor(config)
    await checkKeys(data.db, vault, config.keysFile)
    const inForce = await cityInForce(data.db, config.cityFolder)
    const trainer = trainerOf(() => house)
    const house: House = {
      db: data.db,
      ...inForce,
      cityFolder: config.cityFolder,
      takeUpCity: () => takeUpCity(house),
      models: await openModels(data.db, inForce.city, config.cityFolder, now()),
      takeUpModel: () => takeUpModel(house),
      trainer,
      atlas,
      tiles: config.tiles,
      vault,
      numbers: numbersFrom(data.db, inForce.city.policy.orderPrefix),
      filesFolder: join(config.dataFolder, 'files'),
      now,
      same: newSameState(),
      mode: config.mode,
      smsUrl: config.smsUrl,
      languageModel: config.languageModel,
      log,
    }
    const feed = changeFeed(house)
    const app = httpServer(house, handlersWith(feed), { trustProxy: config.trustProxy })
    addDocs(app)
    addPages(app, builtPages(), house.tiles)
    const close = async () => {
      feed.stop()
      await app.close()
      await trainer.stop()
      await data.close()
    }
    return { house, app, data, close }
  } catch (error) {
    await data.close()
    throw error
  }
}
