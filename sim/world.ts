import type { EndpointName } from '#contract/api.ts'
import type { OrderView } from '#contract/views.ts'
import type { CategoryCode, OrderId, UnitId } from '#domain/ids.ts'
import type { Send, SimCall, SimReply } from './api-client.ts'
import type { SimCity } from './make-request.ts'
import type { People } from './people.ts'
import type { Random } from './random.ts'
import type { Mood, Rates } from './rates.ts'
import type { Schedule } from './schedule.ts'
import type { SimRequest } from './sim-request.ts'
import type { Tally } from './tally.ts'

/** One citizen's matter, from the call to the end. `order` is what the last answer showed of it. */
export type Life = {
  no: number
  /** epoch ms: when it is, in its story */
  at: number
  random: Random
  story: SimRequest
  /** as the city has it on record, right or wrong */
  category: CategoryCode | null
  order: OrderView | null
  ticket: { no: string; code: string } | null
  rounds: number
  /** whose it is, as a return that was approved has shown */
  suggested: UnitId | null
  /** decided beforehand: what a demo needs on the desks at its first minute */
  fate: 'draft' | 'submit' | 'review' | 'grid' | null
}

/** How the story of an order came in: `agent` knows the scene, `classify` asks the product for it. */
/** Intake and dispatch at the front; reply review and callback at the back. */
export type Desk = 'front' | 'back'

export type World = {
  sim: SimCity
  send: Send
  people: People
  rates: Rates
  doings: Doings
  schedule: Schedule<Life>
  tally: Tally
  /** the platform's own sending to the grid; null where a running server does it unasked */
  toGrid: ((id: OrderId, at: number) => Promise<boolean>) | null
  naming: 'agent' | 'classify'
  /** how much longer the hotline's desks take from that moment on, so that a demo begins with work to do */
  slow: Record<Desk, { from: number; factor: number }>
  /** orders lately dispatched, by scene and community: others may be merged into them */
  recent: Map<string, { id: string; at: number }>
}

/** How a matter ends on a grid worker's phone: settled, given up, refused, left lying over its limit, or open at the end. */
export type GridEnd = 'result' | 'up' | 'refused' | 'lies' | 'open'

/** What an errand says besides its name: the assignment's number, when it was dispatched, how the citizen feels. */
type Details = {
  arrive: unknown
  'finish-draft': unknown
  review: unknown
  'submit-again': unknown
  dispatch: unknown
  sign: { n: number; from: number; late: boolean }
  contact: { n: number; from: number }
  'give-back': { n: number }
  'decide-return': { n: number }
  rule: unknown
  come: { n: number }
  'hand-down': { n: number }
  'to-grid': unknown
  'grid-sign': { n: number; from: number; next: GridEnd }
  'grid-contact': { n: number; from: number; next: GridEnd }
  'grid-result': { n: number }
  'report-up': { n: number; refused: boolean }
  'left-lying': unknown
  report: { n: number; again: boolean }
  'review-reply': unknown
  'call-back': unknown
  hear: { mood: Mood }
  reopen: unknown
  urge: unknown
  supplement: unknown
  withdraw: unknown
}

/** What somebody will do with an order, as it waits in the schedule. */
type ErrandOf<K extends keyof Details> = { kind: K } & Details[K]
type Errand = { [K in keyof Details]: ErrandOf<K> }[keyof Details]
export type Doing<K extends keyof Details> = (
  world: World,
  life: Life,
  at: number,
  errand: ErrandOf<K>,
) => Promise<void>
export type Doings = { [K in keyof Details]: Doing<K> }

/** The doer is looked up by the errand's kind, so that no step has to know the file of the next. */
export function after(world: World, life: Life, at: number, errand: Errand): void {
  const doing = world.doings[errand.kind] as (world: World, life: Life, at: number, errand: Errand) => Promise<void>
  world.schedule.add(life, at, (own, moment) => {
    own.at = moment
    return doing(world, own, moment, errand)
  })
}

const isOrder = (reply: unknown): reply is OrderView =>
  typeof reply === 'object' && reply !== null && 'assignments' in reply && 'version' in reply

/** One call by one person. A refusal is counted and gives null: whoever asked then leaves it. */
export async function act<K extends EndpointName>(
  world: World,
  life: Life,
  who: string | null,
  name: K,
  call: SimCall<K>,
  seen?: string,
): Promise<SimReply<K> | null> {
  world.tally.calls += 1
  const answer = await world.send(who, name, call, { at: life.at, seen })
  if (!answer.ok) {
    world.tally.refuse(`${name}: ${answer.refusal}`, answer.detail)
    return null
  }
  if (isOrder(answer.reply)) life.order = answer.reply
  return answer.reply
}
