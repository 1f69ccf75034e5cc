import { ulid } from 'ulid'
import { addToAdminLog } from '#db/admin-log.ts'
import { addStaff, hasAdministrator } from '#db/staff.ts'
import { msOf } from '#domain/ids.ts'
import { hashPassword } from './passwords.ts'
import type { House } from './shell.ts'

/** The people of a demo city. They share one hash, as they share one password: hundreds of hashes would cost seconds. */
export async function seedDemoStaff(house: House, password: string): Promise<void> {
  if (house.city.staff.length === 0) return
  const hash = await hashPassword(password)
  await addStaff(house.db, house.city.staff, { hash, is: 'demo' }, house.now())
}

/** Only while there is no administrator: later starts with the same settings neither reset nor revive the account. */
export async function createFirstAdministrator(
  house: House,
  given: { login: string; password: string },
): Promise<void> {
  const { db, city } = house
  if (await hasAdministrator(db)) return
  const at = house.now()
  const units = [...city.units.values()]
  const unit = units.find(({ type }) => type === 'hotline') ?? units[0]
  if (unit === undefined) throw new Error('the city has no unit to put its administrator in')
  const hash = await hashPassword(given.password)
  const id = `s-${ulid(msOf(at)).toLowerCase()}`
  const person = {
    id,
    login: given.login,
    name: given.login,
    unit: unit.id,
    region: null,
    roles: ['administrator' as const],
  }
  await db.tx(async (tx) => {
    const added = await addStaff(tx, [person], { hash, is: 'first' }, at)
    if (added.length > 0) {
      const entry = {
        actor: 'system',
        action: 'first-administrator-created',
        target: id,
        detail: { login: given.login },
      }
      await addToAdminLog(tx, entry, at)
    }
  })
  // Another process may have added it just now; a log-in of somebody else must not be mistaken for that.
  if (!(await hasAdministrator(db)))
    throw new Error(
      `JIESU_ADMIN: the log-in "${given.login}" belongs to somebody else and there is no administrator; choose another.` +
        ` JIESU_ADMIN:账号“${given.login}”已被他人使用,且系统尚无管理员,请换一个账号。`,
    )
}
