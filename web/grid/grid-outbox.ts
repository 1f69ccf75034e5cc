import { useSyncExternalStore } from 'react'
import { type GridAction, photosOf } from '#contract/grid-actions.ts'
import { postGridAction } from '#contract/post-grid-action.ts'
import { drainOutbox } from '#domain/grid/drain-outbox.ts'
import { newOutgoing, type Outgoing, refusedOf, waitingOf } from '#domain/grid/outbox.ts'
import { gridLine } from './grid-line.ts'
import { dropPhoto, outboxStore } from './grid-store.ts'

type OutboxState = {
  waiting: readonly Outgoing<GridAction>[]
  refused: readonly Outgoing<GridAction>[]
  /** under way just now */
  sending: boolean
  /** the server wants to know who this is before anything goes on */
  logIn: boolean
}

let state: OutboxState = { waiting: [], refused: [], sending: false, logIn: false }
let who: string | null = null
const hearers = new Set<() => void>()
const settled = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

function become(part: Partial<OutboxState>): void {
  state = { ...state, ...part }
  for (const hear of hearers) hear()
}

async function look(): Promise<void> {
  const box = await outboxStore.all()
  const of = who ?? ''
  become({ waiting: waitingOf(box, of), refused: refusedOf(box, of) })
}

/** One sender at a time, over all windows of this browser: the order of a person's actions is kept. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks === undefined ? work() : navigator.locks.request('jiesu-grid-outbox', work)

async function drop(one: Outgoing<GridAction>): Promise<void> {
  for (const photo of photosOf(one.action)) await dropPhoto(photo.id)
  await outboxStore.drop(one.key)
}

/** Whether the server knows who this is; a page opened without a line has not been able to ask yet. */
let meet: () => Promise<boolean> = () => Promise.resolve(false)
const NOT_MET_MS = 10_000

let pushing: Promise<void> | null = null

/** Sends what waits; what could not go is tried again when its time has come or the line is back. */
function push(): Promise<void> {
  pushing ??= pushOnce().finally(() => {
    pushing = null
  })
  return pushing
}

async function pushOnce(): Promise<void> {
  clearTimeout(timer)
  const person = who
  // What the browser knows to be cut off is not tried: attempts would only make the next wait longer.
  if (person === null || !navigator.onLine) return
  become({ sending: true })
  if (!(await meet())) {
    timer = setTimeout(() => void push(), NOT_MET_MS)
    return become({ sending: false })
  }
  try {
    await alone(async () => {
      const done = await drainOutbox(
        {
          ...outboxStore,
          drop: async (key) => {
            const one = (await outboxStore.all()).find((entry) => entry.key === key)
            if (one !== undefined) await drop(one)
            await look()
          },
        },
        person,
        (one, keep) => postGridAction(one, keep, gridLine),
        Date.now,
      )
      become({ logIn: done.logIn })
      if (done.nextAt !== null) timer = setTimeout(() => void push(), Math.max(500, done.nextAt - Date.now()))
    })
  } finally {
    become({ sending: false })
    await look()
    for (const tell of settled) tell()
  }
}

/** The line is back: whoever had to wait need not any longer. */
async function hurry(): Promise<void> {
  await pushing
  for (const one of await outboxStore.all())
    if (one.who === who && one.state === 'waiting' && one.nextAt > Date.now())
      await outboxStore.put({ ...one, nextAt: Date.now() })
  await push()
}
window.addEventListener('online', () => void hurry())

/** 22 characters and more count as a secret of their own; the prefix keeps the server's memory of it a month. */
const newKey = (): string => `outbox-${crypto.randomUUID()}`

export const gridOutbox = {
  get: (): OutboxState => state,
  listen: (hear: () => void) => {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  /** after every round of sending, whatever came of it */
  onSettled: (tell: () => void) => {
    settled.add(tell)
    return () => settled.delete(tell)
  },
  meetBy: (ask: () => Promise<boolean>): void => {
    meet = ask
  },
  begin: async (person: string): Promise<void> => {
    who = person
    await look()
    void push()
  },
  end: (): void => {
    who = null
    clearTimeout(timer)
    become({ waiting: [], refused: [], logIn: false })
  },
  /** Kept on the disk before it is answered. */
  act: async (action: GridAction): Promise<void> => {
    if (who === null) throw new Error('nobody is logged in on this phone')
    await outboxStore.put(newOutgoing(await outboxStore.all(), newKey(), who, action, Date.now()))
    await look()
    void push()
  },
  hurry: (): void => void hurry(),
  /** The person has read why it was refused. */
  dismiss: async (key: string): Promise<void> => {
    const one = (await outboxStore.all()).find((entry) => entry.key === key)
    if (one?.state === 'refused') await drop(one)
    await look()
  },
}

export const useGridOutbox = (): OutboxState => useSyncExternalStore(gridOutbox.listen, gridOutbox.get)
