import type { Handlers } from '#contract/api.ts'
import type { importCityPart } from '#contract/city-versions.ts'
import type { Answer } from '#contract/endpoint.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { type CityPart, type PartRow, partShape, wholeRow } from '#domain/city/part.ts'
import { dayOf } from '#domain/ids.ts'
import { cityWith, partInForce, rowsOf } from './city-preview.ts'
import { keepDraft, worksOn } from './city-versions.ts'
import { readTable, type Table, tableBytes } from './read-table.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'
import { tableDownload } from './write-table.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

type Fault = { file: string; row: number | null; column: string | null; found: string; expected: string }

/** What a table must have before its cells are looked at: the key's column, and no column that nobody knows. */
function headerFaults(part: CityPart, table: Table, file: string): Fault[] {
  const { columns, key, mayLack } = partShape[part]
  const at = (column: string, found: string, expected: string) => ({ file, row: 1, column, found, expected })
  const missing = columns
    .filter((column) => column === key || !mayLack.includes(column))
    .filter((column) => !table.columns.includes(column))
    .map((column) => at(column, 'nothing', 'this column'))
  const unknown = table.columns
    .filter((column) => !columns.includes(column))
    .map((column) => at(column.slice(0, 40), JSON.stringify(column.slice(0, 40)), `one of ${columns.join(', ')}`))
  return [...missing, ...unknown]
}

/** The city's checks count the rows they were given; the person reads the file's own line numbers. */
const inFile = (faults: readonly Fault[], table: Table, part: CityPart): Fault[] =>
  faults.map((fault) => ({
    ...fault,
    row:
      fault.file === partShape[part].file && fault.row !== null
        ? (table.rows[fault.row - 2]?.row ?? fault.row)
        : fault.row,
  }))

async function faultsOf(shell: Shell, part: CityPart, table: Table, rows: readonly PartRow[]): Promise<Fault[]> {
  const { file } = partShape[part]
  if (table.faults.length > 0) return table.faults.map((fault) => ({ file, ...fault }))
  const header = headerFaults(part, table, file)
  if (header.length > 0) return header
  if (rows.length === 0) return [{ file, row: null, column: null, found: 'no rows', expected: 'at least one row' }]
  const tried = await cityWith(shell.db, shell.cityFolder, part, rows)
  return tried.ok ? [] : inFile(tried.faults, table, part)
}

export const cityTableHandlers = {
  exportCityVersion: async (shell, { params: { part, id }, query: { format } }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    const rows = await rowsOf(shell, part, id)
    if (rows === undefined) return no('not-found')
    const entry = {
      actor: staffOf(shell).id,
      action: 'city-version-exported',
      target: `${part}/${id}`,
      detail: { part, rows: rows.length, format },
    }
    await addToAdminLog(shell.db, entry, shell.at)
    const name = `${part}-${dayOf(shell.at)}`
    return { ok: true, reply: await tableDownload(shell, name, format, partShape[part].columns, rows) }
  },

  /** Whole or not at all: a table with one fault leaves the draft as it was. */
  importCityPart: async (shell, { params: { part } }): Promise<Answer<typeof importCityPart>> => {
    if (!worksOn(shell, part)) return no('not-allowed')
    const bytes = await tableBytes(shell)
    if (!Buffer.isBuffer(bytes)) return no(bytes)
    const table = await readTable(bytes)
    if (table === null) return no('not-a-table')
    const rows = table.rows.map(({ cells }) => wholeRow(part, cells))
    const faults = await faultsOf(shell, part, table, rows)
    if (faults.length > 0) return { ok: true, reply: { draft: null, faults } }
    const { id: base } = await partInForce(shell, part)
    const kept = await keepDraft({ ...shell, expected: null }, part, { base, rows, note: '' })
    if (!kept.ok) return kept
    const draft = kept.reply
    const detail = { part, rows: rows.length }
    const entry = { actor: staffOf(shell).id, action: 'city-draft-imported', target: `${part}/${draft.id}`, detail }
    await addToAdminLog(shell.db, entry, shell.at)
    return { ok: true, reply: { draft, faults: [] } }
  },
} satisfies Partial<Handlers<Shell>>
