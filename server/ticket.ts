import { timingSafeEqual } from 'node:crypto'
import { findTicket } from '#db/tickets.ts'
import type { OrderId } from '#domain/ids.ts'
import type { Shell } from './shell.ts'

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * The order that a citizen's number and code open; nothing tells which of the two was wrong. Both are read out on the
 * phone, so case and blanks around them do not count.
 */
export async function orderOfTicket(shell: Pick<Shell, 'db'>, no: string, code: string): Promise<OrderId | undefined> {
  const ticket = await findTicket(shell.db, no.trim().toUpperCase())
  return ticket !== undefined && equal(ticket.code, code.trim().toUpperCase()) ? ticket.id : undefined
}
