import { addTime, type Times } from '../measure/times.ts'
import { dispatchedByItself } from './count-orders.ts'
import { Line, type Reply } from './line.ts'
import type { Matter } from './matters.ts'
import { type Desks, walk } from './walk.ts'

export type Tally = { times: Times; errors: number; overtaken: string[]; firstErrors: string[]; lifecycles: number }

export const newTally = (): Tally => ({ times: new Map(), errors: 0, overtaken: [], firstErrors: [], lifecycles: 0 })

const isOvertaken = (name: string, { status, body }: Reply): boolean =>
  name === 'dispatch' && status === 409 && body.includes('"wrong-state"')

/** `id`: whose call it was. A dispatch that comes too late is kept with it, for `settleOvertaken` to look why. */
export function count(tally: Tally, name: string, reply: Reply, id: string): void {
  addTime(tally.times, name, reply.ms)
  if (reply.status === 200) return
  if (isOvertaken(name, reply)) tally.overtaken.push(id)
  else addError(tally, `${name}: ${reply.status} ${reply.body.slice(0, 200)}`)
}

function addError(tally: Tally, told: string): void {
  tally.errors += 1
  if (tally.firstErrors.length < 5) tally.firstErrors.push(told)
}

/** What the city lets the platform dispatch by itself may go before the bench comes to it; anything else is an error. */
export async function settleOvertaken(tally: Tally, url: string): Promise<void> {
  const byItself = await dispatchedByItself(url, tally.overtaken)
  for (const id of tally.overtaken)
    if (!byItself.has(id)) addError(tally, `dispatch: 409, though nobody else did: ${id}`)
  tally.overtaken = [...byItself]
}

/** So many clients, each living one matter after the other; `tally()` is where calls count at the moment. */
export function crowd(port: number, clients: number, desks: Desks, matters: readonly Matter[], tally: () => Tally) {
  let stopped = false
  let next = 0
  const live = async () => {
    const line = new Line(port)
    while (!stopped) {
      const n = next++
      const matter = matters[n % matters.length]
      if (matter === undefined) throw new Error('no matters')
      const whole = await walk(line, desks, matter, n, (name, reply, id) => count(tally(), name, reply, id))
      if (whole) tally().lifecycles += 1
    }
    line.close()
  }
  const all = Promise.all(Array.from({ length: clients }, live))
  return {
    stop: async () => {
      stopped = true
      await all
    },
  }
}
