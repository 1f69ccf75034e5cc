import type { Words } from '../language.ts'
import type { FilterKey } from './list-search.ts'

/** What each filter is called on its chip; those of the board say a moment, since they are exact to it. */
export const filterWords: Record<FilterKey, Words> = {
  state: { zh: '状态', en: 'State' },
  open: { zh: '未了结', en: 'Open' },
  light: { zh: '灯', en: 'Light' },
  unit: { zh: '单位', en: 'Unit' },
  category: { zh: '分类', en: 'Category' },
  region: { zh: '地点', en: 'Place' },
  channel: { zh: '渠道', en: 'Channel' },
  type: { zh: '类型', en: 'Type' },
  kind: { zh: '复杂程度', en: 'Kind' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  hazard: { zh: '涉险', en: 'Hazard' },
  reworked: { zh: '重办过', en: 'Reworked' },
  urged: { zh: '催办过', en: 'Urged' },
  mine: { zh: '我领取的', en: 'Held by me' },
  overdue: { zh: '已超期', en: 'Overdue' },
  dueTo: { zh: '答复期限到', en: 'Due by' },
  from: { zh: '受理自', en: 'Received from' },
  to: { zh: '受理至', en: 'Received to' },
  endedFrom: { zh: '办结自', en: 'Ended from' },
  endedTo: { zh: '办结至', en: 'Ended to' },
  text: { zh: '文字', en: 'Words' },
  no: { zh: '编号', en: 'Number' },
  acceptedFrom: { zh: '受理起', en: 'Accepted since' },
  acceptedTo: { zh: '受理止', en: 'Accepted until' },
  dispatchedFrom: { zh: '派出起', en: 'Dispatched since' },
  dispatchedTo: { zh: '派出止', en: 'Dispatched until' },
  closedFrom: { zh: '办结起', en: 'Closed since' },
  closedTo: { zh: '办结止', en: 'Closed until' },
  lead: { zh: '主办', en: 'Lead' },
  unitDueFrom: { zh: '单位期限起', en: 'Unit due since' },
  unitDueTo: { zh: '单位期限止', en: 'Unit due until' },
  receivedTo: { zh: '登记止', en: 'Received until' },
  inHandOf: { zh: '网格员在办', en: 'In hand of grid worker' },
  ownLead: { zh: '本单位主办', en: 'Led by our unit' },
  firstFrom: { zh: '首派自', en: 'First dispatched from' },
  firstTo: { zh: '首派至', en: 'First dispatched to' },
  firstIn: { zh: '派单统计', en: 'Dispatch figures' },
  firstWas: { zh: '首派结果', en: 'First dispatch' },
  rate: { zh: '计入', en: 'Counted in' },
}

/** Filters that are either on or not: the chip is its name alone. */
export const FLAGS: readonly FilterKey[] = ['open', 'overdue', 'hazard', 'reworked', 'urged', 'mine']
const CHOICES = ['state', 'light', 'type', 'channel', 'urgency', 'kind'] as const
export type ChoiceKey = (typeof CHOICES)[number]
export const isChoice = (key: FilterKey): key is ChoiceKey => CHOICES.some((one) => one === key)
/** What a person adds by hand, the most used first; the board's own come by link and can only be taken away. */
export const ADDABLE: readonly { group: Words; keys: readonly FilterKey[] }[] = [
  {
    group: { zh: '是什么', en: 'What it is' },
    keys: ['state', 'light', 'category', 'region', 'unit', 'type', 'channel', 'urgency', 'kind'],
  },
  { group: { zh: '什么时候', en: 'When' }, keys: ['from', 'to', 'dueTo', 'endedFrom', 'endedTo'] },
  { group: { zh: '只看', en: 'Only' }, keys: FLAGS },
]
export const isAddable = (key: FilterKey): boolean => ADDABLE.some(({ keys }) => keys.includes(key))
