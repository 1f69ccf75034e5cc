import { afterAnswer, nextToSend, type Outcome, type Outgoing, waitingOf } from './outbox.ts'

/** Where the entries lie; every change is on the disk before it is answered. */
export type OutboxStore<A> = {
  all(): Promise<readonly Outgoing<A>[]>
  put(one: Outgoing<A>): Promise<void>
  drop(key: string): Promise<void>
}

/** Sends one entry; may keep what it has achieved (an uploaded photo) by `keep`, so that a cut does not cost it again. */
type Post<A> = (one: Outgoing<A>, keep: (action: A) => Promise<void>) => Promise<Outcome>

/** How it ended: nothing is left, the next is due at a moment, or somebody must log in first. */
type Drained = { left: number; nextAt: number | null; logIn: boolean }

/** Sends what waits, in order, until nothing does or the first must wait. */
export async function drainOutbox<A>(
  store: OutboxStore<A>,
  who: string,
  post: Post<A>,
  now: () => number,
): Promise<Drained> {
  for (;;) {
    const box = await store.all()
    const waiting = waitingOf(box, who)
    const one = nextToSend(box, who, now())
    if (one === null) return { left: waiting.length, nextAt: waiting[0]?.nextAt ?? null, logIn: false }
    let current = one
    const outcome = await post(one, async (action) => {
      current = { ...current, action }
      await store.put(current)
    })
    const after = afterAnswer(current, outcome, now())
    if (after === null) await store.drop(one.key)
    else await store.put(after)
    if (outcome.kind === 'log-in') return { left: waiting.length, nextAt: null, logIn: true }
  }
}
