import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { type FileMime, isImage } from '#domain/accept/file-kind.ts'
import type { FileHash } from '#domain/ids.ts'
import { blankMetadata } from './blank-metadata.ts'
import { cleanPath, contentPath, temporaryPath } from './file-store.ts'

/** Kinds into which phones write where and with what they were made. */
const tellsPlace = (mime: FileMime): boolean => isImage(mime) || mime === 'video/mp4' || mime === 'audio/mp4'

/** Large enough to read a number plate, small enough that no picture needs the memory of a server to be drawn. */
const LONGEST_SIDE = 4096

const drawn = (path: string) =>
  sharp(path, { failOn: 'none', sequentialRead: true })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })

function strip(path: string, mime: FileMime): Promise<Buffer> {
  if (mime === 'image/jpeg') return drawn(path).jpeg({ quality: 88 }).toBuffer()
  if (mime === 'image/png') return drawn(path).png().toBuffer()
  if (mime === 'image/webp') return drawn(path).webp({ quality: 88 }).toBuffer()
  return readFile(path).then(blankMetadata)
}

/** The path of a copy that tells neither place nor time nor device, made at its first use; null: no copy can be made. */
export async function cleanCopy(folder: string, hash: FileHash, mime: FileMime): Promise<string | null> {
  const original = contentPath(folder, hash)
  if (!tellsPlace(mime)) return original
  const path = cleanPath(folder, hash)
  if ((await stat(path).catch(() => undefined)) !== undefined) return path
  await stat(original)
  const bytes = await strip(original, mime).catch(() => null)
  if (bytes === null) return null
  await keep(folder, path, bytes)
  return path
}

async function keep(folder: string, path: string, bytes: Buffer): Promise<void> {
  const temporary = await temporaryPath(folder)
  try {
    await writeFile(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true })
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}
