import type { Words } from '#contract/event-words.ts'
import { staffNames } from '#db/staff-names.ts'
import { unitsBelow } from '#domain/city/lookup.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { UnitId } from '#domain/ids.ts'
import type { Actor } from '#domain/order/actor.ts'
import { unitName } from './order-view.ts'
import { isHotlineDesk } from './scope.ts'
import type { Shell } from './shell.ts'

/** Who a step was taken by, where the person's own name is not this reader's business. */
const DESK: Partial<Record<Role, Words>> = {
  agent: { zh: '受理员', en: 'an agent' },
  'shift-lead': { zh: '值班长', en: 'the shift lead' },
  reviewer: { zh: '审核员', en: 'a reviewer' },
  dispatcher: { zh: '派单员', en: 'a dispatcher' },
  'dispatch-lead': { zh: '派单组长', en: 'the dispatch lead' },
  'callback-agent': { zh: '回访员', en: 'a callback agent' },
  'quality-checker': { zh: '质检员', en: 'a quality checker' },
  supervisor: { zh: '督办员', en: 'a supervisor' },
}

const SEES_ALL: readonly Role[] = ['administrator', 'leader']

/** The hotline and those above it know everybody's name; a unit knows its own people's and those of units below it. */
function knows(shell: Shell, unit: UnitId | null): boolean {
  const { caller } = shell
  if (caller.kind !== 'staff') return false
  if (isHotlineDesk(caller) || caller.roles.some((role) => SEES_ALL.includes(role))) return true
  return unit !== null && unitsBelow(shell.city, caller.unit).has(unit)
}

const isHandling = (shell: Shell, unit: UnitId | null): unit is UnitId =>
  unit !== null && shell.city.units.get(unit)?.type !== 'hotline'

function wordsFor(shell: Shell, by: Actor, names: ReadonlyMap<string, string>): Words {
  if (by.kind === 'citizen') return { zh: '市民', en: 'The citizen' }
  if (by.kind === 'system') return { zh: '系统', en: 'The platform' }
  if (by.kind === 'machine') return { zh: '外部系统', en: 'Another system' }
  const name = knows(shell, by.unit) ? names.get(by.id) : undefined
  if (isHandling(shell, by.unit)) {
    const unit = unitName(shell.city, by.unit)
    const full = name === undefined ? unit : `${unit} ${name}`
    return { zh: full, en: full }
  }
  if (name !== undefined) return { zh: name, en: name }
  return (by.role === null ? undefined : DESK[by.role]) ?? { zh: '热线工作人员', en: 'somebody at the hotline' }
}

/** Whoever acted, in words this reader may read: one look-up for a whole story. */
export async function staffWords(shell: Shell, actors: readonly Actor[]): Promise<(by: Actor) => Words> {
  const ids = new Set(actors.filter((by) => by.kind === 'staff').map((by) => by.id))
  const names = await staffNames(shell.db, [...ids])
  return (by) => wordsFor(shell, by, names)
}
