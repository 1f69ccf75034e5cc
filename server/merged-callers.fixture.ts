import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, NOBODY } from './door.fixture.ts'
import { type Chain, citizen } from './orders.fixture.ts'

type Seen = {
  no: string
  state: string
  version: number
  master: string | null
  mergedOrders: string[]
  urgeCount: number
  reworkCount: number
  supplements: { text: string; mergedNo: string | null; saidAt: string | null }[]
  urges: { text: string | null; mergedNo: string | null }[]
  files: { file: string; name: string }[]
}
type Ticket = { no: string; code: string }

const eventsOf = ({ house }: Door, id: string) =>
  house.db.rows(
    sql`select kind, event::text as event from order_event where order_id = ${id} order by seq`,
    z.object({ kind: z.string(), event: z.string() }),
  )

/** Callers of one matter, each with a number of their own, and what is seen of their orders; who is asked may change. */
export function mergedCallers(now: () => { door: Door; people: Chain }) {
  const by = (n: number) => ({ appellant: { ...citizen, callerPhone: `1390000${2000 + n}`, contactPhone: null } })
  const accept = (n: number, wish: object = {}) => now().people.accept(wish, { kind: 'submit' }, by(n))
  const get = async (id: string, badge: Badge = now().people.desk) =>
    (await now().door.ask(badge, 'getOrder', { params: { orderId: id } })).body as Seen
  const merge = (orderId: string, master: string) => {
    const { people } = now()
    return people.on(people.desk, 'mergeOrder', orderId, { master, reason: '同一处' })
  }
  const upload = (ticket: Ticket, name: string, body: Buffer) =>
    now().door.ask(NOBODY, 'citizenUpload', {
      query: { name },
      headers: { 'x-order-no': ticket.no, 'x-query-code': ticket.code, 'content-type': 'application/octet-stream' },
      body,
    })
  /** Every event of an order as it is kept. */
  const logOf = async (id: string) => (await eventsOf(now().door, id)).map(({ event }) => event)
  const kindsOf = async (id: string) => (await eventsOf(now().door, id)).map(({ kind }) => kind)
  const answer = (orderId: string, outcome: string, more: object = {}) => {
    const { door, people } = now()
    const answers = { ...people.answers, ...more }
    const body = { result: 'answered', channel: 'phone', answers, outcome, note: null }
    return door.ask(people.desk, 'recordCallback', { params: { orderId }, body })
  }
  /** Handled by its unit, and its reply approved. */
  const approve = async (id: string) => {
    const { people } = now()
    await people.handle(people.lead, id, 1)
    await people.on(people.desk, 'reviewReply', id, { verdict: 'approve' })
  }

  /** A master at its unit with one other caller's order in it. */
  async function pair(n: number) {
    const [master, own] = [await accept(n), await accept(n + 1)]
    await now().people.dispatch(master.id)
    await merge(own.id, master.id)
    return { master, own, ticket: { no: own.no, code: own.queryCode } }
  }
  return { accept, get, merge, upload, logOf, kindsOf, answer, approve, pair }
}
