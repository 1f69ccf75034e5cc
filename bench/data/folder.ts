import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { keysFor } from '#server/key-file.ts'
import type { Options } from '../options.ts'
import { type Loaded, loadOrders } from './load-orders.ts'

export const CITY_FOLDER = resolve(import.meta.dirname, '../../city/demo')

/** Larger buffers and rare checkpoints while loading; the server later starts the same folder with its own settings. */
const LOADING = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_parallel_maintenance_workers: '1',
}

type Note = { orders: number; loaded: Loaded | null }

const noteIn = (folder: string) => join(folder, 'bench.json')

async function noteOf(folder: string): Promise<Note | null> {
  const text = await readFile(noteIn(folder), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Note)
}

/** Where N orders lie, or will: `--data DIR`, or a folder of that size in the system's temp folder. */
export const folderFor = (options: Options, orders: number): string =>
  resolve(options.text('data') ?? join(tmpdir(), `jiesu-bench-${orders}`))

/** A folder that already holds so many orders is used again; half a load is thrown away. */
export async function loadedFolder(folder: string, orders: number): Promise<{ folder: string; loaded: Loaded | null }> {
  const note = await noteOf(folder)
  if (note?.loaded && note.orders === orders) return { folder, loaded: null }
  // Only what a bench has made is removed: the note is the first thing it writes.
  if (note !== null) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(noteIn(folder), JSON.stringify({ orders, loaded: null } satisfies Note))
  const keys = await keysFor({ mode: 'demo', keysFile: join(folder, 'keys.json') })
  const server = await startEmbedded(join(folder, 'postgres'), { settings: LOADING })
  try {
    const loaded =
      orders === 0
        ? { writingSeconds: 0, indexSeconds: 0, vacuumSeconds: 0 }
        : await loadOrders(server.url, { keys, cityFolder: CITY_FOLDER, orders, plot: 'mixed' })
    await writeFile(noteIn(folder), JSON.stringify({ orders, loaded } satisfies Note))
    return { folder, loaded }
  } finally {
    await server.stop()
  }
}
