import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { MatterText } from '#language/same/terms.ts'

const SHARED = resolve(import.meta.dirname, '../../../shared/data/teddy-c')
const TRAPS = resolve(import.meta.dirname, 'same-template-traps.csv')

const Request = z.object({ id: z.number(), user: z.string(), title: z.string(), text: z.string() })
export type Said = z.infer<typeof Request>
const Event = z.object({ event: z.string(), ids: z.array(z.number()) })
export type SameEvent = z.infer<typeof Event>
export type SamePair = { a: number; b: number; same: boolean }

/** 4,326 real requests, or null where the shared data are not there. */
export function readRequests(): Said[] | null {
  try {
    const lines = gunzipSync(readFileSync(resolve(SHARED, 'requests.jsonl.gz'))).toString('utf8')
    return lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Request.parse(JSON.parse(line)))
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/** Groups of requests about one place and event: the dev ones, or a file of the same form. */
export const readEvents = (file: string | null): SameEvent[] =>
  z.array(Event).parse(JSON.parse(readFileSync(file ?? resolve(SHARED, 'event-clusters-dev.json'), 'utf8')))

/** `id_a,id_b,same_event[,…]` with a head line; columns are found by their names. */
export function readPairs(file: string | null): SamePair[] {
  const [head = '', ...lines] = readFileSync(file ?? resolve(SHARED, 'pairs-dev.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
  const columns = head.replace(/^\ufeff/, '').split(',')
  const cell = (cells: readonly string[], name: string): number => {
    const value = Number(cells[columns.indexOf(name)] ?? Number.NaN)
    if (!Number.isInteger(value)) throw new Error(`pairs: no number under ${name}`)
    return value
  }
  return lines.map((line) => {
    const cells = line.split(',')
    return { a: cell(cells, 'id_a'), b: cell(cells, 'id_b'), same: cell(cells, 'same_event') === 1 }
  })
}

/** Requests in the same words about two places, written for this bench. */
export function readTraps(): [MatterText, MatterText][] {
  const lines = readFileSync(TRAPS, 'utf8').trim().split('\n')
  const rows = lines.filter((line) => !line.startsWith('#')).slice(1)
  return rows.map((line) => {
    const cells = line.split(',')
    const [title = '', one = '', other = ''] = [cells[0], cells.at(-2), cells.at(-1)]
    const content = cells.slice(1, -2).join(',')
    const about = (place: string): MatterText => ({
      title: title.replaceAll('〔〕', place),
      content: content.replaceAll('〔〕', place),
    })
    return [about(one), about(other)]
  })
}
