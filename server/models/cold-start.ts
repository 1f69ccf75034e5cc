import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ModelCard } from '#contract/model-card.ts'
import { addCategoryModel, adoptCategoryModel, lockModels, newestAdoption } from '#db/category-models.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import type { Instant } from '#domain/ids.ts'
import { labelsOf } from './city-labels.ts'
import { makeOnce } from './make-once.ts'
import { modelInForce } from './model-in-force.ts'
import type { ModelState } from './model-state.ts'
import { startTraining, type Trained } from './run-training.ts'

const root = join(import.meta.dirname, '..', '..')
const KEPT = join(root, 'dist', 'models')
const METHOD = join(root, 'language', 'category', 'train-category-model.ts')

/** A source with all it imports of ours: a change in one of these is another method. */
function sourcesFrom(file: string, known = new Map<string, string>()): Map<string, string> {
  if (known.has(file)) return known
  const text = readFileSync(file, 'utf8')
  known.set(file, text)
  for (const [, to = ''] of text.matchAll(/ from '(\.[^']+)'/g)) sourcesFrom(join(dirname(file), to), known)
  return known
}

/** What decides the bytes of a model beside the method: the city's own words. */
function fingerprint(city: City): string {
  const hash = createHash('sha256').update(JSON.stringify([labelsOf(city), city.phrases]))
  for (const [file, text] of sourcesFrom(METHOD)) hash.update(relative(root, file)).update(text)
  return hash.digest('hex').slice(0, 16)
}

async function learn(city: City, name: string): Promise<void> {
  const labels = labelsOf(city)
  const training = startTraining(() => undefined, 'awaited')
  const { file, card } = await training.train({ labels, ever: labels, phrases: city.phrases, rival: null })
  // The card last and both renamed into place: what is there is whole.
  for (const [ending, content] of [['model', file] as const, ['card', JSON.stringify(card)] as const]) {
    const making = `${name}.${process.pid}.${ending}`
    writeFileSync(making, content)
    renameSync(making, `${name}.${ending}`)
  }
}

/**
 * The model of a city that has no order yet: its names, keywords and phrases. Learned once for each state of these and of
 * the method, and kept beside the built pages: the same words give the same bytes, wherever and however often.
 */
export async function coldStart(city: City): Promise<Trained> {
  const name = join(KEPT, fingerprint(city))
  await makeOnce(`${name}.card`, () => learn(city, name))
  return {
    file: readFileSync(`${name}.model`),
    card: ModelCard.parse(JSON.parse(readFileSync(`${name}.card`, 'utf8'))),
  }
}

const SYSTEM = 'system'

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
