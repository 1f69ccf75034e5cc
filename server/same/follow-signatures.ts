import { setImmediate as breathe } from 'node:timers/promises'
import { encodeTime } from 'ulid'
import { oldestWriter, type SignatureRow, signaturesAfter, signaturesBetween } from '#db/signatures.ts'
import { type Instant, msOf } from '#domain/ids.ts'
import { type Entry, SEGMENT } from '#language/same/segment.ts'
import { readSignature } from '#language/same/signature.ts'
import type { House } from '../shell.ts'
import { dayOf, daysBefore } from './ended-day.ts'
import { newSameState } from './same-state.ts'
import { takeUpWords } from './take-up-words.ts'

const PAGE = 4096
/** A start reads for so long at a time and then lets the next run of the sweep go on. */
const LOAD_MS = 10_000

const entryOf = ({ order_id, ended, terms }: SignatureRow): Entry => ({
  key: order_id,
  ended,
  signature: readSignature(terms),
})

/** The first key that is still looked at. */
const windowKey = ({ city }: Pick<House, 'city'>, now: Instant): string =>
  encodeTime(Math.max(0, msOf(daysBefore(now, city.policy.sameMatter.windowDays))), 10)

async function stepwise(steps: Generator<void, void>): Promise<void> {
  while (steps.next().done !== true) await breathe()
}

/** A segment's worth from the key on; null: that was the last. */
async function nextSegment(
  house: House,
  after: string,
  endedSince: number,
): Promise<{ entries: Entry[]; after: string | null }> {
  const entries: Entry[] = []
  let at = after
  while (entries.length < SEGMENT) {
    const rows = await signaturesAfter(house.db, at, endedSince, Math.min(PAGE, SEGMENT - entries.length))
    for (const row of rows) entries.push(entryOf(row))
    const last = rows.at(-1)
    if (last === undefined) return { entries, after: null }
    at = last.order_id
    await breathe()
  }
  return { entries, after: at }
}

async function load(house: House, begun: { after: string; since: string }, endedSince: number): Promise<number> {
  const until = performance.now() + LOAD_MS
  let [after, count]: [string | null, number] = [begun.after, 0]
  while (after !== null && performance.now() < until) {
    const next: { entries: Entry[]; after: string | null } = await nextSegment(house, after, endedSince)
    await stepwise(house.same.index.load(next.entries))
    count += next.entries.length
    after = next.after
    // What was written meanwhile is read again afterwards, from the snapshot taken before the first page.
    house.same.progress =
      after === null ? { at: 'following', since: begun.since } : { at: 'loading', after, since: begun.since }
  }
  return count
}

async function follow(house: House, since: string): Promise<number> {
  const until = await oldestWriter(house.db)
  if (until === since) return 0
  const rows = await signaturesBetween(house.db, since, until)
  for (const [i, row] of rows.entries()) {
    house.same.index.put(entryOf(row))
    if (i % 500 === 499) await breathe()
  }
  house.same.progress = { at: 'following', since: until }
  return rows.length
}

/** Loads this process's index after the start, then keeps it up with what any process has written. */
export async function sweepSameIndex(house: House, now: Instant): Promise<number> {
  await takeUpWords(house)
  const { recentDays, windowDays } = house.city.policy.sameMatter
  // What has ended for longer is not read at the start: a city that wants to look back further has it read anew.
  if (house.same.looksBack.recentDays < recentDays || house.same.looksBack.windowDays < windowDays)
    Object.assign(house.same, newSameState(), { words: house.same.words, looksBack: { recentDays, windowDays } })
  const { progress, index } = house.same
  const from = windowKey(house, now)
  if (progress.at === 'following') {
    const count = await follow(house, progress.since)
    index.dropBefore(from)
    await stepwise(index.tidy())
    return count
  }
  const since = progress.at === 'empty' ? await oldestWriter(house.db) : progress.since
  return load(
    house,
    { after: progress.at === 'empty' ? from : progress.after, since },
    dayOf(daysBefore(now, recentDays)),
  )
}
