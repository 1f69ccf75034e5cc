import { MAX_FILES_OF_ORDER } from '../accept/attach-file.ts'
import type { Role } from '../city/vocabulary.ts'
import type { FileHash, Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { EventOf, OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'

/** What a caller says on a merged order, as it stands at the master: whose it is, and nothing that tells who that is. */
type Told = EventOf<'supplemented'> | EventOf<'urged'> | EventOf<'attached'>

const isTold = (event: OrderEvent): event is Told =>
  event.kind === 'supplemented' || event.kind === 'urged' || event.kind === 'attached'

/** Whether these steps of an order have to be told at its master: that is where somebody works on the matter. */
export const isForMaster = (order: Pick<Order, 'master'>, events: readonly OrderEvent[]): boolean =>
  order.master !== null && events.some(isTold)

/**
 * The same words at the master, with the number of the order they were said on. `masked` takes out what is personal:
 * the master's log belongs to another caller. Pictures go along, twenty from all merged orders together.
 */
export function toldAtMaster(
  order: Order,
  master: Order,
  events: readonly OrderEvent[],
  masked: (text: string) => string,
): OrderEvent[] {
  const merged = { id: order.id, no: order.no }
  const there = new Set<FileHash>(master.files.map(({ file }) => file))
  let room = MAX_FILES_OF_ORDER - master.files.filter((file) => file.merged !== undefined).length

  const carried = (file: Omit<EventOf<'attached'>, 'kind'>): OrderEvent[] => {
    if (there.has(file.file) || room <= 0) return []
    there.add(file.file)
    room -= 1
    const { taken: _place, ...rest } = file
    return [{ ...rest, kind: 'attached', name: masked(file.name), merged }]
  }

  const told = (event: Told): OrderEvent[] => {
    if (event.kind === 'attached') return carried(event)
    if (event.kind === 'urged') return [{ ...event, text: event.text === null ? null : masked(event.text), merged }]
    const { at, by, said } = event
    const files = order.files.filter(({ file }) => event.evidence.includes(file))
    const pictures = files.flatMap((file) => carried({ ...file, at, by, ...(said === undefined ? {} : { said }) }))
    const evidence = event.evidence.filter((file) => there.has(file))
    return [...pictures, { ...event, text: masked(event.text), evidence, merged }]
  }

  return events.filter(isTold).flatMap((event) => (can(master, event.kind) ? told(event) : []))
}

const OF_UNITS: readonly (Role | null)[] = ['liaison', 'unit-leader', 'grid-worker']
const byCaller = ({ by }: { by: Actor }): boolean => !OF_UNITS.includes(by.role)
const sameWords = (a: string, b: string): boolean => a.replace(/\s/gu, '') === b.replace(/\s/gu, '')

/**
 * What this caller had said and shown until it was merged, told at the master with the merge: the request's own words
 * unless the master says the same, additions, urges, pictures. What it was told before it was split off stays there
 * once; what others had told on this order is theirs, and what a unit brought is the unit's.
 */
export function toldOnMerging(
  order: Order,
  master: Order,
  masked: (text: string) => string,
  now: Instant,
): OrderEvent[] {
  type Said = { at: Instant; by: Actor; merged?: Told['merged'] }
  const fresh = (told: readonly (Said & { said?: Instant | undefined })[]) => {
    const known = new Set(told.flatMap(({ merged, at, said }) => (merged?.id === order.id ? [said ?? at] : [])))
    return ({ at, merged }: Said) => merged === undefined && !known.has(at)
  }
  const { content } = order.request
  const request = { at: order.receivedAt, by: order.acceptedBy, text: content, evidence: [] }
  const others = master.supplements.filter(({ merged }) => merged !== undefined)
  const known =
    sameWords(content, master.request.content) || others.some(({ text }) => sameWords(text, masked(content)))
  const supplements = known ? order.supplements : [request, ...order.supplements]
  const steps: Told[] = [
    ...supplements.filter(fresh(master.supplements)).map((one) => ({ ...one, kind: 'supplemented' as const })),
    ...order.urges.filter(fresh(master.urges)).map((one) => ({ ...one, kind: 'urged' as const })),
    ...order.files
      .filter((file) => byCaller(file) && fresh([])(file))
      .map((file) => ({ ...file, kind: 'attached' as const })),
  ]
  const inTime = steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return toldAtMaster(
    order,
    master,
    inTime.map((step) => ({ ...step, at: now, said: step.at })),
    masked,
  )
}
