import { attachFile, uploadFile } from '#contract/files.ts'
import type { OrderView } from '#contract/views.ts'
import { send } from '../send.ts'
import { upload } from './upload.ts'
import type { SendFile } from './use-uploads.ts'

/** Uploads a file and attaches it to the order; the answer is the order with the file. */
export const sendToOrder =
  (orderId: string, onAttached: (order: OrderView, file: string) => void): SendFile =>
  async (file, options) => {
    const sent = await upload(uploadFile, file, options)
    if (!sent.ok) return sent
    const body = { file: sent.reply.file, name: file.name }
    const attached = await send(attachFile, { params: { orderId }, body })
    if (!attached.ok) return { ok: false, words: attached.no.words }
    onAttached(attached.reply, sent.reply.file)
    return { ok: true }
  }
