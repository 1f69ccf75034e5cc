import type { Role, UnitType } from '#domain/city/vocabulary.ts'
import type { Words } from '../language.ts'

export const roleWords: Record<Role, Words> = {
  agent: { zh: '坐席', en: 'Seat agent' },
  'shift-lead': { zh: '班长', en: 'Shift lead' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  'dispatch-lead': { zh: '派单组长', en: 'Dispatch lead' },
  liaison: { zh: '承办单位联络员', en: 'Unit liaison' },
  'unit-leader': { zh: '单位分管领导', en: 'Unit leader' },
  'grid-worker': { zh: '网格员', en: 'Grid worker' },
  crew: { zh: '抢修班组', en: 'Repair crew' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  'callback-agent': { zh: '回访员', en: 'Callback agent' },
  'quality-checker': { zh: '质检员', en: 'Quality checker' },
  'knowledge-keeper': { zh: '知识库管理员', en: 'Knowledge keeper' },
  analyst: { zh: '分析员', en: 'Analyst' },
  leader: { zh: '分管领导', en: 'Leader' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
}

export const unitTypeWords: Record<UnitType, Words> = {
  hotline: { zh: '热线中心', en: 'Hotline centre' },
  department: { zh: '市直部门', en: 'City department' },
  district: { zh: '区县', en: 'District' },
  town: { zh: '街道、镇', en: 'Street or town' },
  community: { zh: '社区', en: 'Community' },
  'public-enterprise': { zh: '公用企业', en: 'Public enterprise' },
  vertical: { zh: '垂直管理单位', en: 'Vertical agency' },
}
