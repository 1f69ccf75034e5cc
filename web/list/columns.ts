import { ExportColumn, natureColumns } from '#contract/order-list.ts'
import type { Words } from '../language.ts'

/** A list's column is an export's column: what one sees is what one takes away; a file of all columns has more. */
export type Column = Exclude<ExportColumn, (typeof natureColumns)[number]>
const inList = (column: ExportColumn): column is Column => !(natureColumns as readonly string[]).includes(column)
export const listColumns: readonly Column[] = ExportColumn.options.filter(inList)

/**
 * `enWidth`: where English words need more room. `gives`: how much of what a window lacks of 1440 px the column gives up,
 * so that the title keeps a readable width on a small desk.
 */
type ColumnInfo = Words & { width: number; enWidth?: number; gives?: number; end?: true }
export const columnInfo: Record<Column, ColumnInfo> = {
  no: { zh: '编号', en: 'Number', width: 136 },
  title: { zh: '标题', en: 'Title', width: 0 },
  state: { zh: '状态', en: 'State', width: 96, enWidth: 156 },
  light: { zh: '灯', en: 'Light', width: 72, enWidth: 108 },
  requestType: { zh: '类型', en: 'Type', width: 76, enWidth: 96 },
  channel: { zh: '渠道', en: 'Channel', width: 96 },
  category: { zh: '分类', en: 'Category', width: 144, gives: 0.2 },
  region: { zh: '地点', en: 'Place', width: 168, gives: 0.3 },
  kind: { zh: '复杂程度', en: 'Kind', width: 76, enWidth: 96 },
  urgency: { zh: '紧急程度', en: 'Urgency', width: 76 },
  hazard: { zh: '涉险', en: 'Hazard', width: 60 },
  leadUnit: { zh: '主办单位', en: 'Lead unit', width: 152, gives: 0.3 },
  receivedAt: { zh: '受理时间', en: 'Received', width: 128, gives: 0.1 },
  citizenDue: { zh: '答复期限', en: 'Answer due', width: 136, gives: 0.1 },
  unitDue: { zh: '单位期限', en: 'Unit due', width: 136, gives: 0.1 },
  endedAt: { zh: '办结时间', en: 'Ended', width: 128 },
  reworkCount: { zh: '重办', en: 'Reworks', width: 60, end: true },
  urgeCount: { zh: '催办', en: 'Urges', width: 60, end: true },
}

export const FIRST_COLUMNS: readonly Column[] = [
  'light',
  'title',
  'no',
  'state',
  'category',
  'region',
  'leadUnit',
  'receivedAt',
  'citizenDue',
]

/** In the list's own order; the title always stands, for it opens the order. */
export function inOrder(chosen: readonly string[]): Column[] {
  const order: readonly Column[] = [...FIRST_COLUMNS, ...listColumns.filter((c) => !FIRST_COLUMNS.includes(c))]
  return order.filter((column) => column === 'title' || chosen.includes(column))
}

const KEY = 'jiesu-order-columns'

/** The last choice at this browser; a column that is no more is left out. */
export function keptColumns(): Column[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return Array.isArray(kept) ? inOrder(kept.map(String)) : [...FIRST_COLUMNS]
  } catch {
    return [...FIRST_COLUMNS]
  }
}

export function keepColumns(columns: readonly Column[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(columns))
  } catch {
    // A browser may forbid storage; then the choice lasts as long as the page.
  }
}
