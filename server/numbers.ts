import { randomFillSync, randomInt } from 'node:crypto'
import { ulid } from 'ulid'
import { nextNumberBlock } from '#db/orders.ts'
import type { Db } from '#db/sql.ts'
import type { NewNumbers } from '#domain/accept/open-order.ts'
import { dayOf, type Instant, type OrderId } from '#domain/ids.ts'

/**
 * Numbers for new orders: unique over all processes, in blocks of a hundred so that a busy seat does not wait for one. A
 * block is asked for on the connection one already has: with all connections in such transactions none would be left.
 */
export type Numbers = { next(receivedAt: Instant, db?: Db): Promise<NewNumbers> }

/** No 0/O, 1/I/L: a code is read out on the phone. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 6
const BLOCK = 100

/** Weights 3 and 1 in turn over the digits, as on article numbers (EAN): any one wrong digit shows. */
function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

export function orderNo(prefix: string, receivedAt: Instant, serial: number): string {
  const digits = `${dayOf(receivedAt).slice(2).replaceAll('-', '')}${String(serial).padStart(6, '0')}`
  return `${prefix}${digits}${checkDigit(digits)}`
}

export const queryCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => READABLE[randomInt(READABLE.length)]).join('')

/** One draw of random bytes serves 256 ids: drawn one byte at a time, as the library does by itself, an id takes 45 µs. */
function randomShares(): () => number {
  const bytes = Buffer.alloc(4096)
  let next = bytes.length
  return () => {
    if (next === bytes.length) {
      randomFillSync(bytes)
      next = 0
    }
    const byte = bytes[next] ?? 0
    next += 1
    return byte / 256
  }
}
const randomShare = randomShares()

/** Whoever finds no number left asks for a block of their own: waiting for another's would be waiting for its connection. */
export function numbersFrom(house: Db, prefix: string): Numbers {
  const blocks: { next: number; left: number }[] = []
  const take = async (db: Db): Promise<number> => {
    if (blocks.length === 0) blocks.push({ next: await nextNumberBlock(db), left: BLOCK })
    const [block] = blocks
    if (block === undefined) throw new Error('no number block')
    block.left -= 1
    block.next += 1
    if (block.left === 0) blocks.shift()
    return block.next - 1
  }
  return {
    next: async (receivedAt, db = house) => ({
      id: ulid(Date.parse(receivedAt), randomShare) as OrderId,
      no: orderNo(prefix, receivedAt, await take(db)),
      queryCode: queryCode(),
    }),
  }
}
