import { hash } from 'node:crypto'

/** What the first event of an order is chained to. */
export const GENESIS = Buffer.alloc(32)

/** The hash of one event in its place: previous hash, order, number and the exact text that is stored. */
export function chainHash(previous: Buffer, orderId: string, seq: number, text: string): Buffer {
  return hash('sha256', Buffer.concat([previous, Buffer.from(`${orderId}/${seq}\n${text}`)]), 'buffer')
}
