import { downloadFile } from '#contract/files.ts'
import { addressOf } from '../send.ts'

/** Where a file of an order is read; every reading is logged by the server. */
export const fileAddress = (orderId: string, hash: string): string =>
  addressOf(downloadFile, { params: { orderId, hash } })
