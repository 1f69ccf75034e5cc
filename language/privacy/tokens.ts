import { findPersonal } from './find-personal.ts'
import type { PersonalKind } from './personal.ts'

const NAMES: Record<string, string> = {
  identity: '证件号',
  card: '卡号',
  mobile: '电话',
  landline: '电话',
  plate: '车牌',
  mail: '邮箱',
  name: '姓名',
  room: '门牌',
}
const nameOf = (kind: PersonalKind): string => NAMES[kind] ?? '隐去'

/** A text that may leave the house, and the way back for what comes in answer. */
export type Tokened = { text: string; restore(answer: string): string }

/**
 * Every find becomes a numbered token, 〔电话1〕, the same thing said twice the same token, so that an answer made from
 * the masked text can be given its data back here. A token that the answer made up stays as it is.
 */
export function withTokens(text: string): Tokened {
  const tokens = new Map<string, string>()
  const perName = new Map<string, number>()
  let [masked, at] = ['', 0]
  for (const { kind, from, to } of findPersonal(text)) {
    if (from < at) continue
    const found = text.slice(from, to)
    const name = nameOf(kind)
    const known = tokens.get(found)
    const n = (perName.get(name) ?? 0) + 1
    const token = known ?? `〔${name}${n}〕`
    if (known === undefined) {
      perName.set(name, n)
      tokens.set(found, token)
    }
    masked += text.slice(at, from) + token
    at = to
  }
  const back = new Map([...tokens].map(([found, token]) => [token, found]))
  return {
    text: masked + text.slice(at),
    restore: (answer) => answer.replace(/〔[^〔〕]{1,8}〕/g, (token) => back.get(token) ?? token),
  }
}
