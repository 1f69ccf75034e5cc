import { useSyncExternalStore } from 'react'
import type { logOut, Me, whoAmI } from '#contract/session.ts'
import { session } from '../session/session.ts'
import { ask } from './grid-line.ts'
import { gridOutbox } from './grid-outbox.ts'
import { forgetAll, keepValue, keptValue } from './grid-store.ts'
import { gridTasks } from './grid-tasks.ts'

/** Who works with this phone: known from the server, or, without a line, from the last time it was. */
type GridMe = Pick<Me, 'id' | 'name' | 'unitName' | 'login'> & { worker: boolean }
type GridSession =
  | { is: 'opening' }
  | { is: 'nobody' /** no line and nobody known: it must be opened once with a line */; cut: boolean }
  | { is: 'owed' }
  | { is: 'here'; me: GridMe }

const WHO: (typeof whoAmI)['path'] = '/session'
const OUT: (typeof logOut)['path'] = '/session'
let state: GridSession = { is: 'opening' }
const hearers = new Set<() => void>()

function become(next: GridSession): void {
  state = next
  for (const hear of hearers) hear()
}

async function enter(me: GridMe): Promise<void> {
  become({ is: 'here', me })
  if (!me.worker) return
  await gridOutbox.begin(me.id)
  await gridTasks.begin(me.id)
}

const meOf = ({ id, name, unitName, login, roles }: Me): GridMe => ({
  id,
  name,
  unitName,
  login,
  worker: roles.includes('grid-worker'),
})

/** Another person at the same phone finds nothing of the first. */
async function takeOver(me: GridMe): Promise<void> {
  const before = await keptValue<GridMe>('me')
  if (before !== null && before.id !== me.id) await forgetAll()
  await keepValue('me', me)
}

async function known(me: Me): Promise<void> {
  if (me.must.length > 0) return become({ is: 'owed' })
  await takeOver(meOf(me))
  await enter(meOf(me))
}

/** Before anything is sent: a page that was opened without a line has neither asked who this is nor got its token. */
gridOutbox.meetBy(async () => {
  if (session.get().me !== null) return true
  const heard = await ask(WHO, 'GET')
  if (heard.status === 200) session.begin(heard.body as Me)
  else if (heard.status === 401) nobody(false)
  return heard.status === 200
})

/** Asks the server who this is; without a line the phone remembers, and asks again when the line is back. */
export async function openGrid(): Promise<void> {
  const heard = await ask(WHO, 'GET')
  if (heard.status === 200) {
    session.begin(heard.body as Me)
    return
  }
  const me = await keptValue<GridMe>('me')
  if (heard.status !== 401 && me !== null) return enter(me)
  nobody(heard.status !== 401)
}

/** What is kept stays kept, unseen, until the same person has logged in again. */
function nobody(cut: boolean): void {
  session.end()
  gridOutbox.end()
  gridTasks.end()
  become({ is: 'nobody', cut })
}
gridTasks.onLost(() => nobody(false))
gridOutbox.listen(() => {
  if (state.is === 'here' && gridOutbox.get().logIn) nobody(false)
})

session.listen(() => {
  const { me } = session.get()
  if (me !== null) void known(me)
})
window.addEventListener('online', () => {
  if (session.get().me === null && state.is !== 'here') void openGrid()
})

/** Nothing of a citizen may stay on a phone; the page's own files hold none. */
export async function leaveGrid(): Promise<void> {
  gridOutbox.end()
  gridTasks.end()
  await forgetAll()
  await ask(OUT, 'DELETE')
  session.end()
  location.assign('/grid')
}

export const useGridSession = (): GridSession =>
  useSyncExternalStore(
    (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    () => state,
  )
