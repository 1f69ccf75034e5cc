import { familyNameOf } from './surnames.ts'

/** A phone as shown by default: `138****1234`; short numbers keep two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`

/** 张先生 for 张伟: the family name with a form of address, as units see a citizen. */
export const addressOf = (name: string, gender: 'male' | 'female' | 'unknown'): string =>
  `${familyNameOf(name)}${gender === 'male' ? '先生' : gender === 'female' ? '女士' : '某'}`
