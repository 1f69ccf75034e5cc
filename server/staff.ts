import { ulid } from 'ulid'
import type { StaffView } from '#contract/admin.ts'
import type { Handlers } from '#contract/api.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { clearAttempts } from '#db/attempts.ts'
import { endSessionsOf } from '#db/sessions.ts'
import {
  addStaff,
  changeStaff,
  giveFirstPassword,
  lockAdministrators,
  lockStaff,
  type StaffChange,
  type StaffRow,
  staffList,
} from '#db/staff.ts'
import type { City } from '#domain/city/city.ts'
import { msOf, type RegionCode, type UnitId } from '#domain/ids.ts'
import { firstPassword, hashPassword } from './passwords.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

const viewOf = (row: StaffRow, city: City): StaffView => ({
  id: row.staff_id,
  login: row.login,
  name: row.name,
  unit: row.unit,
  unitName: city.units.get(row.unit)?.name ?? row.unit,
  region: row.region,
  roles: row.roles,
  active: row.active,
  passwordIs: row.password_is,
  secondFactor: row.has_totp,
  lastSeenAt: row.last_seen_at,
  createdAt: row.created_at,
  version: row.version,
})

const notInCity = (city: City, place: { unit?: UnitId | undefined; region?: RegionCode | null | undefined }) => {
  if (place.unit !== undefined && !city.units.has(place.unit)) return no('unknown-unit')
  if (place.region != null && !city.regions.has(place.region)) return no('unknown-region')
  return undefined
}

export const isAdministrator = (person: Pick<StaffRow, 'roles' | 'active'>) =>
  person.active && person.roles.includes('administrator')

const CHANGEABLE = ['name', 'unit', 'region', 'roles', 'active'] as const satisfies readonly (keyof StaffChange)[]

type Wishes = { [K in keyof StaffChange]?: StaffChange[K] | undefined }

/** What is not named stays; a region can be named as null, which is the whole city. */
const changed = (row: StaffRow, { name, unit, region, roles, active }: Wishes): StaffChange => ({
  name: name ?? row.name,
  unit: unit ?? row.unit,
  region: region === undefined ? row.region : region,
  roles: roles === undefined ? row.roles : [...new Set(roles)],
  active: active ?? row.active,
})

/** What was and what is, for the log. */
export const changesBetween = (from: StaffChange, to: StaffChange) =>
  Object.fromEntries(
    CHANGEABLE.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key])).map((key) => [
      key,
      { from: from[key], to: to[key] },
    ]),
  )

export const staffHandlers = {
  listStaff: async ({ db, city }, { query: { limit, active, ...filter } }) => {
    const rows = await staffList(
      db,
      { ...filter, active: active === undefined ? undefined : active === 'true' },
      limit + 1,
    )
    const page = rows.slice(0, limit)
    const next = rows.length > limit ? (page.at(-1)?.login ?? null) : null
    return { ok: true, reply: { staff: page.map((row) => viewOf(row, city)), next } }
  },

  createStaff: async (shell, { body }) => {
    const refused = notInCity(shell.city, body)
    if (refused !== undefined) return refused
    const password = firstPassword()
    const hash = await hashPassword(password)
    const person = { id: `s-${ulid(msOf(shell.at)).toLowerCase()}`, ...body, roles: [...new Set(body.roles)] }
    return shell.db.tx(async (db) => {
      const [row] = await addStaff(db, [person], { hash, is: 'first' }, shell.at)
      if (row === undefined) return no('login-taken')
      const entry = { actor: staffOf(shell).id, action: 'staff-created', target: row.staff_id, detail: person }
      await addToAdminLog(db, entry, shell.at)
      return { ok: true, reply: { staff: viewOf(row, shell.city), password } }
    })
  },

  updateStaff: async (shell, { params, body }) => {
    const refused = notInCity(shell.city, body)
    if (refused !== undefined) return refused
    return shell.db.tx(async (db) => {
      const administrators = await lockAdministrators(db)
      const row = await lockStaff(db, params.staffId)
      if (row === undefined) return no('not-found')
      if (shell.expected !== null && shell.expected !== row.version) return no('stale-version')
      const to = changed(row, body)
      if (isAdministrator(row) && !isAdministrator({ ...row, ...to }) && administrators.length === 1)
        return no('last-administrator')
      const saved = await changeStaff(db, row.staff_id, to)
      if (!to.active) await endSessionsOf(db, row.staff_id)
      const entry = {
        actor: staffOf(shell).id,
        action: 'staff-changed',
        target: row.staff_id,
        detail: changesBetween(row, to),
      }
      await addToAdminLog(db, entry, shell.at)
      return { ok: true, reply: viewOf(saved, shell.city) }
    })
  },

  endStaffSessions: async (shell, { params }) =>
    shell.db.tx(async (db) => {
      const row = await lockStaff(db, params.staffId)
      if (row === undefined) return no('not-found')
      const ended = await endSessionsOf(db, row.staff_id)
      const entry = { actor: staffOf(shell).id, action: 'sessions-ended', target: row.staff_id, detail: { ended } }
      await addToAdminLog(db, entry, shell.at)
      return { ok: true, reply: { ended } }
    }),

  resetPassword: async (shell, { params, body }) => {
    const password = firstPassword()
    const hash = await hashPassword(password)
    return shell.db.tx(async (db) => {
      const row = await lockStaff(db, params.staffId)
      if (row === undefined) return no('not-found')
      const reset = await giveFirstPassword(db, row.staff_id, hash, body.secondFactor)
      await endSessionsOf(db, row.staff_id)
      await clearAttempts(db, { what: 'account', who: row.login.toLowerCase() })
      await clearAttempts(db, { what: 'second-factor', who: row.staff_id })
      const detail = { secondFactor: body.secondFactor }
      const entry = { actor: staffOf(shell).id, action: 'password-reset', target: row.staff_id, detail }
      await addToAdminLog(db, entry, shell.at)
      return { ok: true, reply: { staff: viewOf({ ...reset, last_seen_at: null }, shell.city), password } }
    })
  },
} satisfies Partial<Handlers<Shell>>
