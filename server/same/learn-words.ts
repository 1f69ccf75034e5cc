import { setImmediate as breathe } from 'node:timers/promises'
import { addWordTable, countTexts, learningAlone, newestWordTable, textsBefore } from '#db/word-tables.ts'
import type { Instant } from '#domain/ids.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { learnWords, SAMPLE, tableBytes } from '#language/same/word-table.ts'
import type { SameHouse } from './same-state.ts'

/** Below it every word is as rare as any other. */
const FIRST = 200
/** Learned again whenever there is four times as much to learn from, until the sample is full. */
const AGAIN = 4
const PAGE = 200

async function sample(house: SameHouse): Promise<{ bytes: Uint8Array; documents: number }> {
  const learner = learnWords()
  let [before, count]: [string | null, number] = [null, 0]
  while (count < SAMPLE) {
    const rows: { order_id: string; body: string }[] = await textsBefore(house.db, before, PAGE)
    const last = rows.at(-1)
    if (last === undefined) break
    for (const [i, { body }] of rows.entries()) {
      learner.add(matterTextOf(body))
      if (i % 50 === 49) await breathe()
    }
    before = last.order_id
    count += rows.length
  }
  return { bytes: tableBytes(learner.table()), documents: count }
}

/** Learns how common the words are, where there is much more to learn from than last time. Returns texts read. */
export async function sweepWords(house: SameHouse, now: Instant): Promise<number> {
  const texts = await countTexts(house.db, SAMPLE)
  const { documents } = await newestWordTable(house.db)
  if (texts < FIRST || texts < Math.min(SAMPLE, documents * AGAIN) || documents >= SAMPLE) return 0
  const learned = await learningAlone(house.db, async (tx) => {
    const { bytes, documents: read } = await sample(house)
    await addWordTable(tx, bytes, read, now)
    return read
  })
  return learned ?? 0
}
