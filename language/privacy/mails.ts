import type { Personal } from './personal.ts'

const BEFORE = /[A-Za-z0-9._%+-]{1,64}$/
const AFTER = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/

/** Mail addresses, found from their @ outwards: a pattern from the left would look through long letters many times. */
export function findMails(text: string): Personal[] {
  const finds: Personal[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = BEFORE.exec(text.slice(Math.max(0, at - 64), at))?.[0]
    const after = AFTER.exec(text.slice(at + 1, at + 200))?.[0]
    if (before !== undefined && after !== undefined)
      finds.push({ kind: 'mail', from: at - before.length, to: at + 1 + after.length })
  }
  return finds
}
