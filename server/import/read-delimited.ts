import { isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import type { TableLine } from './source.ts'

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'

/** One record longer than this is a quote that nobody closed: it must not take the memory. */
const LONGEST_RECORD = 2_000_000

/** UTF-8 goes through as it is; other encodings are turned into it piece by piece. */
export async function* asUtf8(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') return yield* bytes
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield Buffer.from(decoder.decode(piece, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** By content: a byte order mark, else what the beginning is valid in. Everything that is not UTF-8 reads as GB18030. */
export function encodingOf(beginning: Buffer): Encoding {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le'
  // The last character may be cut in two.
  const whole = [0, 1, 2, 3].some((cut) => isUtf8(beginning.subarray(0, beginning.length - cut)))
  return whole ? 'utf-8' : 'gb18030'
}

/** The separator that the first line, quoted parts left out, has most of. */
export function separatorOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((separator) => ({ separator, n: bare.split(separator).length }))
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).separator
}

type Source = { bytes: AsyncGenerator<Buffer>; failure: () => unknown }

/** Ends where the source fails, and says so afterwards: an error would take along what the parser has not yet given. */
function endingAtFailure(utf8: AsyncIterable<Buffer>): Source {
  let failure: unknown = null
  async function* bytes() {
    try {
      yield* utf8
    } catch (error) {
      failure = error
    }
  }
  return { bytes: bytes(), failure: () => failure }
}

/**
 * Lines of a delimited text, quoted as RFC 4180 says; a line that breaks the rule is told and left out. Of a text cut off
 * all whole lines come before the error, and its last, which may lack its end, not at all.
 */
export async function* delimitedLines(utf8: AsyncIterable<Buffer>, separator: string): AsyncGenerator<TableLine> {
  const source = endingAtFailure(utf8)
  let last: TableLine | null = null
  for await (const line of parsedLines(source.bytes, separator)) {
    if (last !== null) yield last
    last = line
  }
  if (source.failure() !== null) throw source.failure()
  if (last !== null) yield last
}

async function* parsedLines(utf8: AsyncIterable<Buffer>, separator: string): AsyncGenerator<TableLine> {
  let row = 0
  let broken: TableLine[] = []
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error: CsvError | undefined) => {
      broken.push({ row: -1, broken: error?.code ?? 'unreadable', found: '' })
      return undefined
    },
  })
  pipeline(Readable.from(utf8), parser, () => undefined)
  for await (const values of parser) {
    for (const line of broken) yield { ...line, row: ++row }
    broken = []
    yield { row: ++row, values: values as string[] }
  }
  for (const line of broken) yield { ...line, row: ++row }
}
