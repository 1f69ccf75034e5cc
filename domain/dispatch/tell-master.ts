import { MAX_FILES_OF_ORDER } from '../accept/attach-file.ts'
import type { FileHash } from '../ids.ts'
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
    const { at, by } = event
    const files = order.files.filter(({ file }) => event.evidence.includes(file))
    const pictures = files.flatMap((file) => carried({ ...file, at, by }))
    const evidence = event.evidence.filter((file) => there.has(file))
    return [...pictures, { ...event, text: masked(event.text), evidence, merged }]
  }

  return events.filter(isTold).flatMap((event) => (can(master, event.kind) ? told(event) : []))
}
