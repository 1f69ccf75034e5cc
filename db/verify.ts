import { z } from 'zod'
import { chainHash, GENESIS } from './chain.ts'
import { FIRST_SEAL, type Head, sealHash } from './seals.ts'
import { type Db, sql } from './sql.ts'

type Broken = { where: string; what: string }
type Verified = { orders: number; events: number; seals: number; unsealed: number; broken: Broken | null }

const Row = z.object({ order_id: z.string(), seq: z.number(), text: z.string(), hash: z.instanceof(Buffer) })
const HeadRow = z.object({ order_id: z.string(), version: z.number(), head_hash: z.instanceof(Buffer) })
const SealRow = z.object({
  no: z.number(),
  orders: z.number(),
  prev_hash: z.instanceof(Buffer),
  hash: z.instanceof(Buffer),
  signature: z.instanceof(Buffer),
})
const EntryRow = z.object({ order_id: z.string(), seq: z.number(), hash: z.instanceof(Buffer) })

const BATCH = 500

/** One order's links: numbers without a gap, each hash over the one before, the last one the order's head. */
function brokenLink(head: z.infer<typeof HeadRow>, rows: readonly z.infer<typeof Row>[]): Broken | null {
  let previous: Buffer = GENESIS
  for (const [i, row] of rows.entries()) {
    if (row.seq !== i + 1) return { where: `order ${head.order_id}, event ${i + 1}`, what: 'an event is missing' }
    const hash = chainHash(previous, head.order_id, row.seq, row.text)
    if (!hash.equals(row.hash))
      return { where: `order ${head.order_id}, event ${row.seq}`, what: 'the event does not match its hash' }
    previous = hash
  }
  if (rows.length !== head.version || !previous.equals(head.head_hash))
    return { where: `order ${head.order_id}`, what: 'the order’s head does not match its log' }
  return null
}

async function verifyOrders(db: Db, count: (orders: number, events: number) => void): Promise<Broken | null> {
  for (let after = ''; ; ) {
    const heads = await db.rows(
      sql`select order_id, version, head_hash from work_order where order_id > ${after} order by order_id limit ${BATCH}`,
      HeadRow,
    )
    const last = heads.at(-1)
    if (last === undefined) return null
    const rows = await db.rows(
      sql`select order_id, seq, event::text as text, hash from order_event
          where order_id > ${after} and order_id <= ${last.order_id} order by order_id, seq`,
      Row,
    )
    const byOrder = new Map<string, z.infer<typeof Row>[]>()
    for (const row of rows) byOrder.set(row.order_id, [...(byOrder.get(row.order_id) ?? []), row])
    for (const head of heads) {
      const broken = brokenLink(head, byOrder.get(head.order_id) ?? [])
      if (broken !== null) return broken
      byOrder.delete(head.order_id)
    }
    const [stray] = byOrder.keys()
    if (stray !== undefined) return { where: `order ${stray}`, what: 'the log has events of an order that is gone' }
    count(heads.length, rows.length)
    after = last.order_id
  }
}

/** A seal's own chain and signature, and that every head it names is still in the log. */
async function brokenSeal(
  db: Db,
  seal: z.infer<typeof SealRow>,
  previous: Buffer,
  verify: (bytes: Buffer, signature: Buffer) => boolean,
) {
  const where = `seal ${seal.no}`
  if (!seal.prev_hash.equals(previous)) return { where, what: 'it does not follow the seal before it' }
  const entries: Head[] = await db.rows(
    sql`select order_id, seq, hash from seal_entry where seal = ${seal.no} order by order_id`,
    EntryRow,
  )
  if (entries.length !== seal.orders || !sealHash(seal.no, previous, entries).equals(seal.hash))
    return { where, what: 'its list of orders does not match its hash' }
  if (!verify(seal.hash, seal.signature)) return { where, what: 'its signature is not of this house’s key' }
  const [gone] = await db.rows(
    sql`select s.order_id, s.seq, s.hash from seal_entry s
        left join order_event e on e.order_id = s.order_id and e.seq = s.seq and e.hash = s.hash
        where s.seal = ${seal.no} and e.order_id is null order by s.order_id limit 1`,
    EntryRow,
  )
  return gone === undefined
    ? null
    : { where: `${where}, order ${gone.order_id}, event ${gone.seq}`, what: 'sealed, but no longer in the log' }
}

/** Walks every order's chain, then every seal, and names the first broken link. Memory stays flat at any size. */
export async function verifyLog(
  db: Db,
  verify: (bytes: Buffer, signature: Buffer) => boolean,
  progress: (orders: number) => void = () => undefined,
): Promise<Verified> {
  const done = { orders: 0, events: 0, seals: 0, unsealed: 0 }
  const broken = await verifyOrders(db, (orders, events) => {
    done.orders += orders
    done.events += events
    progress(done.orders)
  })
  if (broken !== null) return { ...done, broken }
  let previous: Buffer = FIRST_SEAL
  for (let no = 1; ; no++) {
    const [seal] = await db.rows(
      sql`select no, orders, prev_hash, hash, signature from seal where no >= ${no} order by no limit 1`,
      SealRow,
    )
    if (seal === undefined) break
    if (seal.no !== no) return { ...done, broken: { where: `seal ${no}`, what: 'the seal is missing' } }
    const fault = await brokenSeal(db, seal, previous, verify)
    if (fault !== null) return { ...done, broken: fault }
    previous = seal.hash
    done.seals += 1
  }
  const [open] = await db.rows(sql`select count(*) as n from unsealed`, z.object({ n: z.number() }))
  return { ...done, unsealed: open?.n ?? 0, broken: null }
}
