import type { Me } from '#contract/session.ts'
import type { SessionRow } from '#db/sessions.ts'
import { StaffId } from '#domain/ids.ts'
import type { Caller, House } from './shell.ts'

type StaffCaller = Extract<Caller, { kind: 'staff' }>

/** What a session still owes before its work; a demo's people use the password that was printed for them. */
function mustOf(row: SessionRow, { city, mode }: Pick<House, 'city' | 'mode'>): StaffCaller['must'] {
  const must: StaffCaller['must'][number][] = []
  if (row.has_totp && !row.second) must.push('second-factor')
  if (row.password_is === 'first' || (row.password_is === 'demo' && mode !== 'demo')) must.push('change-password')
  const needsTotp = row.roles.some((role) => city.policy.twoFactorRoles.includes(role))
  if (needsTotp && !row.has_totp && mode !== 'demo') must.push('set-up-second-factor')
  return must
}

export function staffCaller(row: SessionRow, session: Buffer, house: Pick<House, 'city' | 'mode'>): StaffCaller {
  const { staff_id: id, name, login, unit, region, roles, csrf } = row
  return {
    kind: 'staff',
    id,
    name,
    login,
    unit,
    region,
    roles,
    session,
    csrf,
    secondFactor: row.has_totp,
    must: mustOf(row, house),
  }
}

/** Endpoints for staff are closed to others by rights.ts; getting here otherwise is our own mistake. */
export function staffOf({ caller }: { caller: Caller }): StaffCaller {
  if (caller.kind !== 'staff') throw new Error(`a ${caller.kind} reached an endpoint for staff`)
  return caller
}

export const staffId = (caller: StaffCaller): StaffId => StaffId.parse(caller.id)

export const meOf = (caller: StaffCaller, { city }: Pick<House, 'city'>): Me => ({
  id: staffId(caller),
  login: caller.login,
  name: caller.name,
  unit: caller.unit,
  unitName: city.units.get(caller.unit)?.name ?? caller.unit,
  region: caller.region,
  roles: [...caller.roles],
  csrf: caller.csrf,
  secondFactor: caller.secondFactor,
  must: [...caller.must],
})
