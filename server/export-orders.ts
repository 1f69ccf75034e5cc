import { Readable } from 'node:stream'
import { type ExportQuery, type Growing, natureColumns } from '#contract/order-list.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { batchesByDue, orderBatches } from '#db/order-batches.ts'
import type { OrderFilter } from '#db/order-list.ts'
import { type Natures, naturesOf } from '#db/request-natures.ts'
import { dayOf, type OrderId } from '#domain/ids.ts'
import { redact } from '#language/privacy/redact.ts'
import { narrowedBy } from './board-filter.ts'
import { csvFile } from './csv-rows.ts'
import { type Cell, EXPORT_COLUMNS, type ExportRow } from './export-columns.ts'
import { sayNothing } from './order-filter.ts'
import { rowView } from './orders.ts'
import type { Shell } from './shell.ts'
import { xlsxFile } from './xlsx-file.ts'

const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** What was asked, without what somebody may have typed by mistake; of chosen orders their number. */
function askedFor({ ids, text, ...query }: ExportQuery): Record<string, unknown> {
  return {
    ...query,
    ...(text === undefined ? {} : { text: redact(text) }),
    ...(ids === undefined ? {} : { chosen: ids.length }),
  }
}

const NONE: ReadonlyMap<OrderId, Natures> = new Map()

const natureOf = (row: Natures | undefined): Pick<ExportRow, (typeof natureColumns)[number]> => ({
  placeType: (row?.place_type ?? null) as ExportRow['placeType'],
  ownership: (row?.ownership ?? null) as ExportRow['ownership'],
  respondentType: (row?.respondent_type ?? null) as ExportRow['respondentType'],
})

/**
 * An export leaves two lines in the administrators' log: when it begins, so that nobody takes a list away unseen by
 * breaking off, and how many rows had left the house when it ended.
 */
async function* rowsOf(shell: Shell, query: ExportQuery): AsyncGenerator<Cell[][]> {
  const columns = query.columns.map((name) => EXPORT_COLUMNS[name])
  const log = (action: string, detail: Record<string, unknown>) =>
    addToAdminLog(shell.db, { actor: shell.actor.id, action, target: 'orders', detail }, shell.now())
  const asked = natureColumns.some((column) => query.columns.includes(column))
  let rows = 0
  let whole = false
  await log('export-begun', askedFor(query))
  try {
    const filter: OrderFilter = { ...(await narrowedBy(shell, query)), ids: query.ids }
    const batches = query.sort === 'due' ? batchesByDue(shell.db, filter) : orderBatches(shell.db, filter)
    if (!sayNothing(query))
      for await (const batch of batches) {
        const natures = asked
          ? await naturesOf(
              shell.db,
              batch.map((row) => row.order_id),
            )
          : NONE
        yield batch.map((row) => {
          const view = { ...rowView(shell, row), ...natureOf(natures.get(row.order_id as OrderId)) }
          return columns.map(({ of }) => of(view, query.language))
        })
        rows += batch.length
      }
    whole = true
  } finally {
    await log('export-ended', { rows, whole })
  }
}

/** The file as a stream that is written while it is read. */
export async function exportOf(shell: Shell, query: ExportQuery): Promise<Growing> {
  const { format, language } = query
  const head = query.columns.map((column) => ({
    title: EXPORT_COLUMNS[column][language],
    width: EXPORT_COLUMNS[column].width,
  }))
  const title = { zh: '工单清单', en: 'Orders' }[language]
  const batches = rowsOf(shell, query)
  const content =
    format === 'xlsx'
      ? xlsxFile(title, head, batches)
      : csvFile(
          head.map((column) => column.title),
          batches,
        )
  const name = `${title}-${dayOf(shell.at)}.${format}`
  shell.reply.header(
    'content-disposition',
    `attachment; filename="orders-${dayOf(shell.at)}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  shell.reply.header('cache-control', 'private, no-store')
  return { stream: Readable.from(content, { objectMode: false }), mime: MIME[format], name, bytes: null }
}
