import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Fault } from './city-fault.ts'

/** A row that passed its schema, with the line it stands on. */
export type Line<Row> = { row: number; value: Row }

/** Reads the files of one folder and gathers what is wrong with them, instead of stopping at the first. */
export class CityFolder {
  readonly faults: Fault[] = []
  readonly folder: string
  /** tables that stand in place of the folder's, by file name: what administrators adopted */
  private readonly instead: ReadonlyMap<string, readonly Record<string, string>[]>
  constructor(folder: string, instead: ReadonlyMap<string, readonly Record<string, string>[]> = new Map()) {
    this.folder = folder
    this.instead = instead
  }

  /** The file's text; null, and a fault, when it is missing. */
  private async text(file: string): Promise<string | null> {
    try {
      return await readFile(join(this.folder, file), 'utf8')
    } catch {
      this.faults.push({ file, row: null, column: null, found: 'no such file', expected: `a file in ${this.folder}` })
      return null
    }
  }

  /** Whether the folder has a file that a city may do without. */
  async has(file: string): Promise<boolean> {
    return access(join(this.folder, file)).then(
      () => true,
      () => false,
    )
  }

  /** The table's rows as text by column; lines that begin with `#` say how it was made. */
  async records(file: string): Promise<Line<Record<string, string>>[]> {
    const instead = this.instead.get(file)
    // The header would be line 1, as in the file.
    if (instead !== undefined) return instead.map((value, i) => ({ row: i + 2, value }))
    const text = await this.text(file)
    if (text === null) return []
    try {
      const rows = z
        .array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }))
        .parse(
          parse(text, {
            bom: true,
            columns: true,
            comment: '#',
            comment_no_infix: true,
            info: true,
            skip_empty_lines: true,
            trim: true,
          }),
        )
      return rows.map(({ info, record }) => ({ row: info.lines, value: record }))
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error)
      const row = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : null
      this.faults.push({ file, row, column: null, found, expected: 'a comma-separated table with a header' })
      return []
    }
  }

  async table<Row>(file: string, schema: z.ZodType<Row>): Promise<Line<Row>[]> {
    const lines: Line<Row>[] = []
    for (const { row, value } of await this.records(file)) {
      const parsed = schema.safeParse(value)
      if (parsed.success) lines.push({ row, value: parsed.data })
      else this.faults.push(...faultsIn(file, row, value, parsed.error))
    }
    return lines
  }

  async json<Value>(file: string, schema: z.ZodType<Value>): Promise<Value | null> {
    const text = await this.text(file)
    if (text === null) return null
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error)
      this.faults.push({ file, row: null, column: null, found, expected: 'JSON' })
      return null
    }
    const parsed = schema.safeParse(value)
    if (!parsed.success) this.faults.push(...faultsIn(file, null, value, parsed.error))
    return parsed.data ?? null
  }
}

const within = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

/** A table's fault names the cell, a JSON file's the path: `2.limits.C5.amount`. */
const faultsIn = (file: string, row: number | null, value: unknown, error: z.ZodError): Fault[] =>
  error.issues.map((issue) => {
    const path = row === null ? issue.path : issue.path.slice(0, 1)
    const found = within(value, path)
    const expected = issue.code === 'invalid_union' ? `${deepest(issue)}, or nothing` : issue.message
    return {
      file,
      row,
      column: path.length > 0 ? path.map(String).join('.') : null,
      found: found === undefined ? 'nothing' : JSON.stringify(found),
      expected,
    }
  })

/** Of a cell that may be empty, what its other reading wanted. */
const deepest = (issue: z.core.$ZodIssueInvalidUnion): string => issue.errors.at(-1)?.at(0)?.message ?? issue.message
