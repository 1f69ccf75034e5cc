import type { Words } from '../language.ts'
import type { FilterKey, SortKey } from './catalogue-search.ts'
import type { Standing } from './rule-line.ts'

export const standingWords: Record<Standing, Words> = {
  'in-force': { zh: '现行', en: 'In force' },
  future: { zh: '将生效', en: 'To come' },
  expired: { zh: '已到期', en: 'Expired' },
  closed: { zh: '停用', en: 'Retired' },
}

export const filterNames: Record<FilterKey, Words> = {
  category: { zh: '分类', en: 'Category' },
  region: { zh: '地区', en: 'Place' },
  unit: { zh: '主办或协办', en: 'Lead or co-unit' },
  condition: { zh: '用到条件', en: 'Uses condition' },
  requestType: { zh: '诉求类型', en: 'Request type' },
  kind: { zh: '复杂程度', en: 'Kind' },
  placeType: { zh: '地点类型', en: 'Kind of place' },
  ownership: { zh: '权属', en: 'Ownership' },
  respondentType: { zh: '被诉主体', en: 'Against whom' },
  handling: { zh: '办理方式', en: 'Handling' },
  profile: { zh: '时限方案', en: 'Limits' },
  owner: { zh: '维护单位', en: 'Kept by' },
  standing: { zh: '状态', en: 'Standing' },
  word: { zh: '关键词或标签', en: 'Keyword or tag' },
  priority: { zh: '优先级', en: 'Priority' },
}

/** Filters grouped as the panel groups its fields. */
export const filterGroups: readonly { name: Words; keys: readonly FilterKey[] }[] = [
  {
    name: { zh: '什么事、哪里', en: 'What and where' },
    keys: ['category', 'region', 'requestType', 'kind', 'word', 'condition'],
  },
  {
    name: { zh: '谁的、对谁', en: 'Whose and against whom' },
    keys: ['placeType', 'ownership', 'respondentType'],
  },
  { name: { zh: '派给谁', en: 'Who gets it' }, keys: ['unit', 'handling', 'profile', 'priority'] },
  { name: { zh: '维护', en: 'Upkeep' }, keys: ['owner', 'standing'] },
]

export const sortNames: Record<SortKey, Words> = {
  category: { zh: '分类', en: 'Category' },
  conditions: { zh: '条件', en: 'Conditions' },
  lead: { zh: '主办', en: 'Lead' },
  handling: { zh: '方式', en: 'Handling' },
  priority: { zh: '优先', en: 'Priority' },
  owner: { zh: '维护单位', en: 'Kept by' },
  from: { zh: '有效期', en: 'In force' },
  basis: { zh: '依据', en: 'Basis' },
}
