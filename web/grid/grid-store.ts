import type { GridAction } from '#contract/grid-actions.ts'
import type { OutboxStore } from '#domain/grid/drain-outbox.ts'
import type { Outgoing } from '#domain/grid/outbox.ts'

const NAME = 'jiesu-grid'
const STORES = ['outbox', 'photos', 'kept'] as const
type StoreName = (typeof STORES)[number]

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opening: Promise<IDBDatabase> | null = null

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => resolve(request.result)
  })
  return opening
}

/** A write counts when its transaction has ended, not when the request was taken. */
async function within<T>(name: StoreName, mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>) {
  const transaction = (await opened()).transaction(name, mode)
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
  const result = await done(use(transaction.objectStore(name)))
  await ended
  return result
}

/** What was done and is not confirmed yet; survives reload, restart and an empty battery. */
export const outboxStore: OutboxStore<GridAction> = {
  all: () => within('outbox', 'readonly', (store) => store.getAll()) as Promise<Outgoing<GridAction>[]>,
  put: async (one) => void (await within('outbox', 'readwrite', (store) => store.put(one, one.key))),
  drop: async (key) => void (await within('outbox', 'readwrite', (store) => store.delete(key))),
}

export const keepPhoto = async (id: string, photo: Blob): Promise<void> =>
  void (await within('photos', 'readwrite', (store) => store.put(photo, id)))
export async function photoOf(id: string): Promise<Blob | null> {
  const found: unknown = await within('photos', 'readonly', (store) => store.get(id))
  return found instanceof Blob ? found : null
}
export const dropPhoto = async (id: string): Promise<void> =>
  void (await within('photos', 'readwrite', (store) => store.delete(id)))

/** The last thing the server said under this name. */
export const keepValue = async (name: string, value: unknown): Promise<void> =>
  void (await within('kept', 'readwrite', (store) => store.put(value, name)))
export const keptValue = async <T>(name: string): Promise<T | null> =>
  ((await within('kept', 'readonly', (store) => store.get(name))) as T | undefined) ?? null

/** Logging out: nothing of a citizen and nothing of the worker stays on the phone. */
export async function forgetAll(): Promise<void> {
  for (const name of STORES) await within(name, 'readwrite', (store) => store.clear())
}
