import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import type { Fault } from './fault.ts'

/** A cell that a spreadsheet would take for a formula is told apart by an apostrophe. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

/** `<FILE>.errors.csv`, made at the first fault; a run without faults removes the one an earlier run left. */
export class ErrorFile {
  readonly path: string
  private stream: ReturnType<typeof createWriteStream> | null = null
  constructor(path: string) {
    this.path = path
  }

  async add({ row, column, found, expected }: Fault): Promise<void> {
    if (this.stream === null) {
      this.stream = createWriteStream(this.path, { mode: 0o600 })
      // The mark at the beginning makes spreadsheets read UTF-8.
      this.stream.write('\ufeffrow 行,column 列,value 值,expected 要求\r\n')
    }
    if (!this.stream.write(`${row},${[column, found, expected].map(cell).join(',')}\r\n`))
      await once(this.stream, 'drain')
  }

  async close(): Promise<void> {
    if (this.stream === null) return await rm(this.path, { force: true })
    this.stream.end()
    await finished(this.stream)
  }
}
