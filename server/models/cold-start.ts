import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addCategoryModel, adoptCategoryModel, lockModels, newestAdoption } from '#db/category-models.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import type { Instant } from '#domain/ids.ts'
import { labelsOf } from './city-labels.ts'
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
export async function coldStart(city: City): Promise<Trained> {
  const name = join(KEPT, fingerprint(city))
  if (existsSync(`${name}.card`))
    return { file: readFileSync(`${name}.model`), card: JSON.parse(readFileSync(`${name}.card`, 'utf8')) }
  const labels = labelsOf(city)
  const trained = await startTraining(() => undefined).train({
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

/** A database in which no model was ever adopted begins with this one; the first process makes it, the others find it. */
export async function adoptColdStart(db: Db, city: City, at: Instant): Promise<void> {
  if ((await newestAdoption(db)) > 0) return
  const { file, card } = await coldStart(city)
  await db.tx(async (tx) => {
    await lockModels(tx)
    if ((await newestAdoption(tx)) > 0) return
    const number = await addCategoryModel(
      tx,
      { origin: 'cold-start', by: SYSTEM, labelSet: card.labelSet, card, file },
      at,
    )
    await adoptCategoryModel(tx, number, SYSTEM, 'cold start', at)
  })
}
