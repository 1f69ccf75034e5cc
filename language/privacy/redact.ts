import { digitOf } from './digits.ts'
import { findPersonal, type PersonalFind } from './find-personal.ts'
import { familyNameOf } from './surnames.ts'

/**
 * For whom a text is masked. `public`: everything personal is. `unit`: whoever handles the matter keeps the forms of
 * address a person is spoken to with (王先生, 老王, 张某), and no more. `visitor`: keeps the door too, for the one field
 * that says where to go.
 */
export type Reader = 'visitor' | 'unit' | 'public'

/** 138****1234; spoken digits are written first. */
function maskedMobile(found: string): string {
  const digits = [...found]
    .map((c) => digitOf(c.normalize('NFKC')) ?? '')
    .join('')
    .slice(-11)
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

const BUILDING = /^.*?(?:栋楼|栋|幢|座|号楼|号院|弄(?=\D*\d+号)|#楼?)/

const MASKS: Record<PersonalFind['kind'], (found: string) => string> = {
  identity: () => '〔证件号〕',
  card: () => '〔卡号〕',
  mobile: maskedMobile,
  landline: () => '〔电话〕',
  plate: (found) => `${found.slice(0, 2)}·***`,
  mail: () => '〔邮箱〕',
  name: () => '〔姓名〕',
  room: (found) => `${BUILDING.exec(found)?.[0] ?? ''}〔房号〕`,
}

/** 张伟先生 is 张先生 and 张伟 is 张某 to a unit; what names nobody already stays. */
function addressForm(found: string, after: string): string {
  const family = familyNameOf(found)
  if (found === family || /^[老小大]./.test(found) || /^(?:某|[xX×*＊○〇])/.test(found.slice(family.length)))
    return found
  return ADDRESSED.test(after) ? family : `${family}某`
}
const ADDRESSED =
  /^(?:先生|女士|小姐|太太|阿姨|叔叔|大爷|大妈|师傅|老师|医生|大夫|律师|教授|警官|同志|经理|主任|书记|局长|科长|所长|队长|院长|校长|老板)/

function maskOf(kind: PersonalFind['kind'], found: string, after: string, reader: Reader): string {
  if (kind === 'name' && reader !== 'public') return addressForm(found, after)
  return kind === 'room' && reader === 'visitor' ? found : MASKS[kind](found)
}

/** The text with every find masked for its reader. Idempotent: a mask has no shape that is found again. */
export function redact(text: string, reader: Reader = 'public'): string {
  const finds = findPersonal(text)
  let [masked, at] = ['', 0]
  for (const { kind, from, to } of finds) {
    masked += text.slice(at, from) + maskOf(kind, text.slice(from, to), text.slice(to, to + 3), reader)
    at = to
  }
  return masked + text.slice(at)
}
