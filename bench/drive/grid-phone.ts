import type { GridAction, PhonePhoto } from '#contract/grid-actions.ts'
import { postGridAction } from '#contract/post-grid-action.ts'
import { drainOutbox, type OutboxStore } from '#domain/grid/drain-outbox.ts'
import { newOutgoing, type Outgoing } from '#domain/grid/outbox.ts'
import { pick, type Random } from '#sim/random.ts'
import { badLine } from './bad-line.ts'
import type { GridDesk } from './grid-desk.ts'

export type Task = { orderId: string; n: number; title: string }
/** What an action leaves in the log, and exactly once: the event's kind, and for a whistle the words it carries. */
export type Expected = { orderId: string | null; kind: string; words: string | null }

/** The phone's disk: what is in it survives a restart, which here is a new outbox over the same map. */
function disk(): OutboxStore<GridAction> & { box: Map<string, Outgoing<GridAction>> } {
  const box = new Map<string, Outgoing<GridAction>>()
  return {
    box,
    // Copies, as a store on a disk gives.
    all: async () => structuredClone([...box.values()]),
    put: async (one) => void box.set(one.key, structuredClone(one)),
    drop: async (key) => void box.delete(key),
  }
}

/** A grid worker's phone in the bench: the page's own outbox, another line below it. */
export function gridPhone(who: string, desk: GridDesk, jpeg: Buffer, random: Random, newKey: () => string) {
  const store = disk()
  const photos = new Map<string, Buffer>()
  const expected: Expected[] = []
  const photo = (id: string): Buffer => photos.get(id) ?? jpeg
  const { line, suffered, settled } = badLine(desk, photo, random)
  let now = 0

  const take = (): PhonePhoto => {
    const id = newKey()
    // What follows the end of a JPEG is no picture, but makes it a file of its own.
    photos.set(id, Buffer.concat([jpeg, Buffer.from(id)]))
    const taken = { at: '2026-03-02T02:00:00.000Z', lng: 111.39195, lat: 33.90438, accuracy: 10 }
    return { id, taken, file: null }
  }
  const act = async (action: GridAction, kind: string): Promise<void> => {
    await store.put(newOutgoing(await store.all(), `outbox-${newKey()}`, who, action, now))
    const words = action.kind === 'whistle' ? action.content : null
    expected.push({ orderId: 'orderId' in action ? action.orderId : null, kind, words })
  }
  /** A day's actions on one matter: taken, there, perhaps nobody met, then settled or reported up. */
  const work = async (task: Task): Promise<void> => {
    await act({ kind: 'sign', ...task }, 'signed')
    if (random() < 0.7) await act({ kind: 'arrive', ...task, lng: 111.39, lat: 33.9 }, 'arrived')
    if (random() < 0.4) await act({ kind: 'not-reached', ...task }, 'contact-attempted')
    const told = pick(random, ['visit', 'phone'] as const)
    const result = pick(random, ['solved', 'partly', 'explained'] as const)
    if (random() < 0.8) await act({ kind: 'result', ...task, result, told, note: null, photos: [take()] }, 'reported')
    else
      await act({ kind: 'report-up', ...task, ground: 'needs-department', note: null, photos: [take()] }, 'reported-up')
  }
  const whistle = (content: string): Promise<void> => {
    const place = { at: '2026-03-02T02:00:00.000Z', lng: 111.39195, lat: 33.90438, accuracy: 10 }
    const photos = random() < 0.5 ? [take()] : []
    return act({ kind: 'whistle', title: content, content, address: null, place, photos }, 'opened')
  }
  /** Until nothing waits. The waits between attempts pass at once: what is measured is effects, not patience. */
  const sendAll = async (): Promise<void> => {
    for (let round = 0; round < 10_000; round++) {
      const { left, nextAt, logIn } = await drainOutbox(
        store,
        who,
        (one, keep) => postGridAction(one, keep, line),
        () => now,
      )
      if (logIn) throw new Error(`${who} was logged out`)
      if (left === 0) return
      now = nextAt ?? now
    }
    throw new Error(`${who}: something never arrives`)
  }
  return { act, work, whistle, sendAll, settled, suffered, expected, refused: () => [...store.box.values()] }
}
export type GridPhone = ReturnType<typeof gridPhone>
