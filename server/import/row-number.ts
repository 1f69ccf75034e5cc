import type { ExternalNo } from '#domain/accept/request.ts'
import type { Vault } from '../vault.ts'
import { type Cells, fields } from './fields.ts'
import { readMoment } from './read-moment.ts'

/** Sheets keep fifteen digits of a number: what was rounded once would make different requests look like one. */
const ROUNDED = /^\d(\.\d+)?[eE]\+?\d+$/
export const NUMBER_ROUNDED = 'the whole number as text: a spreadsheet has rounded it 单号已被表格软件取整,请以文本保存'

/**
 * The number under which a row is known: the other system's own, or, where it gives none, one worked out from what the
 * row says, so that the same row read from another file or another format is the same request. The hash is keyed:
 * units read an order's external number, and an open hash would let them try phone numbers against it.
 */
export function externalOf(cells: Cells, system: string, vault: Vault): ExternalNo | null {
  const { externalNo } = cells
  if (externalNo !== undefined) return ROUNDED.test(externalNo) ? null : { system, no: externalNo }
  const said = fields.flatMap((field) => {
    const text = cells[field]
    if (text === undefined) return []
    return [[field, field === 'receivedAt' ? (readMoment(text) ?? text) : text]]
  })
  return { system, no: `row-${vault.phoneIndex(JSON.stringify(said)).toString('hex')}` }
}
