import { setImmediate as turn } from 'node:timers/promises'
import { knownNumbers } from '#db/external-numbers.ts'
import { emptyWrite, type OrderWrite, writeOrders } from '#db/order-write.ts'
import { sql } from '#db/sql.ts'
import { completeRequest } from '#domain/accept/open-order.ts'
import type { ExternalNo } from '#domain/accept/request.ts'
import { bestCategory } from '../models/suggest-category.ts'
import { addAppellant, addChange } from '../persist.ts'
import type { House } from '../shell.ts'
import type { Fault } from './fault.ts'
import type { Cells } from './fields.ts'
import { placeText } from './find-place.ts'
import { prepareOrder } from './prepare-order.ts'
import type { RowRequest } from './row-request.ts'

export type ImportHouse = Pick<House, 'db' | 'city' | 'models' | 'vault' | 'numbers' | 'now'>
export type Line = { row: number; cells: Cells; external: ExternalNo; value: RowRequest }
export type Batch = { lines: readonly Line[]; write: OrderWrite; faults: readonly Fault[] }

/** A round trip of the batch being written must not wait for the whole of the next one to be prepared. */
export const ROWS_A_TURN = 10

/** Decides every line; those the decisions refuse become faults, the others one write. */
export async function prepareBatch(house: ImportHouse, lines: readonly Line[]): Promise<Batch> {
  const { city, vault } = house
  const write = emptyWrite()
  const faults: Fault[] = []
  const taken: Line[] = []
  const now = house.now()
  for (const [i, line] of lines.entries()) {
    if (i % ROWS_A_TURN === 0) await turn()
    const { receivedAt } = line.value
    const numbers = await house.numbers.next(receivedAt === undefined || receivedAt > now ? now : receivedAt)
    const text = (field: keyof Cells) => (field === 'region' ? placeText(line.cells) : line.cells[field])
    const { title, content } = completeRequest(line.value.request, city)
    const suggestion = bestCategory(house, title, content)
    const prepared = prepareOrder({ row: line.row, value: line.value, text }, numbers, suggestion, city, now)
    if (!prepared.ok) faults.push(prepared.fault)
    else {
      addChange(write, numbers.id, null, prepared.events, city)
      addAppellant(write, numbers.id, line.value.appellant, vault)
      taken.push(line)
    }
  }
  return { lines: taken, write, faults }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/**
 * Writes a batch and says how many orders it made. When a number turns out to be taken, another import was quicker
 * with some rows, or an order number came round again after a million: the rows still unknown get new numbers.
 */
export async function writeBatch(house: ImportHouse, batch: Batch, attempt = 1): Promise<number> {
  const [first] = batch.lines
  if (first === undefined) return 0
  try {
    await house.db.tx(async (tx) => {
      // What a power cut may take is imported again; the entry at the end of the import waits for all of it.
      await tx.run(sql`set local synchronous_commit = off`)
      await writeOrders(tx, batch.write)
    })
    return batch.lines.length
  } catch (error) {
    if (!isTaken(error) || attempt === 5) throw error
    const numbers = batch.lines.map((line) => line.external.no)
    const known = await knownNumbers(house.db, first.external.system, numbers)
    const left = batch.lines.filter((line) => !known.has(line.external.no))
    return await writeBatch(house, await prepareBatch(house, left), attempt + 1)
  }
}
