import { open } from 'node:fs/promises'
import type { Handlers } from '#contract/api.ts'
import type { Download } from '#contract/files.ts'
import { claimFile, findFile } from '#db/files.ts'
import { findOrder } from '#db/orders.ts'
import { logView } from '#db/view-log.ts'
import { attachFile, filesLeft } from '#domain/accept/attach-file.ts'
import { FileMime, nameFits } from '#domain/accept/file-kind.ts'
import type { FileHash, OrderId } from '#domain/ids.ts'
import { can } from '#domain/order/order.ts'
import { addressKey } from './address-key.ts'
import { reachableOrder } from './change-order.ts'
import { cleanCopy } from './clean-copy.ts'
import { downloadHeaders } from './download-headers.ts'
import { contentPath } from './file-store.ts'
import { mayHaveOriginal } from './may-have-original.ts'
import { receiveFile } from './receive-file.ts'
import type { Shell } from './shell.ts'
import { throttled } from './throttle.ts'
import { orderOfTicket } from './ticket.ts'
import { changeAndTell, tellAndView } from './told-at-master.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

/** Where and when the picture was taken, as the upload's reply says it. */
async function factsHeader(shell: Shell, hash: FileHash): Promise<Record<string, string>> {
  const file = await findFile(shell.db, hash)
  if (file === undefined || (file.lng === null && file.taken_at === null)) return {}
  return { 'X-File-Info': JSON.stringify({ lng: file.lng, lat: file.lat, takenAt: file.taken_at }) }
}

const logDownload = (shell: Shell, orderId: OrderId, hash: FileHash, version: 'original' | 'clean') =>
  logView(shell.db, {
    orderId,
    at: shell.at,
    actor: shell.actor.id,
    role: shell.actor.role,
    unit: shell.actor.unit,
    what: 'file',
    fields: [hash, version],
    reason: null,
    ip: shell.ip,
    agent: shell.agent,
  })

async function opened(path: string): Promise<Pick<Download, 'stream' | 'bytes'>> {
  const file = await open(path)
  const { size } = await file.stat()
  return { stream: file.createReadStream(), bytes: size }
}

/** A citizen's call stays a citizen's, even from a browser in which somebody of the staff is logged in. */
const asCitizen = (shell: Shell): Shell =>
  shell.caller.kind === 'citizen'
    ? shell
    : {
        ...shell,
        caller: { kind: 'citizen', id: 'citizen' },
        actor: { kind: 'citizen', id: 'citizen', role: null, unit: null },
      }

/** The order of the ticket in the headers; a wrong one counts against the address, as in the citizen's other calls. */
function ticketInHeaders(shell: Shell): Promise<OrderId | 'too-many-requests' | null> {
  const header = (name: string) => shell.incoming?.header(name) ?? ''
  const doors = [{ what: 'ticket' as const, who: addressKey(shell.ip) }]
  const found = () => orderOfTicket(shell, header('x-order-no'), header('x-query-code'))
  return throttled(shell, doors, async () => (await found()) ?? null)
}

export const fileHandlers = {
  uploadFile: async (shell, { query }) => {
    const received = await receiveFile(shell, query.name)
    if (!received.ok) return received
    const { hash, mime, bytes, lng, lat, taken_at } = received.file
    return { ok: true, reply: { file: hash, mime, bytes, lng, lat, takenAt: taken_at } }
  },

  attachFile: async (shell, { params, body }) => {
    const file = await claimFile(shell.db, body.file, shell.actor, shell.at)
    if (file === undefined) return no('unknown-file')
    if (!nameFits(body.name, file.mime)) return no('file-type-not-allowed')
    const wish = { file: file.hash, name: body.name, mime: file.mime, bytes: file.bytes }
    return tellAndView(shell, params.orderId, (order) => attachFile(order, wish, shell.actor, shell.at))
  },

  downloadFile: async (shell, { params }) => {
    const { orderId, hash } = params
    const stored = await reachableOrder(shell, orderId)
    const attached = stored?.order.files.find((f) => f.file === hash)
    if (stored === undefined || attached === undefined) return no('not-found')
    const mime = FileMime.parse(attached.mime)
    // Another caller's picture goes out without its place: the original is had at their own order.
    const original = attached.merged === undefined && mayHaveOriginal(shell, stored.order)
    const path = original ? contentPath(shell.filesFolder, hash) : await cleanCopy(shell.filesFolder, hash, mime)
    if (path === null) return no('file-damaged')
    await logDownload(shell, orderId, hash, original ? 'original' : 'clean')
    const facts = original ? await factsHeader(shell, hash) : {}
    const content = await opened(path)
    const headers = { ...downloadHeaders(attached.name, mime), ...facts }
    for (const [header, value] of Object.entries(headers)) shell.reply.header(header, value)
    const type = mime === 'text/plain' ? 'text/plain; charset=utf-8' : mime
    return { ok: true, reply: { ...content, mime: type, name: attached.name } }
  },

  citizenUpload: async (outer, { query }) => {
    const shell = asCitizen(outer)
    const id = await ticketInHeaders(shell)
    if (id === 'too-many-requests') return no('too-many-requests')
    const stored = id === null ? undefined : await findOrder(shell.db, id)
    if (stored === undefined) return no('ticket-unknown')
    const { order } = stored
    // Told before the upload is read; decided again when it is attached.
    if (!can(order, 'attached')) return no('wrong-state')
    if (filesLeft(order, shell.actor) === 0) return no('too-many-files')
    const received = await receiveFile(shell, query.name)
    if (!received.ok) return received
    const { hash: file, mime, bytes } = received.file
    const wish = { file, name: query.name, mime, bytes }
    const changed = await changeAndTell(shell, order.id, (now) => attachFile(now, wish, shell.actor, shell.at))
    if (!changed.ok) return changed
    return { ok: true, reply: { name: query.name, mime, bytes, left: filesLeft(changed.reply.order, shell.actor) } }
  },
} satisfies Partial<Handlers<Shell>>
