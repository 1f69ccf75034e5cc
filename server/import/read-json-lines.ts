import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Cells, Field } from './fields.ts'
import { type ColumnMap, fieldOf, matchColumns } from './match-columns.ts'
import { ImportRefused } from './refused.ts'
import type { Reading, SourceRow } from './source.ts'

type Json = Record<string, unknown>

function parsed(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(';') : typeof value === 'object' ? JSON.stringify(value) : String(value)

function cellsOf(record: Json, fieldFor: (key: string) => Field | null): Cells {
  const cells: Cells = {}
  for (const [key, value] of Object.entries(record)) {
    const field = fieldFor(key)
    const text = field === null || value === null || value === undefined ? '' : textOf(value).trim()
    if (field !== null && text !== '') cells[field] = text
  }
  return cells
}

/** Key by key, each looked up once: a file of a million lines has twenty keys. */
function remembered(map: ColumnMap): (key: string) => Field | null {
  const seen = new Map<string, Field | null>()
  return (key) => {
    const known = seen.get(key)
    if (known !== undefined) return known
    const field = fieldOf(key, map)
    if (seen.size < 1000) seen.set(key, field)
    return field
  }
}

/** Keys may be left out where they have no value, so only a first object without any content speaks of wrong names. */
function ignoredKeys(keys: readonly string[], map: ColumnMap): readonly string[] {
  const unknown = keys.filter((key) => fieldOf(key, map) === null)
  return keys.some((key) => fieldOf(key, map) === 'content') ? unknown : matchColumns(keys, map).ignored
}

/** One object a line, flat, with the same names as columns have. The first readable line stands for the header. */
export async function* jsonRows(utf8: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<SourceRow> {
  const fieldFor = remembered(reading.map)
  let row = 0
  let begun = false
  const input = Readable.from(utf8)
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    row += 1
    const line = raw.replace(/^\ufeff/, '')
    if (line.trim() === '') continue
    const record = parsed(line)
    if (record !== null && !begun) {
      reading.ignored(ignoredKeys(Object.keys(record), reading.map))
      begun = true
    }
    if (record === null) yield { row, broken: 'one JSON object on the line 应为一行一个 JSON 对象', found: '' }
    else yield { row, cells: cellsOf(record, fieldFor) }
  }
  if (!begun) throw new ImportRefused('No line of the file is a JSON object. 文件中没有可读的 JSON 行。')
}
