import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { measure } from './measure.ts'
import { predict } from './predict.ts'
import { FAST } from './settings.ts'
import { type Example, trainClassifier } from './train.ts'

const folder = join(import.meta.dirname, '../../../shared/data/teddy-c')
type Row = { label: string; title: string; text: string }

const messages = (name: string, most: number): Example[] =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .split('\n')
    .slice(0, most)
    .map((line) => JSON.parse(line) as Row)
    .map(({ label, title, text: content }) => ({ label, title, content }))

// Skipped where the real messages do not lie beside the project.
test.skipIf(!existsSync(folder))('a thousand real messages are enough for four of five others', () => {
  const classifier = trainClassifier(messages('messages-train.jsonl.gz', 1000), { ...FAST, folds: 3 })
  const answers = messages('messages-dev.jsonl.gz', 300).map(({ label, ...text }) => ({
    right: label,
    said: predict(classifier, text),
  }))
  const { accuracy, calibrationError } = measure(answers)
  expect(accuracy).toBeGreaterThan(0.8)
  expect(calibrationError).toBeLessThan(0.1)
})
