import type { Readable } from 'node:stream'

type Chunks = AsyncIterable<Buffer | string>
type Inside = {
  _parseSharedStrings(entry: Readable): AsyncGenerator<unknown>
  _parseWorksheet(chunks: Chunks, no: string): AsyncGenerator<unknown>
}

async function* decoded(chunks: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of chunks) yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/**
 * exceljs 4.4 decodes every chunk of a workbook by itself, so a character of three bytes that lies across two chunks
 * becomes two question marks: about one in every 64 KiB of Chinese text. Given text instead of bytes it has nothing to
 * decode.
 */
export function keepCharactersWhole(book: object): void {
  const inside = book as Inside
  const { _parseSharedStrings: strings, _parseWorksheet: sheet } = inside
  inside._parseSharedStrings = (entry) => strings.call(book, entry.setEncoding('utf8'))
  inside._parseWorksheet = (chunks, no) => sheet.call(book, decoded(chunks), no)
}
