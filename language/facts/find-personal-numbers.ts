import { findPersonal } from '../privacy/find-personal.ts'
import type { Found } from './found.ts'
import { plainOf } from './plain.ts'

export type PersonalNumber = { kind: 'phone' | 'identity' | 'card' | 'plate' | 'mail'; masked: string }

/** Names and rooms are personal too, but no chip: they are masked where a text leaves the hotline. */
const KINDS = {
  mobile: 'phone',
  landline: 'phone',
  identity: 'identity',
  card: 'card',
  plate: 'plate',
  mail: 'mail',
} as const
type Kind = keyof typeof KINDS

const isNumber = (kind: string): kind is Kind => kind in KINDS

function masked(kind: Kind, said: string): string {
  const plain = plainOf(said).replace(/[\s·\-—]/gu, '')
  switch (kind) {
    case 'mobile':
      return `${plain.slice(-11, -8)}****${plain.slice(-4)}`
    case 'landline':
    case 'identity':
    case 'card':
      return `${'*'.repeat(4)}${plain.slice(-4)}`
    case 'plate':
      return `${plain.slice(0, 2).toUpperCase()}·***`
    case 'mail':
      return `${plain.slice(0, 1)}***${plain.slice(plain.indexOf('@'))}`
  }
}

/** Phones, identity numbers, bank cards, plates and mail addresses, each with its mask only. */
export const findPersonalNumbers = (text: string): Found<PersonalNumber>[] =>
  findPersonal(text).flatMap(({ kind, from, to }) =>
    isNumber(kind) ? [{ from, to, value: { kind: KINDS[kind], masked: masked(kind, text.slice(from, to)) } }] : [],
  )
