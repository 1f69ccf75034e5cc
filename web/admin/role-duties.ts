import { api, type EndpointName } from '#contract/api.ts'
import { type Right, rights } from '#contract/rights.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Words } from '../language.ts'

type Duty = { name: EndpointName; words: Words }

const duty = (name: EndpointName): Duty => ({ name, words: { zh: api[name].zh, en: api[name].en } })
const names = Object.keys(api) as EndpointName[]

/** What the role may do that not everybody may, from the table the server asks (contract/rights.ts); doing before reading. */
export const dutiesOf = (role: Role): readonly Duty[] =>
  [...names]
    .sort((a, b) => Number(api[a].method === 'GET') - Number(api[b].method === 'GET'))

    .filter((name) => Array.isArray(rights[name].may) && (rights[name].may as readonly Role[]).includes(role))
    .map(duty)

/** The rows of the matrix: whatever at least one role may do and not all. */
export const ruledDuties: readonly Duty[] = names.filter((name) => Array.isArray((rights[name] as Right).may)).map(duty)
