import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addCategoryModel, adoptCategoryModel, lockModels, newestAdoption } from '#db/category-models.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import type { Instant } from '#domain/ids.ts'
import { labelsOf } from './city-labels.ts'
import { modelInForce } from './model-in-force.ts'
import type { ModelState } from './model-state.ts'
import { startTraining, type Trained } from './run-training.ts'

const root = join(import.meta.dirname, '..', '..')
const KEPT = join(root, 'dist', 'models')
/** Whatever decides the bytes of a model beside the city's own words. */
const SOURCES = ['language/category', 'language/classify', 'language/text', 'server/models/train-process.ts']

const filesOf = (path: string): string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(join(root, path))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => `${path}/${name}`)

function fingerprint(city: City): string {
  const hash = createHash('sha256').update(JSON.stringify([labelsOf(city), city.phrases]))
  for (const file of SOURCES.flatMap(filesOf).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * The model of a city that has no order yet: its names, keywords and phrases. Learned once for each state of these and of
 * the method, and kept beside the built pages: the same words give the same bytes, wherever and however often.
 */
export function coldStart(city: City): Promise<Trained> {
  const print = fingerprint(city)
  const made = making.get(print) ?? makeColdStart(city, join(KEPT, print)).finally(() => making.delete(print))
  making.set(print, made)
  return made
}

/** Asked for while the pages are still being built, and again when the database is there: made once. */
const making = new Map<string, Promise<Trained>>()

async function makeColdStart(city: City, name: string): Promise<Trained> {
  if (existsSync(`${name}.card`))
    return { file: readFileSync(`${name}.model`), card: JSON.parse(readFileSync(`${name}.card`, 'utf8')) }
  const labels = labelsOf(city)
  const trained = await startTraining(() => undefined, 'awaited').train({
    labels,
    ever: labels,
    phrases: city.phrases,
    rival: null,
  })
  mkdirSync(KEPT, { recursive: true })
  // The card last and both renamed into place: what is there is whole, also when two make it at once.
  for (const [ending, content] of [['model', trained.file] as const, ['card', JSON.stringify(trained.card)] as const]) {
    const making = `${name}.${process.pid}.${ending}`
    writeFileSync(making, content)
    renameSync(making, `${name}.${ending}`)
  }
  return trained
}

export const SYSTEM = 'system'

/**
 * The models as a process begins with them. Where none can be read, in a new database, or after a release that reads
 * texts otherwise than all adopted ones did, the city's own words come into force, made by the first process.
 */
export async function openModels(db: Db, city: City, folder: string, at: Instant): Promise<ModelState> {
  const state = await modelInForce(db, city, folder)
  if (state.inForce !== null) return state
  const { file, card } = await coldStart(city)
  await db.tx(async (tx) => {
    await lockModels(tx)
    if ((await newestAdoption(tx)) !== state.adoption) return
    const model = { origin: 'cold-start', by: SYSTEM, labelSet: card.labelSet, card, file } as const
    const number = await addCategoryModel(tx, model, at)
    await adoptCategoryModel(tx, number, SYSTEM, 'cold start', at)
  })
  return modelInForce(db, city, folder)
}
