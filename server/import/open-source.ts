import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { asUtf8, delimitedLines, encodingOf, separatorOf } from './read-delimited.ts'
import { jsonRows } from './read-json-lines.ts'
import { sheetLines } from './read-sheet.ts'
import { ImportRefused } from './refused.ts'
import type { Reading, SourceRow } from './source.ts'
import { tableRows } from './table-rows.ts'

const ENOUGH = 256 * 1024
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
const begins = (bytes: Buffer, mark: string): boolean => bytes.subarray(0, mark.length).toString('latin1') === mark

function bytesOf(file: string, gzip: boolean): Readable {
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 })
  return gzip ? pipeline(stream, createGunzip({ chunkSize: 256 * 1024 }), () => undefined) : stream
}

/** Enough of the file to tell its encoding: up to 256 KB, and on until one of them holds a character that is not ASCII. */
async function beginningOf(bytes: Readable): Promise<Buffer> {
  let sample: Buffer = Buffer.alloc(0)
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      const foreign = piece.some((byte) => byte > 127)
      sample = sample.length < ENOUGH || foreign ? Buffer.concat([sample, piece]) : sample
      if (foreign && sample.length >= ENOUGH) break
    }
  } catch (error) {
    if (sample.length === 0) throw error
  }
  bytes.destroy()
  return sample
}

/** The rows of a CSV (comma, tab or semicolon), JSON lines, either of them gzipped, or an XLSX, told by content. */
export async function* openSource(file: string, reading: Reading): AsyncGenerator<SourceRow> {
  const raw = await beginningOf(bytesOf(file, false))
  if (raw.length === 0) throw new ImportRefused(`${file} is empty. 文件为空。`)
  if (begins(raw, 'PK\x03\x04')) return yield* tableRows(sheetLines(bytesOf(file, false)), reading)
  if (begins(raw, '\xd0\xcf\x11\xe0'))
    throw new ImportRefused('This is an old .xls workbook; save it as .xlsx. 请将 .xls 另存为 .xlsx 后导入。')
  const gzip = isGzip(raw)
  const beginning = gzip ? await beginningOf(bytesOf(file, true)) : raw
  const encoding = encodingOf(beginning)
  const text = new TextDecoder(encoding).decode(beginning)
  const first = text.trimStart().slice(0, 1)
  if (first === '[')
    throw new ImportRefused('A JSON array is not read: write one object a line. 请改为一行一个 JSON 对象。')
  const utf8 = asUtf8(bytesOf(file, gzip), encoding)
  if (first === '{') yield* jsonRows(utf8, reading)
  else yield* tableRows(delimitedLines(utf8, separatorOf(text.split(/[\r\n]+/, 1)[0] ?? '')), reading)
}
