import type { Readable } from 'node:stream'
import { z } from 'zod'
import { FileMime } from '#domain/accept/file-kind.ts'
import { FileName } from '#domain/accept/file-name.ts'
import { FileHash, Instant } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderView } from './views.ts'

export const MAX_FILE_BYTES = 20 * 1024 * 1024

const uploadRefusals = ['too-large', 'file-empty', 'file-type-not-allowed'] as const

/** The body is the file itself. What is not attached within a day is removed. */
export const uploadFile = {
  method: 'POST',
  path: '/files',
  zh: '上传附件',
  en: 'Upload a file, to be attached to an order within a day; the body is the file',
  query: z.object({ name: FileName }),
  reply: z.object({
    file: FileHash,
    mime: FileMime,
    bytes: z.number().int(),
    /** where and when the picture was taken (WGS-84), if the camera wrote it */
    lng: z.number().nullable(),
    lat: z.number().nullable(),
    takenAt: Instant.nullable(),
  }),
  refusals: uploadRefusals,
  raw: 'upload',
} as const satisfies Endpoint

export const attachFile = {
  method: 'POST',
  path: '/orders/:orderId/files',
  zh: '关联附件到工单',
  en: 'Attach a file one has uploaded',
  params: orderParams,
  body: z.object({ file: FileHash, name: FileName }),
  reply: OrderView,
  refusals: ['wrong-state', 'unknown-file', 'too-many-files', 'file-type-not-allowed'],
  version: 'offered',
} as const satisfies Endpoint

/** What the HTTP layer sends on; the handler has set the other headers. */
export type Download = { stream: Readable; mime: string; name: string; bytes: number }

export const downloadFile = {
  method: 'GET',
  path: '/orders/:orderId/files/:hash',
  zh: '下载附件（留痕）',
  en: 'Download a file of an order, logged; without place, time and device of the picture unless the caller may know them',
  params: orderParams.extend({ hash: FileHash }),
  reply: z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: ['file-damaged'],
  raw: 'download',
} as const satisfies Endpoint

/** Number and code stand in the headers x-order-no and x-query-code: the body is the file, and a URL would be logged. */
export const citizenUpload = {
  method: 'POST',
  path: '/citizen/files',
  zh: '市民补充照片或材料',
  en: 'Add a photo or document to a request; headers x-order-no and x-query-code, the body is the file',
  query: z.object({ name: FileName }),
  reply: z.object({ name: z.string(), mime: FileMime, bytes: z.number().int(), left: z.number().int() }),
  refusals: ['ticket-unknown', 'wrong-state', 'too-many-files', ...uploadRefusals],
  raw: 'upload',
} as const satisfies Endpoint
