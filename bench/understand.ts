import { join } from 'node:path'
import { loadAtlas } from '#city/load-atlas.ts'
import { loadCity } from '#city/load-city.ts'
import type { Understanding } from '#contract/understand.ts'
import type { Instant } from '#domain/ids.ts'
import { readCategoryModel } from '#language/category/read-category-model.ts'
import { labelsOf } from '#server/models/city-labels.ts'
import { coldStart } from '#server/models/cold-start.ts'
import { NO_MODEL } from '#server/models/model-state.ts'
import { readText } from '#server/understand/read-text.ts'
import { type FactsSentence, readFactsSet } from './data/facts-set.ts'
import { misspelledNames } from './data/misspelled-names.ts'
import { type Tally, tally } from './measure/fact-scores.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Cell, type Result, round } from './result.ts'

const NOW = '2026-11-25T08:00:00.000Z' as Instant

type Read = { sentence: FactsSentence; said: Understanding }
type Counted = { right: number; of: number }

const share = ({ right, of }: Counted): number | null => (of === 0 ? null : round(right / of, 3))
const count = (reads: readonly Read[], isRight: (read: Read) => boolean): Counted => ({
  right: reads.filter(isRight).length,
  of: reads.length,
})

async function reader() {
  const folder = join(import.meta.dirname, '..', 'city', 'demo')
  const [city, atlas] = [await loadCity(folder), await loadAtlas(folder)]
  const { file } = await coldStart(city)
  const model = readCategoryModel(file, labelsOf(city))
  const house = { city, atlas, models: { ...NO_MODEL, city, inForce: { number: 1, model } }, now: () => NOW }
  return { city, atlas, read: (content: string) => readText(house, { title: '', content, region: null }) }
}

const mainOf = ({ sentence }: Read) => sentence.facts.find(({ main }) => main === true)
const placeOf = ({ said }: Read): string | undefined => said.place.suggestions[0]?.place.name

/** The first is right in how many; and where it is called sure, how often that is so. */
function answers(
  reads: readonly Read[],
  of: (read: Read) => { sure: boolean; first: string | undefined; right: string },
) {
  const all = reads.map(of)
  const sure = all.filter((one) => one.sure)
  return {
    first: { right: all.filter(({ first, right }) => first === right).length, of: all.length },
    sure: { right: sure.filter(({ first, right }) => first === right).length, of: sure.length },
  }
}

/** Mean distance between how probable the first was said to be and how often it was right, in tenths of probability. */
function calibrationError(points: readonly { probability: number; right: boolean }[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const within = points.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin)
    const sum = within.reduce((total, { probability, right }) => total + probability - (right ? 1 : 0), 0)
    error += Math.abs(sum) / Math.max(1, points.length)
  }
  return round(error, 3)
}

/**
 * Claim: nine of ten facts of every kind are found and are right, the place comes first in 95 of 100 sentences that write
 * it as the city does and in 85 with one slip of the hand; 2,000 characters are answered within 100 ms at p95.
 * `--test FILE` scores another set of the same form; `--part dev` the half the finders were improved on; `--show` prints
 * what was missed.
 */
export async function run(options: Options): Promise<Result> {
  const { city, atlas, read } = await reader()
  const part = options.text('part') ?? 'test'
  const set = await readFactsSet(options.text('test'))
  const sentences = options.text('test') === null ? set.filter((one) => one.part === part) : set
  const reads = sentences.map((sentence): Read => ({ sentence, said: read(sentence.text) }))

  const tallies = new Map<string, Tally>()
  const notes: string[] = []
  for (const { sentence, said } of reads) {
    const { missed, vain } = tally(tallies, said.facts, sentence.facts)
    const cut = ({ from, to }: { from: number; to: number }) => sentence.text.slice(from, to)
    if (options.flag('show'))
      for (const [word, one] of [
        ...missed.map((m) => ['missed', m] as const),
        ...vain.map((v) => ['in vain', v] as const),
      ])
        notes.push(`${word} ${one.kind} “${cut(one)}” ${JSON.stringify(one.value ?? '')} — ${sentence.text}`)
  }

  const placed = reads.filter((one) => mainOf(one) !== undefined)
  const typed = (how: string) =>
    count(
      placed.filter((one) => mainOf(one)?.typed === how),
      (one) => placeOf(one) === mainOf(one)?.value,
    )
  const [exact, alias, slip] = [typed('exact'), typed('alias'), typed('misspelled')]
  const unplaced = reads.filter(({ sentence }) => sentence.facts.every(({ kind }) => kind !== 'place'))
  const nowhere = count(unplaced, ({ said }) => !said.facts.some(({ kind }) => kind === 'place'))
  const type = answers(reads, ({ sentence, said }) => ({
    sure: said.requestType.sure,
    first: said.requestType.suggestions[0]?.value,
    right: sentence.type,
  }))
  const urgency = answers(reads, ({ sentence, said }) => ({
    sure: said.urgency.sure,
    first: said.urgency.suggestions[0]?.value,
    right: sentence.urgency,
  }))
  if (options.flag('show'))
    for (const one of reads) {
      const main = mainOf(one)?.value
      const { sentence, said } = one
      if (main !== undefined && placeOf(one) !== main)
        notes.push(`place ${placeOf(one) ?? '–'} for ${main} — ${sentence.text}`)
      for (const [what, first, right] of [
        ['type', said.requestType.suggestions[0], sentence.type],
        ['urgency', said.urgency.suggestions[0], sentence.urgency],
      ] as const)
        if (first?.value !== right)
          notes.push(`${what} ${first?.value} ${first?.probability} for ${right} — ${sentence.text}`)
    }

  const slips = misspelledNames(city, atlas).map(({ name, said, slip: how }) => {
    const [first] = read(`家住${said}的居民反映，这里的路灯坏了。`).place.suggestions
    return { how, right: first?.place.name === name }
  })
  const bySlip = [...new Set(slips.map(({ how }) => how))].map((how): [string, Counted] => {
    const of = slips.filter((one) => one.how === how)
    return [how, { right: of.filter(({ right }) => right).length, of: of.length }]
  })

  const times: number[] = []
  const all = set.map(({ text }) => text).join('')
  for (let i = 0; i < options.number('times', 200); i++) {
    const from = (i * 977) % Math.max(1, all.length - 2000)
    const text = all.slice(from, from + 2000)
    const begun = performance.now()
    read(text)
    times.push(performance.now() - begun)
  }

  const typePoints = reads.map(({ sentence, said }) => ({
    probability: said.requestType.suggestions[0]?.probability ?? 0,
    right: said.requestType.suggestions[0]?.value === sentence.type,
  }))
  const urgencyPoints = reads.map(({ sentence, said }) => ({
    probability: said.urgency.suggestions[0]?.probability ?? 0,
    right: said.urgency.suggestions[0]?.value === sentence.urgency,
  }))
  const placePoints = placed.map((one) => ({
    probability: one.said.place.suggestions
      .filter(({ place }) => place.name === placeOf(one))
      .reduce((sum, { probability }) => sum + probability, 0),
    right: placeOf(one) === mainOf(one)?.value,
  }))
  const placeSure = count(
    placed.filter(({ said }) => said.place.sure),
    (one) => placeOf(one) === mainOf(one)?.value,
  )
  const kinds = Object.fromEntries(
    [...tallies].map(([kind, { right, found, labelled }]) => [
      kind,
      { precision: share({ right, of: found }), recall: share({ right, of: labelled }) },
    ]),
  )
  const rows: Cell[][] = [...tallies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { right, found, labelled }]) => [
      kind,
      share({ right, of: found }),
      share({ right, of: labelled }),
      labelled,
    ])
  const line = (name: string, counted: Counted): Cell[] => [name, share(counted), null, counted.of]
  return {
    columns: ['', 'precision or share', 'recall', 'of'],
    rows: [
      ...rows,
      line('place first, as the city writes it', exact),
      line('place first, by another name', alias),
      line('place first, with a slip of the hand', slip),
      line('no place where none of the city is said', nowhere),
      line('place right where sure', placeSure),
      line('type first', type.first),
      line('type right where sure', type.sure),
      line('urgency first', urgency.first),
      line('urgency right where sure', urgency.sure),
      ...bySlip.map(([how, counted]) => line(`every name, one character ${how}`, counted)),
      ['milliseconds for 2,000 characters, p95', round(percentile(times, 0.95)), null, times.length],
    ],
    notes,
    keys: {
      p95Ms: round(percentile(times, 0.95)),
      placeTop1: share(exact),
      placeTop1Alias: share(alias),
      placeTop1Slip: share(slip),
      noPlace: share(nowhere),
      typeTop1: share(type.first),
      typeSure: share(type.sure),
      typeEce: calibrationError(typePoints),
      urgencyTop1: share(urgency.first),
      urgencyEce: calibrationError(urgencyPoints),
      placeEce: calibrationError(placePoints),
      everyName: Object.fromEntries(bySlip.map(([how, counted]) => [how, share(counted)])),
      kinds,
      sentences: reads.length,
    },
  }
}
