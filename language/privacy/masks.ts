import { digitOf } from './digits.ts'
import type { PersonalKind } from './personal.ts'

const BUILDING = /^.*?(?:栋楼|栋|幢|座|号楼|号院|弄(?=\D*\d+号)|#楼?)/

/** The building of a home's address, which its mask leaves. */
export const buildingIn = (room: string): string => BUILDING.exec(room)?.[0] ?? ''

/** 138****1234; spoken digits are written first. */
function maskedMobile(found: string): string {
  const digits = [...found]
    .map((c) => digitOf(c.normalize('NFKC')) ?? '')
    .join('')
    .slice(-11)
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

export const MASKS: Record<PersonalKind, (found: string) => string> = {
  identity: () => '〔证件号〕',
  card: () => '〔卡号〕',
  mobile: maskedMobile,
  landline: () => '〔电话〕',
  plate: (found) => `${found.replace(/[\s·.•-]/g, '').slice(0, 2)}·***`,
  mail: () => '〔邮箱〕',
  name: () => '〔姓名〕',
  room: (found) => `${buildingIn(found)}〔房号〕`,
}

/** What these leave; taken from the start, so that half a mask is nobody's number and what stands apart stays apart. */
export const MASKED = /〔[^〔〕\n]{1,4}〕|1\d\d\*{4}\d{4}|[\u4e00-\u9fffA-Za-z0-9][A-Za-z0-9]·\*{3}/g
