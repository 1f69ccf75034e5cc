import { CityPart } from '#domain/city/part.ts'
import { Role } from '#domain/city/vocabulary.ts'
import type { Language, Words } from '../language.ts'
import { roleWords } from '../words/role.ts'
import { columnName, partNames } from './part-words.ts'

/** What an entry of the log did, grouped as a person would ask for it. */
export const auditKinds: Readonly<Record<string, { name: Words; actions: Readonly<Record<string, Words>> }>> = {
  people: {
    name: { zh: '人员', en: 'People' },
    actions: {
      'staff-created': { zh: '建账号', en: 'made an account' },
      'staff-changed': { zh: '改账号', en: 'changed an account' },
      'staff-exported': { zh: '导出人员', en: 'exported people' },
      'password-reset': { zh: '重置密码', en: 'reset a password' },
      'sessions-ended': { zh: '结束登录', en: 'ended log-ins' },
      'first-administrator-created': { zh: '建首位管理员', en: 'made the first administrator' },
    },
  },
  city: {
    name: { zh: '城市数据', en: 'The city' },
    actions: {
      'city-version-adopted': { zh: '采用版本', en: 'adopted a version' },
      'rules-handed-in': { zh: '提交派单目录审定', en: 'handed the catalogue in for approval' },
      'rules-taken-back': { zh: '收回提交的派单目录', en: 'took the catalogue back' },
      'rules-sent-back': { zh: '退回派单目录草稿', en: 'sent a draft of the catalogue back' },
      'unit-handed-over': { zh: '撤并交接', en: 'handed over a unit’s orders' },
      'hand-over-undone': { zh: '撤回交接', en: 'undid a hand-over' },
      'calibration-published': { zh: '发布校准', en: 'published a calibration' },
      'calibration-rolled-back': { zh: '撤回校准', en: 'rolled a calibration back' },
      'city-draft-imported': { zh: '导入草稿', en: 'imported a draft' },
      'city-version-exported': { zh: '导出版本', en: 'exported a version' },
    },
  },
  models: {
    name: { zh: '分类模型', en: 'Category models' },
    actions: {
      'model-trained': { zh: '训练模型', en: 'trained a model' },
      'model-adopted': { zh: '采用模型', en: 'adopted a model' },
      'model-discarded': { zh: '放弃模型草稿', en: 'discarded a draft of a model' },
      'model-uploaded': { zh: '上传模型', en: 'uploaded a model' },
      'model-downloaded': { zh: '下载模型', en: 'downloaded a model' },
    },
  },
  doors: {
    name: { zh: '登录', en: 'Log-ins' },
    actions: {
      'logged-in': { zh: '登录', en: 'logged in' },
      'log-in-failed': { zh: '登录失败', en: 'failed to log in' },
      'password-changed': { zh: '改密码', en: 'changed a password' },
      'second-factor-set': { zh: '绑二次验证', en: 'set a second factor' },
      'second-factor-removed': { zh: '解除二次验证', en: 'removed a second factor' },
    },
  },
  tokens: {
    name: { zh: '系统令牌', en: 'System tokens' },
    actions: {
      'token-created': { zh: '建令牌', en: 'made a token' },
      'token-revoked': { zh: '吊销令牌', en: 'revoked a token' },
    },
  },
  sights: {
    name: { zh: '查看号码', en: 'Numbers seen' },
    actions: {
      'ring-number-seen': { zh: '来电时查看全号', en: 'saw a caller’s whole number' },
    },
  },
  exports: {
    name: { zh: '数据导出', en: 'Exports' },
    actions: {
      'export-begun': { zh: '开始导出', en: 'began an export' },
      'export-ended': { zh: '导出完成', en: 'ended an export' },
      'export-today': { zh: '导出今日看板', en: 'exported the board' },
    },
  },
}

export const actionWords = (action: string): Words => {
  for (const { actions } of Object.values(auditKinds)) {
    const words = actions[action]
    if (words !== undefined) return words
  }
  return { zh: action, en: action }
}

function valueWords(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return language === 'zh' ? '空' : 'empty'
  if (value === true) return language === 'zh' ? '是' : 'yes'
  if (value === false) return language === 'zh' ? '否' : 'no'
  if (Array.isArray(value)) return value.map((one) => valueWords(one, language)).join(language === 'zh' ? '、' : ', ')
  const role = Role.safeParse(value).data
  if (role !== undefined) return roleWords[role][language]
  const part = CityPart.safeParse(value).data
  if (part !== undefined) return partNames[part][language]
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const named: Readonly<Record<string, Words>> = {
  part: { zh: '表', en: 'table' },
  number: { zh: '版', en: 'version' },
  note: { zh: '原因', en: 'why' },
  added: { zh: '新增', en: 'new' },
  removed: { zh: '删除', en: 'removed' },
  changed: { zh: '改', en: 'changed' },
  rows: { zh: '行', en: 'rows' },
  format: { zh: '格式', en: 'format' },
  ended: { zh: '处', en: 'ended' },
  secondFactor: { zh: '二次验证', en: 'second factor' },
  imported: { zh: '导入', en: 'imported' },
  ip: { zh: '地址', en: 'address' },
  second: { zh: '二次验证', en: 'second factor' },
  scopes: { zh: '范围', en: 'scopes' },
  expiresAt: { zh: '到期', en: 'expires' },
}

const HIDDEN = new Set(['id'])

/** An entry's detail as a line: what was and what is, or each fact with its name. */
export const detailWords = (detail: Readonly<Record<string, unknown>>, language: Language): string =>
  Object.entries(detail)
    .filter(([key]) => !HIDDEN.has(key))
    .map(([key, value]) => {
      const name = (named[key] ?? columnName(key))[language]
      if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value)
        return `${name} ${valueWords(value.from, language)} → ${valueWords(value.to, language)}`
      return `${name} ${valueWords(value, language)}`
    })
    .join(' · ')
