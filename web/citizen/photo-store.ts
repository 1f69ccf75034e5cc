/** Photos of a draft, kept on this phone until they are sent; text alone fits the small store, pictures do not. */
const memory = new Map<string, Blob>()

const opened = (): Promise<IDBObjectStore> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('jiesu-citizen', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('photos')
    request.onerror = () => reject(request.error)
    request.onsuccess = () => resolve(request.result.transaction('photos', 'readwrite').objectStore('photos'))
  })

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** A browser that keeps nothing (a private window) still sends what it holds in memory. */
async function kept<T>(use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    return await done(use(await opened()))
  } catch {
    return undefined
  }
}

export async function keepPhoto(id: string, photo: Blob): Promise<void> {
  memory.set(id, photo)
  await kept((store) => store.put(photo, id))
}

export async function photoOf(id: string): Promise<Blob | null> {
  const stored: unknown = memory.get(id) ?? (await kept((store) => store.get(id)))
  return stored instanceof Blob ? stored : null
}

export async function dropPhoto(id: string): Promise<void> {
  memory.delete(id)
  await kept((store) => store.delete(id))
}
