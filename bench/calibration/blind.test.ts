import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sources = (folder: string) =>
  readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8'))

test('the simulated city knows nothing of the learner, and the learner nothing of the city', () => {
  for (const text of sources('sim/calibration')) expect(text).not.toMatch(/domain\/calibration|language\/calibration/)
  for (const text of [...sources('domain/calibration'), ...sources('language/calibration')])
    expect(text).not.toMatch(/#sim|sim\/|bench/)
})
