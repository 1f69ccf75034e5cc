import { fileURLToPath } from 'node:url'
import { loadCity } from '#city/load-city.ts'
import { coldStart } from '#server/models/cold-start.ts'

/** Vitest's third global setup: every test house begins with the model of its city's words, learned here once. */
export async function setup(): Promise<void> {
  if (process.env.TEST_ENGINES === '') return
  for (const folder of ['../city/demo', './fixtures/tiny-city'])
    await coldStart(await loadCity(fileURLToPath(new URL(folder, import.meta.url))))
}
