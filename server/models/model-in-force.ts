import { adoptedModels, categoryModelFile, newestAdoption } from '#db/category-models.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import type { CategoryModel } from '#language/category/category-model.ts'
import type { Label } from '#language/category/label-set.ts'
import { readCategoryModel } from '#language/category/read-category-model.ts'
import { ModelFault } from '#language/classify/model-fault.ts'
import type { House } from '../shell.ts'
import { labelsEver } from './city-labels.ts'
import type { ModelState, RefusedModel } from './model-state.ts'

type Read = { ok: true; model: CategoryModel } | { ok: false; fault: Omit<RefusedModel, 'number'> }

/** Whether a file can work in this city, and if not why. */
export function readModel(file: Uint8Array, labels: readonly Label[]): Read {
  try {
    // A Buffer's own slice is a view into a shared pool; what is read wants bytes that begin at 0.
    return { ok: true, model: readCategoryModel(new Uint8Array(file), labels) }
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    return { ok: false, fault: { kind: error.kind, reason: error.message, codes: error.codes } }
  }
}

/** The latest adopted model that can be read; those passed over stand beside it with their reason. */
export async function modelInForce(db: Db, city: City, folder: string): Promise<ModelState> {
  const adoption = await newestAdoption(db)
  const refused: RefusedModel[] = []
  const labels = await labelsEver(db, city, folder)
  for (const number of await adoptedModels(db)) {
    const read = readModel((await categoryModelFile(db, number)) ?? new Uint8Array(), labels)
    if (read.ok) return { adoption, city, inForce: { number, model: read.model }, refused }
    refused.push({ number, ...read.fault })
  }
  return { adoption, city, inForce: null, refused }
}

/**
 * Takes up what was adopted here or in another process, and reads the model anew when the city has changed: closed
 * categories are suggested no more, new ones are known to be unknown. One short question where nothing has changed.
 */
export async function takeUpModel(house: House): Promise<boolean> {
  const { adoption, city } = house.models
  if ((await newestAdoption(house.db)) === adoption && city === house.city) return false
  house.models = await modelInForce(house.db, house.city, house.cityFolder)
  const [worst] = house.models.refused
  if (worst !== undefined) house.log.error({ model: worst.number, kind: worst.kind }, worst.reason)
  return true
}
