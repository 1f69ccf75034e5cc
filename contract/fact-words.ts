import type { Mood, PersonalKind, RespondentSort, SafetyClass } from './facts.ts'

type Words<Term extends string> = Record<Term, { zh: string; en: string }>

export const safetyNames: Words<SafetyClass> = {
  'gas-leak': { zh: '燃气泄漏', en: 'gas leak' },
  fire: { zh: '火情', en: 'fire' },
  explosion: { zh: '爆炸', en: 'explosion' },
  'electric-leak': { zh: '漏电触电', en: 'electric leak' },
  collapse: { zh: '坍塌', en: 'collapse' },
  falling: { zh: '坠落', en: 'falling objects or persons' },
  flood: { zh: '水淹', en: 'flooding' },
  trapped: { zh: '有人被困', en: 'somebody trapped' },
  injury: { zh: '有人受伤', en: 'somebody hurt' },
  poisoning: { zh: '中毒', en: 'poisoning' },
  'self-harm': { zh: '轻生', en: 'self-harm' },
  violence: { zh: '暴力', en: 'violence' },
  group: { zh: '群体聚集', en: 'a crowd gathering' },
}

export const moodNames: Words<Mood> = {
  angry: { zh: '气愤', en: 'angry' },
  anxious: { zh: '焦急', en: 'anxious' },
  desperate: { zh: '绝望', en: 'desperate' },
  thankful: { zh: '感谢', en: 'thankful' },
}

export const personalNames: Words<PersonalKind> = {
  phone: { zh: '电话号码', en: 'phone number' },
  identity: { zh: '身份证号', en: 'identity number' },
  card: { zh: '银行卡号', en: 'bank card' },
  plate: { zh: '车牌号', en: 'number plate' },
  mail: { zh: '电子邮箱', en: 'mail address' },
}

export const respondentNames: Words<RespondentSort> = {
  company: { zh: '企业', en: 'company' },
  shop: { zh: '店铺', en: 'shop' },
  project: { zh: '工地、项目', en: 'building site or project' },
  school: { zh: '学校、培训机构', en: 'school' },
  property: { zh: '物业', en: 'property manager' },
  hospital: { zh: '医院、诊所', en: 'hospital' },
  office: { zh: '机关单位', en: 'public office' },
  vehicle: { zh: '车辆', en: 'vehicle' },
}
