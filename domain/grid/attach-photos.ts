import { z } from 'zod'
import { type AttachRefusal, attachFile } from '../accept/attach-file.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { FileHash, type Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { EventOf, OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import type { Order } from '../order/order.ts'
import { PhotoTaken } from './grid-part.ts'

/** A photo already uploaded, with what the phone says of it. */
export const GridPhoto = z.object({ file: FileHash, taken: PhotoTaken.nullable().default(null) })
export type GridPhoto = z.infer<typeof GridPhoto>
export const gridPhotos = z.array(GridPhoto).max(6)

/** The stored file under its hash, with the name the record will show. */
export type KnownFile = Pick<EventOf<'attached'>, 'file' | 'name' | 'mime' | 'bytes'>

/** Each photo joins the order, with the phone's word beside the server's time; all of them or none. */
export function attachPhotos(
  order: Order,
  photos: readonly GridPhoto[],
  files: readonly KnownFile[],
  by: Actor,
  now: Instant,
): Decision<OrderEvent, AttachRefusal | 'unknown-file'> {
  const events: OrderEvent[] = []
  for (const { file, taken } of photos) {
    const known = files.find((f) => f.file === file)
    if (known === undefined) return refuse('unknown-file')
    const so = events.reduce(apply, order)
    const attached = attachFile(so, { ...known, ...(taken === null ? {} : { taken }) }, by, now)
    if (!attached.ok) return attached
    events.push(...attached.events)
  }
  return decide(...events)
}
