import type { CityPart } from '#domain/city/part.ts'
import type { Words } from '../language.ts'

export const partNames: Record<CityPart, Words> = {
  units: { zh: '单位', en: 'Units' },
  categories: { zh: '事项分类', en: 'Categories' },
  rules: { zh: '派单目录', en: 'Dispatch rules' },
  sla: { zh: '时限方案', en: 'Time limits' },
  calendars: { zh: '工作时间', en: 'Working hours' },
  holidays: { zh: '节假日', en: 'Holidays' },
}

/** What a row of the part is called in a sentence. */
export const rowNames: Record<CityPart, Words> = {
  units: { zh: '单位', en: 'unit' },
  categories: { zh: '分类', en: 'category' },
  rules: { zh: '规则', en: 'rule' },
  sla: { zh: '方案', en: 'profile' },
  calendars: { zh: '日历', en: 'calendar' },
  holidays: { zh: '日子', en: 'day' },
}

const columns: Readonly<Record<string, Words>> = {
  id: { zh: '编号', en: 'Id' },
  code: { zh: '编码', en: 'Code' },
  date: { zh: '日期', en: 'Date' },
  name: { zh: '名称', en: 'Name' },
  type: { zh: '类型', en: 'Type' },
  parent: { zh: '上级', en: 'Above it' },
  region: { zh: '辖区', en: 'Area' },
  phone: { zh: '电话', en: 'Phone' },
  duty: { zh: '职责', en: 'Duty' },
  calendar: { zh: '日历', en: 'Calendar' },
  active: { zh: '状态', en: 'State' },
  level: { zh: '级', en: 'Level' },
  leadUnit: { zh: '常办单位', en: 'Usual unit' },
  kind: { zh: '类别', en: 'Kind' },
  gridDirect: { zh: '网格可办', en: 'Grid alone' },
  hazard: { zh: '危及安全', en: 'Danger' },
  keywords: { zh: '关键词', en: 'Keywords' },
  priority: { zh: '优先', en: 'Priority' },
  category: { zh: '分类', en: 'Category' },
  requestType: { zh: '诉求类型', en: 'Request type' },
  lead: { zh: '主办', en: 'Lead' },
  co: { zh: '协办', en: 'Co-units' },
  basis: { zh: '依据', en: 'Basis' },
  categories: { zh: '只管分类', en: 'Categories' },
  tag: { zh: '标签', en: 'Tag' },
  handling: { zh: '办理方式', en: 'Handling' },
  C1: { zh: '派出', en: 'Dispatch' },
  C2: { zh: '签收', en: 'Sign' },
  C3: { zh: '联系', en: 'Contact' },
  C4: { zh: '到场', en: 'On site' },
  C5: { zh: '答复', en: 'Answer' },
  C6: { zh: '审核', en: 'Review' },
  C7: { zh: '回访', en: 'Call back' },
  C8: { zh: '重办', en: 'Rework' },
  C9: { zh: '审退单', en: 'Judge return' },
  C10: { zh: '审延期', en: 'Judge delay' },
  extensionTimes: { zh: '可延次数', en: 'Extensions' },
  extensionTotal: { zh: '合计可延', en: 'In all' },
  weekdays: { zh: '工作日', en: 'Weekdays' },
  spans: { zh: '时段', en: 'Hours' },
  dayEnds: { zh: '到期时刻', en: 'A day ends' },
  holidays: { zh: '节假日', en: 'Holidays' },
  notice: { zh: '文件依据', en: 'Notice' },
  roles: { zh: '角色', en: 'Roles' },
  unit: { zh: '单位', en: 'Unit' },
  login: { zh: '账号', en: 'Log-in' },
}

const holidayColumns: Readonly<Record<string, Words>> = {
  kind: { zh: '性质', en: 'Kind' },
  name: { zh: '节日', en: 'Holiday' },
}

const ruleColumns: Readonly<Record<string, Words>> = {
  region: { zh: '地区', en: 'Place' },
  kind: { zh: '复杂程度', en: 'Kind' },
  placeType: { zh: '地点类型', en: 'Kind of place' },
  ownership: { zh: '权属', en: 'Ownership' },
  respondentType: { zh: '被诉主体', en: 'Against whom' },
  timeOfDay: { zh: '时段', en: 'Time of day' },
  season: { zh: '季节', en: 'Season' },
  keywords: { zh: '关键词', en: 'Keywords' },
  tags: { zh: '标签', en: 'Tags' },
  handling: { zh: '办理方式', en: 'Handling' },
  profile: { zh: '时限方案', en: 'Limits' },
  owner: { zh: '维护单位', en: 'Kept by' },
  from: { zh: '生效', en: 'From' },
  to: { zh: '截止', en: 'Until' },
}
const ofPart: Partial<Record<CityPart, Readonly<Record<string, Words>>>> = {
  holidays: holidayColumns,
  rules: ruleColumns,
}

export const columnName = (column: string, part?: CityPart): Words =>
  (part === undefined ? undefined : ofPart[part]?.[column]) ?? columns[column] ?? { zh: column, en: column }
