import { rm } from 'node:fs/promises'
import { MAX_FILE_BYTES } from '#contract/files.ts'
import { keepFile, type StoredFile } from '#db/files.ts'
import { isImage, nameFits } from '#domain/accept/file-kind.ts'
import { mimeOfContent } from './file-content.ts'
import { place, type Spooled, spool } from './file-store.ts'
import { NO_FACTS, photoFacts } from './photo-facts.ts'
import type { Shell } from './shell.ts'

type ReceiveRefusal = 'too-large' | 'file-empty' | 'file-type-not-allowed'
type Received = { ok: true; file: StoredFile } | { ok: false; refusal: ReceiveRefusal }

const no = (refusal: ReceiveRefusal): Received => ({ ok: false, refusal })

/** Takes in the body of an upload: whole, checked, stored under its hash and known to the database, or not at all. */
export async function receiveFile(shell: Shell, name: string): Promise<Received> {
  const { incoming, filesFolder } = shell
  if (incoming === undefined) throw new Error('an upload endpoint was called without its raw request')
  if ((incoming.contentLength ?? 0) > MAX_FILE_BYTES) return no('too-large')
  const spooled = await spool(filesFolder, incoming.stream, MAX_FILE_BYTES)
  if (spooled === 'too-large') return no('too-large')
  try {
    return await keepIfAllowed(shell, spooled, name)
  } finally {
    await rm(spooled.path, { force: true })
  }
}

async function keepIfAllowed(shell: Shell, spooled: Spooled, name: string): Promise<Received> {
  if (spooled.bytes === 0) return no('file-empty')
  const mime = await mimeOfContent(spooled.path)
  if (mime === null || !nameFits(name, mime)) return no('file-type-not-allowed')
  const facts = isImage(mime) ? await photoFacts(spooled.path) : NO_FACTS
  if (facts === null) return no('file-type-not-allowed')
  const { lng, lat, takenAt } = facts
  const file: StoredFile = { hash: spooled.hash, mime, bytes: spooled.bytes, lng, lat, taken_at: takenAt }
  // The row first: it waits for a sweep that is just removing the same content, so the content is placed after that.
  await shell.db.tx(async (tx) => {
    await keepFile(tx, file, shell.actor, shell.at)
    await place(shell.filesFolder, spooled)
  })
  return { ok: true, file }
}
