import { findPersonal, type PersonalFind } from './find-personal.ts'
import { MASKS } from './masks.ts'
import { familyNameOf } from './surnames.ts'

/**
 * For whom a text is masked. `public`: everything personal is. `unit`: whoever handles the matter keeps the forms of
 * address a person is spoken to with (王先生, 老王, 张某), and no more. `visitor`: keeps the door too, for the one field
 * that says where to go.
 */
export type Reader = 'visitor' | 'unit' | 'public'

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

function maskedOnce(text: string, reader: Reader): string {
  let [masked, at] = ['', 0]
  for (const { kind, from, to } of findPersonal(text)) {
    masked += text.slice(at, from) + maskOf(kind, text.slice(from, to), text.slice(to, to + 3), reader)
    at = to
  }
  return masked + text.slice(at)
}

/** A form of address that stays may give away the next name; nobody has seen a third time. */
const TIMES = 8

/**
 * The text with every find masked for its reader. Idempotent: to the public a mask reads as what it stands for, see
 * `blanked`, so nothing more is found; to others it is repeated until nothing changes.
 */
export function redact(text: string, reader: Reader = 'public'): string {
  let masked = maskedOnce(text, reader)
  if (reader === 'public' || masked === text) return masked
  for (let before = text, n = 1; n < TIMES && masked !== before; n++) {
    before = masked
    masked = maskedOnce(before, reader)
  }
  return masked
}
