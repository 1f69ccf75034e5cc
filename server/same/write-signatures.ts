import { setImmediate as breathe } from 'node:timers/promises'
import { takeSignatureDue, unsignedTexts, writeSignatures } from '#db/signatures.ts'
import type { Instant } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { signatureBytes, signatureOf } from '#language/same/signature.ts'
import { endedDay } from './ended-day.ts'
import type { SameHouse } from './same-state.ts'
import { takeUpWords } from './take-up-words.ts'

/** One order takes some 0.1 ms: a batch holds up a call by no more than a few. */
const BATCH = 50
/** Of every two seconds one at most goes into the past, so that a large one costs a desk nothing it would notice. */
const RUN_MS = 1000

/** One batch; returns how many rows of the queue it took. Two processes never write the same, nor an older over a newer. */
export function signBatch(house: SameHouse, size = BATCH): Promise<number> {
  return house.db.tx(async (tx) => {
    const ids = await takeSignatureDue(tx, size)
    if (ids.length === 0) return 0
    // Asked after the rows were taken: a table that put them there is seen with them.
    const { no, table } = await takeUpWords(house, tx)
    const texts = await unsignedTexts(tx, ids)
    await writeSignatures(
      tx,
      texts.map(({ order_id, version, state, ended_at, body }) => ({
        order_id,
        version,
        words: no,
        ended: endedDay(state as OrderState, ended_at as Instant | null),
        terms: Buffer.from(signatureBytes(signatureOf(matterTextOf(body), table))).toString('hex'),
      })),
    )
    return ids.length
  })
}

export async function sweepSignatures(house: SameHouse): Promise<number> {
  const until = performance.now() + RUN_MS
  let total = 0
  for (let done = -1; done !== 0 && performance.now() < until; total += Math.max(0, done)) {
    done = await signBatch(house)
    await breathe()
  }
  return total
}
