import type { Readable } from 'node:stream'
import { z } from 'zod'
import { UrgeOrder } from '#domain/accept/supplement-order.ts'
import { BulkReply, bulkOrders } from './bulk.ts'
import type { Endpoint } from './endpoint.ts'
import { chosenOrders, OrderFilters, OrderSort } from './order-query.ts'

/** Counting goes so far: what is more says "1,000+", which nobody would count by hand either. */
export const COUNTED = 1000

/** As the list is: by due moment it has only orders whose citizen’s clock runs. */
const sort = OrderSort.default('newest')

export const countOrders = {
  method: 'GET',
  path: '/orders/count',
  zh: '工单计数（至多一千）',
  en: 'How many orders a list has, up to a thousand',
  query: OrderFilters.extend({ sort }),
  reply: z.object({ count: z.number().int(), more: z.boolean().describe('there are more than were counted') }),
  refusals: [],
} as const satisfies Endpoint

export const urgeOrders = {
  method: 'POST',
  path: '/orders/urge',
  zh: '批量催办',
  en: 'Urge many orders, each for itself',
  body: UrgeOrder.extend({ orders: bulkOrders }),
  reply: BulkReply,
  refusals: [],
} as const satisfies Endpoint

/** In the order of a printed sheet; names and phones are not among them, titles are masked. */
export const ExportColumn = z.enum([
  'no',
  'title',
  'state',
  'light',
  'requestType',
  'channel',
  'category',
  'region',
  'kind',
  'urgency',
  'hazard',
  'leadUnit',
  'receivedAt',
  'citizenDue',
  'unitDue',
  'endedAt',
  'reworkCount',
  'urgeCount',
  'placeType',
  'ownership',
  'respondentType',
])
export type ExportColumn = z.infer<typeof ExportColumn>

/** What the catalogue's rules read of a request: columns of the file only, not of the list. */
export const natureColumns = ['placeType', 'ownership', 'respondentType'] as const satisfies readonly ExportColumn[]

const columns = z.preprocess(
  (text) => (typeof text === 'string' ? text.split(',') : text),
  z.array(ExportColumn).min(1).max(ExportColumn.options.length),
)

export const ExportQuery = OrderFilters.extend({
  format: z.enum(['xlsx', 'csv']),
  columns: columns.default([...ExportColumn.options]),
  language: z.enum(['zh', 'en']).default('zh'),
  sort,
  ids: chosenOrders.optional().describe('only these orders'),
})
export type ExportQuery = z.infer<typeof ExportQuery>

/** A file whose length is known only at its end. */
export type Growing = { stream: Readable; mime: string; name: string; bytes: null }

/** Written while it is read, so that a million rows take no more memory than a hundred; ends where the caller leaves. */
export const exportOrders = {
  method: 'GET',
  path: '/orders/export',
  zh: '导出工单清单（留痕）',
  en: 'Export the list as XLSX or CSV, without personal data, logged',
  query: ExportQuery,
  reply: z.custom<Growing>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: [],
  raw: 'download',
} as const satisfies Endpoint
