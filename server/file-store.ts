import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileHash, type Instant, msOf } from '#domain/ids.ts'

/** Content lives under its own hash, `ab/cdef…`: the same content is the same file, and no name of a user becomes a path. */
export const contentPath = (folder: string, hash: FileHash): string => join(folder, hash.slice(0, 2), hash.slice(2))
export const cleanPath = (folder: string, hash: FileHash): string => `${contentPath(folder, hash)}.clean`

const incoming = (folder: string): string => join(folder, 'incoming')
export async function temporaryPath(folder: string): Promise<string> {
  await mkdir(incoming(folder), { recursive: true, mode: 0o700 })
  return join(incoming(folder), randomUUID())
}

export type Spooled = { path: string; hash: FileHash; bytes: number }

/** Writes what arrives to a temporary file, hashing on the way; stops at the limit and leaves nothing behind then. */
export async function spool(folder: string, source: Readable, limitBytes: number): Promise<Spooled | 'too-large'> {
  const path = await temporaryPath(folder)
  const spooled = await write(path, source, limitBytes).catch(async (error) => {
    await rm(path, { force: true })
    throw error
  })
  if (spooled === 'too-large') await rm(path)
  return spooled
}

async function write(path: string, source: Readable, limitBytes: number): Promise<Spooled | 'too-large'> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    // Left open at the limit, the connection can still carry the refusal.
    for await (const chunk of source.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length
      if (bytes > limitBytes) return 'too-large'
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { path, hash: FileHash.parse(hash.digest('hex')), bytes }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Gives spooled content its place for good; may be called again. */
export async function place(folder: string, spooled: Spooled): Promise<void> {
  const path = contentPath(folder, spooled.hash)
  if (await exists(path)) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(spooled.path, path)
  await syncFolder(dirname(path))
}

/** A renamed file survives a power cut once its folder is on disk too; Windows cannot open folders and needs no such step. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

export async function removeContent(folder: string, hash: FileHash): Promise<void> {
  await rm(contentPath(folder, hash), { force: true })
  await rm(cleanPath(folder, hash), { force: true })
}

/** Temporary files of a process that was killed. */
export async function removeLeftovers(folder: string, olderThan: Instant): Promise<void> {
  const names = await readdir(incoming(folder)).catch(() => [])
  for (const name of names) {
    const path = join(incoming(folder), name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < msOf(olderThan)) await rm(path, { force: true })
  }
}
