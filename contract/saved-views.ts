import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { OrderFilters, OrderSort } from './order-query.ts'

/** Pages that keep views; a new one is a word here. */
export const ViewPage = z.enum(['orders'])

/** How a list is found again: filters and order, without the place one has scrolled to. */
export const ViewQuery = OrderFilters.extend({ sort: OrderSort.optional() })
export type ViewQuery = z.infer<typeof ViewQuery>

const Columns = z.array(z.string().min(1).max(40)).min(1).max(40)
const Name = z.string().trim().min(1).max(30)

export const SavedView = z.object({
  id: z.string(),
  page: ViewPage,
  name: z.string(),
  query: ViewQuery,
  columns: Columns.nullable(),
  shared: z.boolean().describe('seen by everyone of the same unit'),
  position: z.number().int(),
  mine: z.boolean().describe('only one’s own can be changed'),
  owner: z.string().describe('the owner’s name'),
  version: z.number().int(),
})
export type SavedView = z.infer<typeof SavedView>

const viewParams = z.object({ viewId: z.string().min(1).max(64) })

export const listViews = {
  method: 'GET',
  path: '/views',
  zh: '常用视图',
  en: 'One’s saved views of a page and those shared by one’s unit',
  query: z.object({ page: ViewPage }),
  reply: z.object({ views: z.array(SavedView) }),
  refusals: [],
} as const satisfies Endpoint

export const createView = {
  method: 'POST',
  path: '/views',
  zh: '保存视图',
  en: 'Save a view',
  body: z.object({
    page: ViewPage,
    name: Name,
    query: ViewQuery,
    columns: Columns.nullable().default(null),
    shared: z.boolean().default(false),
  }),
  reply: SavedView,
  refusals: ['view-name-taken', 'too-many-views'],
} as const satisfies Endpoint

export const updateView = {
  method: 'PUT',
  path: '/views/:viewId',
  zh: '修改视图',
  en: 'Change one’s own view',
  params: viewParams,
  body: z.object({
    name: Name.optional(),
    query: ViewQuery.optional(),
    columns: Columns.nullable().optional(),
    shared: z.boolean().optional(),
    position: z.number().int().min(0).max(1000).optional(),
  }),
  reply: SavedView,
  refusals: ['view-name-taken'],
  version: 'required',
} as const satisfies Endpoint

export const deleteView = {
  method: 'DELETE',
  path: '/views/:viewId',
  zh: '删除视图',
  en: 'Delete one’s own view',
  params: viewParams,
  reply: z.object({ id: z.string() }),
  refusals: [],
  version: 'required',
} as const satisfies Endpoint
