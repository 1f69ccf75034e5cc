import { basename } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { addToAdminLog } from '#db/admin-log.ts'
import { knownNumbers } from '#db/external-numbers.ts'
import type { ExternalNo } from '#domain/accept/request.ts'
import type { Channel } from '#domain/city/vocabulary.ts'
import type { OrderId } from '#domain/ids.ts'
import { type Fault, faultAt } from './fault.ts'
import type { Cells } from './fields.ts'
import type { ColumnMap } from './match-columns.ts'
import { openSource } from './open-source.ts'
import { ImportRefused } from './refused.ts'
import { externalOf, NUMBER_ROUNDED } from './row-number.ts'
import { rowRequest } from './row-request.ts'
import type { SourceRow } from './source.ts'
import { type Batch, type ImportHouse, type Line, prepareBatch, ROWS_A_TURN, writeBatch } from './write-batch.ts'

type ImportOptions = {
  system: string
  channel: Channel
  map: ColumnMap
  dryRun: boolean
  /** text every citizen that the request was accepted: right for a daily feed, a disaster for last year's orders */
  notify?: boolean
  /** orders a statement; more gain nothing and hold more memory */
  batchRows?: number
  onIgnored?: (columns: readonly string[]) => void
  onFault?: (fault: Fault) => Promise<void> | void
  onProgress?: (counts: Counts) => void
}

/** `imported` orders were made (or would be), `known` rows were here already, `faulty` rows were not taken. */
export type Counts = { rows: number; imported: number; known: number; faulty: number }

type Candidate = { row: number; cells: Cells; external: ExternalNo }

/** Rows in heaps of equal size; the event loop gets its turn in between, whatever the source holds ready. */
async function* inHeaps(rows: AsyncIterable<SourceRow>, size: number): AsyncGenerator<SourceRow[]> {
  let heap: SourceRow[] = []
  for await (const row of rows) {
    heap.push(row)
    if (heap.length % (ROWS_A_TURN * 10) === 0) await turn()
    if (heap.length < size) continue
    yield heap
    heap = []
  }
  if (heap.length > 0) yield heap
}

class Import {
  readonly counts: Counts = { rows: 0, imported: 0, known: 0, faulty: 0 }
  /** numbers of the batch being written, which the database does not know yet */
  private written = new Set<string>()
  private writing: Promise<number> = Promise.resolve(0)
  readonly house: ImportHouse
  readonly options: ImportOptions
  constructor(house: ImportHouse, options: ImportOptions) {
    this.house = house
    this.options = options
  }

  private async tell(faults: readonly Fault[]): Promise<void> {
    if (faults.length > 0) this.counts.faulty += 1
    for (const fault of faults) await this.options.onFault?.(fault)
  }

  private async numbered(heap: readonly SourceRow[]): Promise<Candidate[]> {
    const candidates: Candidate[] = []
    for (const line of heap) {
      this.counts.rows += 1
      if ('broken' in line) {
        await this.tell([{ row: line.row, column: '', found: line.found, expected: line.broken }])
        continue
      }
      const external = externalOf(line.cells, this.options.system, this.house.vault)
      if (external === null) await this.tell([faultAt(line.row, 'externalNo', line.cells.externalNo, NUMBER_ROUNDED)])
      else candidates.push({ ...line, external })
    }
    return candidates
  }

  /** Rows nobody has imported: not in the database, not in the batch under way, not earlier in this one. */
  private async unknown(candidates: readonly Candidate[]): Promise<Candidate[]> {
    const asked = candidates.map((candidate) => candidate.external.no)
    const seen = await knownNumbers(this.house.db, this.options.system, asked)
    const left = candidates.filter(({ external: { no } }) => {
      const isNew = !seen.has(no) && !this.written.has(no)
      seen.add(no)
      return isNew
    })
    this.counts.known += candidates.length - left.length
    return left
  }

  private async readRequests(candidates: readonly Candidate[]): Promise<Line[]> {
    const lines: Line[] = []
    for (const [i, { row, cells, external }] of candidates.entries()) {
      if (i % ROWS_A_TURN === 0) await turn()
      const read = rowRequest(row, cells, external, this.options.channel, this.house.city)
      if (read.ok) lines.push({ row, cells, external, value: read.value })
      else await this.tell(read.faults)
    }
    return lines
  }

  private async finishWriting(): Promise<void> {
    const asked = this.written.size
    const imported = await this.writing
    this.counts.imported += imported
    this.counts.known += asked - imported
    this.written = new Set()
    this.writing = Promise.resolve(0)
  }

  private startWriting(batch: Batch): void {
    this.written = new Set(batch.lines.map((line) => line.external.no))
    this.writing = this.options.dryRun ? Promise.resolve(batch.lines.length) : writeBatch(this.house, batch)
    // Awaited when the next batch is ready; until then a failure is nobody's.
    this.writing.catch(() => undefined)
  }

  /** One batch is prepared while the one before it is written. */
  async run(rows: AsyncIterable<SourceRow>): Promise<void> {
    try {
      for await (const heap of inHeaps(rows, this.options.batchRows ?? 500)) {
        const lines = await this.readRequests(await this.unknown(await this.numbered(heap)))
        const batch = await prepareBatch(this.house, lines)
        for (const fault of batch.faults) await this.tell([fault])
        await this.finishWriting()
        this.startWriting(batch)
        this.options.onProgress?.(this.counts)
      }
    } finally {
      // Also when the file breaks off: whoever starts again at once must meet these rows as known.
      await this.finishWriting()
    }
  }
}

/** A trial must not use up the numbers of real orders. */
const noNumbers: ImportHouse['numbers'] = {
  next: () => Promise.resolve({ id: 'trial' as OrderId, no: 'trial', queryCode: 'trial' }),
}

/**
 * Imports a file of requests: each row an order opened and submitted as over the API. Known rows are skipped, so an
 * import that was stopped is continued by starting it again; faulty rows are told and hold nothing back.
 */
export async function importFile(house: ImportHouse, file: string, options: ImportOptions): Promise<Counts> {
  const { city } = house
  const quiet =
    options.notify === true ? house : { ...house, city: { ...city, policy: { ...city.policy, notices: false } } }
  const work = new Import(options.dryRun ? { ...quiet, numbers: noNumbers } : quiet, options)
  const rows = openSource(file, { map: options.map, ignored: (columns) => options.onIgnored?.(columns) })
  try {
    await work.run(rows)
  } catch (error) {
    if (error instanceof Error && /^(unexpected end of file|incorrect data check|invalid )/.test(error.message))
      throw new ImportRefused(
        `The compressed file is damaged or cut off; ${work.counts.rows} rows of it were looked at. 压缩文件不完整。`,
      )
    throw error
  }
  // The one commit that waits for the disk, and with it for every batch before.
  const entry = {
    actor: 'import',
    action: 'import-requests',
    target: basename(file),
    detail: { system: options.system, ...work.counts },
  }
  if (!options.dryRun) await addToAdminLog(house.db, entry, house.now())
  return work.counts
}
