import { columns, type Field, fields, labelOf } from './fields.ts'
import { ImportRefused } from './refused.ts'

/** Which field each column of the file holds; null: none of ours, left out. */
type Matched = { fields: readonly (Field | null)[]; ignored: readonly string[] }

/** `COLUMN=FIELD`; an empty field leaves the column out. */
export type ColumnMap = ReadonlyMap<string, Field | null>

/** Case, spaces, punctuation and remarks in brackets do not matter: `联系电话（必填）`, `External_No`. */
export const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s_\-/.:*#、]+/g, '')
    .toLowerCase()

const byName = new Map<string, Field>(
  fields.flatMap((field) => [field, ...columns[field].zh, ...columns[field].en].map((name) => [plain(name), field])),
)

export function readColumnMap(pairs: readonly string[]): ColumnMap {
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=')
      const field = byName.get(plain(pair.slice(at + 1)))
      if (at < 1 || (field === undefined && at + 1 < pair.length))
        throw new ImportRefused(
          `--map ${pair}: write COLUMN=FIELD, or COLUMN= to leave a column out. ${known()}` +
            ` 请写成 列名=字段名,或 列名= 表示不导入该列。`,
        )
      return [plain(pair.slice(0, at)), field ?? null]
    }),
  )
}

export function fieldOf(header: string, map: ColumnMap): Field | null {
  const name = plain(header)
  const mapped = map.get(name)
  return mapped !== undefined ? mapped : (byName.get(name) ?? null)
}

const PLACES: readonly Field[] = ['region', 'district', 'town', 'community']

/** A request needs these; without its column every row would be a fault, so the file is refused at its header. */
function missing(found: ReadonlySet<Field | null>): string[] {
  const needed = (['requestType', 'content'] as const).filter((field) => !found.has(field)).map(labelOf)
  return PLACES.some((field) => found.has(field)) ? needed : [...needed, labelOf('region')]
}

export function matchColumns(headers: readonly string[], map: ColumnMap): Matched {
  const names = headers.map((header) => header.trim())
  const unknown = [...map.keys()].filter((name) => !names.some((header) => plain(header) === name))
  if (unknown.length > 0) throw new ImportRefused(`--map names columns the file has not: ${unknown}. ${found(names)}`)
  const matched = names.map((header) => fieldOf(header, map))
  const twice = matched.find((field, i) => field !== null && matched.indexOf(field) !== i)
  if (twice !== undefined && twice !== null) {
    const both = names.filter((_, i) => matched[i] === twice).join(', ')
    throw new ImportRefused(
      `Two columns mean ${labelOf(twice)}: ${both}. Leave one out with --map COLUMN=. 两列含义相同,请用 --map 列名= 去掉一列。`,
    )
  }
  const lacking = missing(new Set(matched))
  if (lacking.length > 0)
    throw new ImportRefused(
      `The header lacks ${lacking.join(', ')}. ${found(names)} Name a column with --map COLUMN=FIELD. ${known()}` +
        ` 表头缺少必需的列,可用 --map 列名=字段名 指定。`,
    )
  return { fields: matched, ignored: names.filter((name, i) => name !== '' && matched[i] === null) }
}

const found = (names: readonly string[]): string =>
  `Found 找到的列: ${
    names
      .slice(0, 60)
      .map((name) => (name === '' ? '(empty)' : name.slice(0, 30)))
      .join(', ') || '(none)'
  }.`
const known = (): string => `Known 可用字段: ${fields.map(labelOf).join(', ')}.`
