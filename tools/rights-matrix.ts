import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadCity } from '#city/load-city.ts'
import { api, type EndpointName } from '#contract/api.ts'
import { type Right, rights } from '#contract/rights.ts'
import { Role } from '#domain/city/vocabulary.ts'
import type { UnitId } from '#domain/ids.ts'
import { isHotlineDesk, reachOf } from '#server/scope.ts'
import type { Caller } from '#server/shell.ts'
import { termsOf } from './glossary.ts'

/** Makes docs/rights.md, role by endpoint, from contract/rights.ts and server/scope.ts: `npx tsx tools/rights-matrix.ts`. */
const as = (role: Role): Caller => ({
  kind: 'staff',
  id: 's',
  name: 's',
  login: 's',
  unit: 'u' as UnitId,
  region: null,
  roles: [role],
  session: Buffer.alloc(0),
  csrf: '',
  secondFactor: false,
  must: [],
})

const tick = (yes: boolean): string => (yes ? '●' : '')

function endpointRow(name: EndpointName): string {
  const right: Right = rights[name]
  const { method, path, zh } = api[name]
  const cells =
    right.may === 'everyone' || right.may === 'staff'
      ? Role.options.map(() => '○')
      : Role.options.map((role) => tick((right.may as readonly Role[]).includes(role)))
  const door = right.may === 'everyone' ? 'open' : (right.token ?? '')
  return `| \`${name}\`${right.before ? ' ¹' : ''} ${zh}<br>${method} ${path} | ${cells.join(' | ')} | ${door} |`
}

export async function rightsPage(): Promise<string> {
  const term = termsOf('Roles · 角色')
  const city = await loadCity(fileURLToPath(new URL('fixtures/tiny-city', import.meta.url)))
  const roleRow = (role: Role) => {
    const whole = reachOf({ caller: as(role), city }).units === null
    const handler = role === 'liaison' || role === 'unit-leader'
    const knows = isHotlineDesk(as(role)) ? 'yes' : handler ? 'once signed' : 'no'
    return `| ${term(role)} | \`${role}\` | ${whole ? 'the city, or their region' : 'their unit and those below'} | ${knows} |`
  }
  return `# Who may do what

*Made by \`npx tsx tools/rights-matrix.ts\` from [contract/rights.ts](../contract/rights.ts) and
[server/scope.ts](../server/scope.ts); a test says when it is no longer current.*

Two questions are asked of every call. *May this role call this endpoint?* is answered by one row per endpoint, and an
endpoint without a row does not compile. *Does this order lie within reach?* is answered by scope: a role of the hotline
reaches the whole city or, where a person has a region, that region; a role of a unit reaches the orders assigned to its
unit or to units below it. An order out of reach is "not found": even its existence is not told.

A third question is what of the citizen a caller sees. Whoever does not know the citizen reads the text with phone
numbers, identity numbers, cards, plates and mail addresses masked; name and number are opened one by one, with a reason,
and the opening is kept. A unit that has signed may open what the citizen did not keep confidential.

## Reach and knowledge

| role | in code | reaches | knows the citizen |
|---|---|---|---|
${Role.options.map(roleRow).join('\n')}

## Role by endpoint

● this role · ○ whoever is logged in, or anybody at all where the last column says *open* · any other word in the last
column is the scope that a machine's token needs · ¹ also while a password change or a second factor is still owed.

| endpoint | ${Role.options.map(term).join(' | ')} | machine |
|---|${':-:|'.repeat(Role.options.length)}---|
${(Object.keys(api) as EndpointName[]).map(endpointRow).join('\n')}
`
}

if (import.meta.filename === process.argv[1])
  writeFileSync(new URL('../docs/rights.md', import.meta.url), await rightsPage())
