import type { Personal, PersonalKind } from '../personal.ts'
import { NAMES } from './names.fixture.ts'
import { NOTHING } from './nothing.fixture.ts'
import { NUMBERS } from './numbers.fixture.ts'
import { ROOMS } from './rooms.fixture.ts'

const KINDS: Readonly<Record<string, PersonalKind>> = {
  m: 'mobile',
  l: 'landline',
  i: 'identity',
  c: 'card',
  p: 'plate',
  e: 'mail',
  n: 'name',
  r: 'room',
}

export type Said = { text: string; finds: Personal[] }

/** 联系人{n:周敏} as a text and what is personal in it. */
function said(marked: string): Said {
  const finds: Personal[] = []
  let text = ''
  let at = 0
  for (const { 0: whole, 1: letter = '', 2: found = '', index } of marked.matchAll(/\{([milcpenr]):([^}]+)\}/g)) {
    text += marked.slice(at, index)
    const kind = KINDS[letter]
    if (kind !== undefined) finds.push({ kind, from: text.length, to: text.length + found.length })
    text += found
    at = index + whole.length
  }
  return { text: text + marked.slice(at), finds }
}

/** The development set: what redaction is worked out on. Its test set is another one, see the bench. */
export const DEVELOPMENT: readonly Said[] = [NUMBERS, NAMES, ROOMS, NOTHING].flatMap((lines) =>
  lines.trim().split('\n').map(said),
)
