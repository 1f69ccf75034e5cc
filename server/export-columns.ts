import type { ExportColumn } from '#contract/order-list.ts'
import type { OrderRow } from '#contract/views.ts'
import {
  channelNames,
  kindNames,
  lightNames,
  ownershipNames,
  placeTypeNames,
  respondentTypeNames,
  stateNames,
  typeNames,
  urgencyNames,
} from '#contract/vocabulary-words.ts'
import type { PublicRequest } from '#domain/accept/request.ts'

type Language = 'zh' | 'en'
/** A moment stays a moment until the format says how it writes one. */
export type Cell = string | number | { at: string } | null
/** A row of the list with what the rules read of its request; null: nobody said. */
export type ExportRow = OrderRow & Pick<PublicRequest, 'placeType' | 'ownership' | 'respondentType'>
type Column = { zh: string; en: string; width: number; of(row: ExportRow, language: Language): Cell }

const moment = (at: string | null): Cell => (at === null ? null : { at })

const named = <K extends string>(
  names: Record<K, Record<Language, string>>,
  value: K | null,
  language: Language,
): Cell => (value === null ? null : names[value][language])

/** What can be exported: the columns of a list row, so that nothing personal can be added by accident. */
export const EXPORT_COLUMNS: Record<ExportColumn, Column> = {
  no: { zh: '工单编号', en: 'Order number', width: 19, of: (row) => row.no },
  title: { zh: '标题（已脱敏）', en: 'Title (masked)', width: 44, of: (row) => row.title },
  state: { zh: '状态', en: 'State', width: 12, of: (row, language) => stateNames[row.state][language] },
  light: { zh: '红黄绿', en: 'Light', width: 8, of: (row, language) => lightNames[row.light][language] },
  requestType: { zh: '诉求类型', en: 'Request type', width: 10, of: (row, lang) => typeNames[row.requestType][lang] },
  channel: { zh: '受理渠道', en: 'Channel', width: 12, of: (row, language) => channelNames[row.channel][language] },
  category: { zh: '事项分类', en: 'Category', width: 22, of: (row) => row.categoryName },
  region: { zh: '事发地', en: 'Place', width: 32, of: (row) => row.regionName },
  kind: { zh: '复杂程度', en: 'Kind', width: 10, of: (row, language) => kindNames[row.kind][language] },
  urgency: { zh: '紧急程度', en: 'Urgency', width: 10, of: (row, language) => urgencyNames[row.urgency][language] },
  hazard: {
    zh: '涉险',
    en: 'Hazard',
    width: 8,
    of: (row, lang) => (row.hazard ? { zh: '是', en: 'Yes' }[lang] : null),
  },
  leadUnit: { zh: '主办单位', en: 'Lead unit', width: 22, of: (row) => row.leadUnitName },
  receivedAt: { zh: '受理时间', en: 'Received at', width: 17, of: (row) => moment(row.receivedAt) },
  citizenDue: { zh: '答复期限', en: 'Answer due', width: 17, of: (row) => moment(row.citizenDue) },
  unitDue: { zh: '单位期限', en: 'Unit due', width: 17, of: (row) => moment(row.unitDue) },
  endedAt: { zh: '办结时间', en: 'Ended at', width: 17, of: (row) => moment(row.endedAt) },
  reworkCount: { zh: '重办次数', en: 'Reworks', width: 10, of: (row) => row.reworkCount },
  urgeCount: { zh: '催办次数', en: 'Urges', width: 10, of: (row) => row.urgeCount },
  placeType: {
    zh: '地点类型',
    en: 'Kind of place',
    width: 12,
    of: (row, lang) => named(placeTypeNames, row.placeType, lang),
  },
  ownership: { zh: '权属', en: 'Ownership', width: 12, of: (row, lang) => named(ownershipNames, row.ownership, lang) },
  respondentType: {
    zh: '被诉主体类型',
    en: 'Against whom',
    width: 14,
    of: (row, lang) => named(respondentTypeNames, row.respondentType, lang),
  },
}
