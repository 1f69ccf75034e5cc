import { addTime, type Times } from '../measure/times.ts'
import { Line, type Reply } from './line.ts'
import type { Matter } from './matters.ts'
import { type Desks, walk } from './walk.ts'

export type Tally = { times: Times; errors: number; ahead: number; firstErrors: string[]; lifecycles: number }

export const newTally = (): Tally => ({ times: new Map(), errors: 0, ahead: 0, firstErrors: [], lifecycles: 0 })

/** What the city lets the platform dispatch by itself may go before the dispatcher of the bench comes to it. */
const isAhead = (name: string, { status, body }: Reply): boolean =>
  name === 'dispatch' && status === 409 && body.includes('"wrong-state"')

export function count(tally: Tally, name: string, reply: Reply): void {
  addTime(tally.times, name, reply.ms)
  if (reply.status === 200) return
  if (isAhead(name, reply)) {
    tally.ahead += 1
    return
  }
  tally.errors += 1
  if (tally.firstErrors.length < 5) tally.firstErrors.push(`${name}: ${reply.status} ${reply.body.slice(0, 200)}`)
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
      const whole = await walk(line, desks, matter, n, (name, reply) => count(tally(), name, reply))
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
