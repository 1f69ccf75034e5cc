import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { loadCity } from '#city/load-city.ts'
import { evaluateCategories } from '#language/category/evaluate-categories.ts'
import { readCategoryModel } from '#language/category/read-category-model.ts'
import { suggestCategories } from '#language/category/suggest-categories.ts'
import { trainCategoryModel } from '#language/category/train-category-model.ts'
import { labelsOf } from '#server/models/city-labels.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/** Seconds of processor time, so that a busy machine does not count. */
const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const root = join(import.meta.dirname, '..')
const Row = z.object({ code: z.string(), phrase: z.string(), title: z.string().default('') })

/**
 * Claim: from a cold start (the demo city's names, keywords and phrases.csv) four of five independently written phrases
 * find their scene among 333, 93 % among three, and where the model is sure it is right. `--test FILE` of code,phrase
 * (title may stand beside) scores another set.
 */
export async function run(options: Options): Promise<Result> {
  const city = await loadCity(join(root, 'city', 'demo'))
  const labels = labelsOf(city)
  const file = options.text('test') ?? join(root, 'bench', 'data', 'scene-phrases-test.csv')
  const settings = {
    bom: true,
    columns: true,
    comment: '#',
    comment_no_infix: true,
    skip_empty_lines: true,
    trim: true,
  }
  const rows = z.array(Row).parse(parse(await readFile(file, 'utf8'), settings))
  const test = rows.map(({ code, phrase, title }) => ({ code, title, content: phrase }))

  const begun = processor()
  const bytes = trainCategoryModel({ labels, phrases: city.phrases, orders: [] })
  const trained = processor()
  const model = readCategoryModel(bytes, labels)
  suggestCategories(model, { title: '', content: '水' })
  const read = processor()
  for (const { title, content } of test) suggestCategories(model, { title, content })
  const perText = (1000 * (processor() - read)) / test.length
  const figures = evaluateCategories(model, test)

  const share = (count: number, of: number = figures.of) => round(count / of, 4)
  const [domains, items] = figures.levels
  return {
    columns: ['', 'share'],
    rows: [
      ['12 domains', share(domains?.right ?? 0, domains?.of)],
      ['87 items', share(items?.right ?? 0, items?.of)],
      ['333 scenes, first', share(figures.right)],
      ['333 scenes, among three', share(figures.rightInThree)],
      ['macro-F1', round(figures.macroF1 ?? 0, 4)],
      ['calibration error', round(figures.calibrationError ?? 0, 4)],
      ['coverage at 96.5 % precision', round(figures.coverageAt965 ?? 0, 4)],
      ['called sure', share(figures.sure.of)],
      ['right where sure', share(figures.sure.right, figures.sure.of)],
    ],
    notes: [
      `${city.phrases.length} phrases taught, ${test.length} examined; ${round(trained - begun)} s to train, ` +
        `${round(1000 * (read - trained))} ms to read, ${round(bytes.length / 2 ** 20, 2)} MB, ${round(perText, 2)} ms a text (processor time)`,
    ],
    keys: {
      top1: share(figures.right),
      top3: share(figures.rightInThree),
      coverageAt965: round(figures.coverageAt965 ?? 0, 4),
      ece: round(figures.calibrationError ?? 0, 4),
      trainSeconds: round(trained - begun),
      modelMb: round(bytes.length / 2 ** 20, 2),
    },
  }
}
