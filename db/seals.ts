import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Head = z.object({ order_id: z.string(), seq: z.number(), hash: z.instanceof(Buffer) })
export type Head = z.infer<typeof Head>
const LastSeal = z.object({ no: z.number(), hash: z.instanceof(Buffer) })

export const FIRST_SEAL = Buffer.alloc(32)

/** What a seal says: number, the seal before it, and every order's head, in key order. */
export function sealHash(no: number, previous: Buffer, heads: readonly Head[]): Buffer {
  const hash = createHash('sha256').update(previous).update(`seal ${no}\n`)
  for (const head of heads) hash.update(`${head.order_id}/${head.seq} `).update(head.hash)
  return hash.digest()
}

/** Seals every order changed since the last seal; one process at a time. Returns how many orders it covers. */
export function sealChanges(db: Db, now: Instant, sign: (bytes: Buffer) => Buffer): Promise<number> {
  return db.tx(async (tx) => {
    await tx.run(sql`lock table seal in exclusive mode`)
    const taken = await tx.rows(sql`delete from unsealed returning order_id, seq, hash`, Head)
    if (taken.length === 0) return 0
    const newest = new Map<string, Head>()
    for (const head of taken) if ((newest.get(head.order_id)?.seq ?? 0) < head.seq) newest.set(head.order_id, head)
    const heads = [...newest.values()].sort((a, b) => (a.order_id < b.order_id ? -1 : 1))
    const [last] = await tx.rows(sql`select no, hash from seal order by no desc limit 1`, LastSeal)
    const no = (last?.no ?? 0) + 1
    const hash = sealHash(no, last?.hash ?? FIRST_SEAL, heads)
    await tx.run(sql`insert into seal (no, at, orders, prev_hash, hash, signature)
      values (${no}, ${now}, ${heads.length}, ${last?.hash ?? FIRST_SEAL}, ${hash}, ${sign(hash)})`)
    const rows = heads.map((head) => ({ ...head, hash: head.hash.toString('hex') }))
    await tx.run(sql`insert into seal_entry (order_id, seal, seq, hash)
      select order_id, ${no}, seq, decode(hash, 'hex')
      from   json_to_recordset(${JSON.stringify(rows)}::json) as h(order_id text, seq int, hash text)`)
    return heads.length
  })
}
