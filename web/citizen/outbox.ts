import { useSyncExternalStore } from 'react'
import { ask, mayComeYet, type No, type Ticket, upload } from './ask.ts'
import { bodyOf, type Draft, isBlank, newDraft, type Photo } from './draft.ts'
import { dropPhoto, photoOf } from './photo-store.ts'
import { tickets } from './tickets.ts'

/**
 * writing: the draft may change. waiting: it was told to be sent and does not change any more, since a lost answer may
 * mean that it has arrived. photos: the request has its number, photos follow.
 */
export type Sending =
  | { state: 'writing'; no: No | null }
  | { state: 'waiting'; tried: boolean }
  | { state: 'photos'; ticket: Ticket; left: readonly Photo[]; of: number }
type Box = { draft: Draft; sending: Sending; saved: boolean; photosLost: number }

const KEY = 'jiesu-citizen-draft'
const AGAIN_MS = 8_000

const writing = (no: No | null = null): Sending => ({ state: 'writing', no })

function restored(): Box {
  const fresh: Box = { draft: newDraft(), sending: writing(), saved: true, photosLost: 0 }
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Pick<Box, 'draft' | 'sending'> | null
    return kept === null ? fresh : { ...fresh, draft: { ...fresh.draft, ...kept.draft }, sending: kept.sending }
  } catch {
    return fresh
  }
}

function save({ draft, sending }: Box): boolean {
  try {
    if (sending.state === 'writing' && isBlank(draft)) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify({ draft, sending }))
    return true
  } catch {
    return false
  }
}

let box = restored()
const hearers = new Set<() => void>()

function become(part: Partial<Box>): void {
  const next = { ...box, ...part }
  box = { ...next, saved: save(next) }
  for (const hear of hearers) hear()
}

let pushing = false
let timer: ReturnType<typeof setTimeout> | undefined

const later = (): void => {
  clearTimeout(timer)
  timer = setTimeout(push, AGAIN_MS)
}

async function sendDraft(): Promise<void> {
  if (box.sending.state !== 'waiting' || !navigator.onLine) return
  become({ sending: { state: 'waiting', tried: true } })
  const { draft } = box
  const sent = await ask('citizenSubmit', bodyOf(draft), draft.key)
  if (sent.ok) {
    const ticket = { no: sent.reply.no, code: sent.reply.code }
    tickets.arrived(ticket)
    const left = draft.photos
    become({
      draft: newDraft(),
      sending: left.length > 0 ? { state: 'photos', ticket, left, of: left.length } : writing(),
    })
  } else if (!mayComeYet(sent.no)) become({ sending: writing(sent.no) })
}

async function sendPhotos(): Promise<void> {
  while (box.sending.state === 'photos') {
    const { ticket, left, of } = box.sending
    const [photo, ...rest] = left
    if (photo === undefined) return become({ sending: writing() })
    const content = await photoOf(photo.id)
    const sent = content === null ? null : await upload(ticket, photo.name, content)
    if (sent !== null && !sent.ok && mayComeYet(sent.no)) return
    await dropPhoto(photo.id)
    const photosLost = box.photosLost + (sent?.ok === true ? 0 : 1)
    become({ photosLost, sending: rest.length > 0 ? { state: 'photos', ticket, left: rest, of } : writing() })
  }
}

/** Sends what waits; whatever could not go stays and is tried again, when the line is back or after some seconds. */
async function push(): Promise<void> {
  if (pushing) return
  pushing = true
  try {
    await sendDraft()
    await sendPhotos()
  } finally {
    pushing = false
    if (box.sending.state !== 'writing') later()
  }
}

window.addEventListener('online', () => void push())
if (box.sending.state !== 'writing') void push()

export const outbox = {
  get: (): Box => box,
  listen: (hear: () => void) => {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  change: (part: Partial<Draft>): void => {
    if (box.sending.state === 'writing') become({ draft: { ...box.draft, ...part } })
  },
  submit: (): void => {
    if (box.sending.state !== 'writing') return
    become({ sending: { state: 'waiting', tried: false }, photosLost: 0 })
    void push()
  },
  push: (): void => void push(),
  /** Back to the pen, possible only while nothing has been sent: what may have arrived is not written anew. */
  hold: (): void => {
    if (box.sending.state === 'waiting' && !box.sending.tried) become({ sending: writing() })
  },
  clear: (): void => {
    if (box.sending.state !== 'writing') return
    for (const photo of box.draft.photos) void dropPhoto(photo.id)
    become({ draft: newDraft(), sending: writing() })
  },
}

export const useOutbox = (): Box => useSyncExternalStore(outbox.listen, outbox.get)
