import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dict } from '@node-rs/jieba/dict'
import { parse } from 'csv-parse/sync'
import { markedIn } from '#bench/data/marked-sentences.ts'
import { randomFrom } from '#language/classify/random.ts'
import { MARK } from '#language/privacy/blanked.ts'
import { clausesOf, framedLessons } from '#language/privacy/learn/framed-lessons.ts'
import { learnNames } from '#language/privacy/learn/learn-names.ts'
import { type Lesson, lessonsOf } from '#language/privacy/learn/name-lessons.ts'
import { saladOf, wordStock } from '#language/privacy/learn/salad.ts'
import { FEATURES } from '#language/privacy/name-features.ts'
import { keptWeights } from '#language/privacy/name-weights.ts'
import { DEVELOPMENT } from '#language/privacy/said/marked.fixture.ts'

/**
 * Learns how names of people are told from other words: `node --import tsx tools/train-names.ts [--half 1]`. From the
 * project's own sentences only, with other invented names in their places; two runs give the same file.
 */
const root = join(import.meta.dirname, '..')
const CITY = join(root, 'city/demo')
const FILE = join(root, 'language/privacy/name-weights.json')

/** Places of the city in a few settings: streets and estates that begin like a name. */
const SETTINGS = ['门口积水', '的路灯不亮', '附近', '小区物业不管', '', '停水三天', '居民反映', '旁边的工地']

const column = (file: string, name: string): string[] => {
  const rows: Record<string, string>[] = parse(readFileSync(join(CITY, file)), {
    columns: true,
    comment: '#',
    comment_no_infix: true,
    bom: true,
  })
  return rows.map((row) => row[name] ?? '')
}

/** What the simulator's citizens and units say, without the few lines that name somebody. */
const saidInTexts = (): string[] =>
  readdirSync(join(root, 'sim/texts'))
    .filter((name) => name.endsWith('.ts') && !/^(?:names|slots)/.test(name))
    .flatMap((name) => [...readFileSync(join(root, 'sim/texts', name), 'utf8').matchAll(/'([^'\n]{4,})'/g)])
    .map((found) => (found[1] ?? '').replace(/\{\w+\}/g, MARK))
    .filter(
      (text) =>
        /[\u4e00-\u9fff]/.test(text) && !/[王李张刘陈赵](?:某|所长|阿姨|师傅|先生|女士|主任|经理|总)/.test(text),
    )

const guides = (): string[] =>
  readdirSync(join(root, 'docs/guide'))
    .filter((name) => name.endsWith('zh-CN.md'))
    .flatMap((name) => readFileSync(join(root, 'docs/guide', name), 'utf8').split('\n'))

/** So many lessons a frame, and so many clauses of words in no order. */
const TIMES = 8
const SALAD = 8_000

function lessons(half: number | null, seed: number): Lesson[] {
  const dice = randomFrom(seed)
  const words = wordStock(Buffer.from(dict).toString('utf8').split('\n'), 60_000, dice)
  const phrases = column('phrases.csv', 'phrase')
  const marked = markedIn(join(root, 'bench/data/redaction-dev.jsonl'))
  const nobody = [
    ...phrases,
    ...column('places.csv', 'name').map((name, i) => name + (SETTINGS[i % SETTINGS.length] ?? '')),
    ...column('units.csv', 'name'),
    ...column('knowledge.csv', 'content'),
    ...saidInTexts(),
    ...guides(),
    ...saladOf(words, SALAD, dice),
  ]
  const learnt = marked.filter((_, i) => half === null || i % 2 === half - 1)
  return [
    ...[...DEVELOPMENT, ...learnt].flatMap((sentence) => lessonsOf(sentence, 6, dice)),
    ...nobody.map((text) => ({ text, names: [] })),
    ...framedLessons({ clauses: clausesOf([...phrases, ...saidInTexts()]), words }, TIMES, dice),
  ]
}

const half = process.argv.includes('--half') ? Number(process.argv[process.argv.indexOf('--half') + 1]) : null
/** The mean of a few trainings, each with other names and words: what only one of them learnt by chance weighs less. */
const TRAININGS = 4
const sum = new Float32Array(FEATURES)
for (let seed = 1; seed <= TRAININGS; seed++)
  learnNames(lessons(half, seed), randomFrom(seed)).forEach((w, i) => {
    sum[i] = (sum[i] ?? 0) + w / TRAININGS
  })
writeFileSync(FILE, `${JSON.stringify(keptWeights(sum))}\n`)
console.log(`${FILE}: ${readFileSync(FILE).length} bytes`)
