import { ulid } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { endSessionsOf } from '#db/sessions.ts'
import { addStaff, allStaff, changeStaff, lockAdministrators, type StaffChange, type StaffRow } from '#db/staff.ts'
import { dayOf, msOf } from '#domain/ids.ts'
import { firstPassword, hashPassword } from './passwords.ts'
import { COLUMNS, type Person, readPeople } from './read-people.ts'
import { readTable, tableBytes } from './read-table.ts'
import type { Shell } from './shell.ts'
import { changesBetween, isAdministrator } from './staff.ts'
import { staffOf } from './staff-caller.ts'
import { tableDownload } from './write-table.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

const changeOf = ({ name, unit, region, roles, active }: StaffChange): StaffChange => ({
  name,
  unit,
  region,
  roles: [...new Set(roles)],
  active,
})

type Plan = { fresh: Person[]; changed: { row: StaffRow; to: StaffChange; fields: string[] }[]; unchanged: number }

function planOf(people: readonly Person[], known: readonly StaffRow[]): Plan {
  const byLogin = new Map(known.map((row) => [row.login.toLowerCase(), row]))
  const plan: Plan = { fresh: [], changed: [], unchanged: 0 }
  for (const person of people) {
    const row = byLogin.get(person.login.toLowerCase())
    if (row === undefined) {
      plan.fresh.push(person)
      continue
    }
    const to = changeOf(person)
    const fields = Object.keys(changesBetween(changeOf(row), to))
    if (fields.length === 0) plan.unchanged += 1
    else plan.changed.push({ row, to, fields })
  }
  return plan
}

/** An administrator must be left when all of the plan is done. */
function leavesAdministrator(plan: Plan, known: readonly StaffRow[]): boolean {
  const after = new Map(plan.changed.map(({ row, to }) => [row.staff_id, { ...row, ...to }]))
  return [...known.map((row) => after.get(row.staff_id) ?? row), ...plan.fresh].some(isAdministrator)
}

async function carryOut(shell: Shell, plan: Plan, passwords: ReadonlyMap<string, { password: string; hash: string }>) {
  const actor = staffOf(shell).id
  for (const { row, to } of plan.changed) {
    await changeStaff(shell.db, row.staff_id, to)
    if (!to.active) await endSessionsOf(shell.db, row.staff_id)
    const detail = { ...changesBetween(changeOf(row), to), imported: true }
    await addToAdminLog(shell.db, { actor, action: 'staff-changed', target: row.staff_id, detail }, shell.at)
  }
  for (const { row: _row, active, ...person } of plan.fresh) {
    const id = `s-${ulid(msOf(shell.at)).toLowerCase()}`
    const hash = passwords.get(person.login)?.hash ?? ''
    const [added] = await addStaff(shell.db, [{ id, ...person }], { hash, is: 'first' }, shell.at)
    if (added === undefined) throw new Error('a log-in was taken meanwhile')
    if (!active) await changeStaff(shell.db, added.staff_id, changeOf({ ...person, active }))
    const detail = { id, ...person, imported: true }
    await addToAdminLog(shell.db, { actor, action: 'staff-created', target: added.staff_id, detail }, shell.at)
  }
}

const cellsOf = (row: StaffRow) => ({
  login: row.login,
  name: row.name,
  unit: row.unit,
  roles: row.roles.join(';'),
  region: row.region ?? '',
  active: row.active ? '1' : '0',
})

export const staffTableHandlers = {
  exportStaff: async (shell, { query: { format } }) => {
    const rows = (await allStaff(shell.db)).map(cellsOf)
    const entry = {
      actor: staffOf(shell).id,
      action: 'staff-exported',
      target: 'staff',
      detail: { rows: rows.length, format },
    }
    await addToAdminLog(shell.db, entry, shell.at)
    return { ok: true, reply: await tableDownload(shell, `staff-${dayOf(shell.at)}`, format, COLUMNS, rows) }
  },

  importStaff: async (outer, { query: { dryRun } }) => {
    const bytes = await tableBytes(outer)
    if (!Buffer.isBuffer(bytes)) return no(bytes)
    const table = await readTable(bytes)
    if (table === null) return no('not-a-table')
    const { people, faults } = readPeople(outer.city, table)
    if (faults.length > 0) return { ok: true, reply: { faults, created: [], changed: [], unchanged: 0 } }
    // Hashing takes 30 ms each: before the transaction, so that nobody waits for it under a lock.
    const before = planOf(people, await allStaff(outer.db))
    const passwords = new Map<string, { password: string; hash: string }>()
    if (dryRun === 'no')
      for (const { login } of before.fresh) {
        const password = firstPassword()
        passwords.set(login, { password, hash: await hashPassword(password) })
      }
    return outer.db.tx(async (db) => {
      await lockAdministrators(db)
      const known = await allStaff(db)
      const plan = planOf(people, known)
      if (!leavesAdministrator(plan, known)) return no('last-administrator')
      if (dryRun === 'no') await carryOut({ ...outer, db }, plan, passwords)
      const created = plan.fresh.map(({ login, name }) => ({
        login,
        name,
        password: passwords.get(login)?.password ?? null,
      }))
      const changed = plan.changed.map(({ row: { login, name }, fields }) => ({ login, name, fields }))
      return { ok: true as const, reply: { faults: [], created, changed, unchanged: plan.unchanged } }
    })
  },
} satisfies Partial<Handlers<Shell>>
