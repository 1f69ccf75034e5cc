import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadAtlas } from '#city/load-atlas.ts'
import { loadCity } from '#city/load-city.ts'
import { type Inspect, openPool, pgDb } from '#db/pg.ts'
import type { Atlas } from '#domain/city/atlas.ts'
import type { City } from '#domain/city/city.ts'
import type { Instant } from '#domain/ids.ts'
import { takeUpCity } from '#server/city-in-force.ts'
import { openModels } from '#server/models/cold-start.ts'
import { takeUpModel } from '#server/models/model-in-force.ts'
import { trainerOf } from '#server/models/trainer.ts'
import { numbersFrom } from '#server/numbers.ts'
import { newSameState } from '#server/same/same-state.ts'
import type { House, Log } from '#server/shell.ts'
import { type KeyFile, newKeyFile, openVault } from '#server/vault.ts'

/** `changeCity` adjusts the loaded city (a policy, a rule); the city itself is shared by all houses of the process. */
export type TestHouseOptions = {
  city?: 'demo' | 'tiny'
  changeCity?: (city: City) => City
  mode?: House['mode']
  smsUrl?: string
  languageModel?: House['languageModel']
  tiles?: string
  keys?: KeyFile
  now?: Instant
  log?: Log
}
export type TestHouse = House & { close(): Promise<void>; setNow(at: Instant): void }

/** A Monday, 10:00 in Beijing, in a year the calendars know. */
const MORNING = '2026-03-02T02:00:00.000Z' as Instant

const folders = { demo: '../city/demo', tiny: './fixtures/tiny-city' } as const
const folderOf = (name: keyof typeof folders): string => fileURLToPath(new URL(folders[name], import.meta.url))
const cities = new Map<string, Promise<City>>()
const atlases = new Map<string, Promise<Atlas>>()

function cityNamed(name: keyof typeof folders): Promise<City> {
  const known = cities.get(name) ?? loadCity(folderOf(name))
  cities.set(name, known)
  return known
}

function atlasNamed(name: keyof typeof folders): Promise<Atlas> {
  const known = atlases.get(name) ?? loadAtlas(fileURLToPath(new URL(folders[name], import.meta.url)))
  atlases.set(name, known)
  return known
}

/** A column that is not selected is found even when the result has no row. */
const missingColumns: Inspect = (query, fields, wanted) => {
  const missing = wanted.filter((column) => !fields.includes(column))
  if (missing.length > 0)
    throw new Error(`${query.name ?? 'a query'} gives no ${missing.join(', ')}, only ${fields.join(', ')}`)
}

const quiet: Log = { info: () => undefined, error: () => undefined }

/** What a process holds once, over a database of one's own (`freshDatabase`); its clock stands still until moved. */
export async function testHouse(url: string, options: TestHouseOptions = {}): Promise<TestHouse> {
  const loaded = await cityNamed(options.city ?? 'demo')
  const city = options.changeCity?.(loaded) ?? loaded
  const pool = openPool(url, { max: 5 })
  const db = pgDb(pool, missingColumns)
  const filesFolder = await mkdtemp(join(tmpdir(), 'jiesu-files-'))
  let now = options.now ?? MORNING
  const folder = folderOf(options.city ?? 'demo')
  const trainer = trainerOf(() => house)
  const house: TestHouse = {
    db,
    city,
    cityVersions: '',
    cityFolder: folder,
    takeUpCity: () => takeUpCity(house),
    models: await openModels(db, city, folder, now),
    takeUpModel: () => takeUpModel(house),
    trainer,
    atlas: await atlasNamed(options.city ?? 'demo'),
    tiles: options.tiles ?? null,
    vault: openVault(options.keys ?? newKeyFile()),
    numbers: numbersFrom(db, city.policy.orderPrefix),
    filesFolder,
    now: () => now,
    same: newSameState(),
    mode: options.mode ?? 'production',
    smsUrl: options.smsUrl ?? null,
    languageModel: options.languageModel ?? null,
    log: options.log ?? quiet,
    setNow: (at) => {
      now = at
    },
    close: async () => {
      await trainer.stop()
      await pool.end()
      await rm(filesFolder, { recursive: true, force: true })
    },
  }
  return house
}
