import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id as OWASP's password storage sheet has it: 19 MiB, two passes, one lane; about 30 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** No 0/O, 1/I/l: a first password is read out or copied by hand. */
const READABLE = '23456789abcdefghjkmnpqrstuvwxyz'

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

let decoy: Promise<string> | undefined

/** An unknown log-in (`null`) costs the same time as a known one: the answer's delay tells nothing. */
export async function passwordIs(hashed: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(firstPassword())
  const right = await verify(hashed ?? (await decoy), password)
  return right && hashed !== null
}

/** 79 bits in four groups. */
export const firstPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('')).join(
    '-',
  )
