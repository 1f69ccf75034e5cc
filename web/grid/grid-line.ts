import type { uploadFile } from '#contract/files.ts'
import type { Line } from '#contract/post-grid-action.ts'
import { language } from '../language.ts'
import { learnTime } from '../now.ts'
import { session } from '../session/session.ts'
import { photoOf } from './grid-store.ts'

const UPLOAD: `/api${(typeof uploadFile)['path']}` = '/api/files'
/** A phone that has changed from wireless to nothing may wait for ever for an answer. */
const PATIENCE_MS = 30_000
const UPLOAD_PATIENCE_MS = 120_000

const LOST = {
  zh: '连不上服务器，来网后自动再发',
  en: 'The server cannot be reached; it goes out when the line is back',
}
const GONE = { zh: '照片不在这台手机上了', en: 'The photo is no longer on this phone' }

const headers = (more: Record<string, string>): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'accept-language': language.get() === 'en' ? 'en' : 'zh-CN',
  'x-csrf-token': session.csrf() ?? '',
  ...more,
})

type Heard = { status: number | null; body: unknown; code: string; words: string }

async function hear(path: string, init: RequestInit, patience: number): Promise<Heard> {
  try {
    const response = await fetch(path, { method: 'POST', ...init, signal: AbortSignal.timeout(patience) })
    learnTime(response.headers.get('date'))
    const body = (await response.json().catch(() => null)) as { code?: string; title?: string } | null
    // A proxy in between answered, not the platform.
    if (body === null) return { status: null, body, code: 'unreachable', words: LOST[language.get()] }
    if (response.ok) return { status: response.status, body, code: '', words: '' }
    return { status: response.status, body, code: body.code ?? '', words: body.title ?? '' }
  } catch {
    return { status: null, body: null, code: 'unreachable', words: LOST[language.get()] }
  }
}

/** Reads, or ends, something of the API; the reply as the contract promises it. */
export const ask = (path: string, method: 'GET' | 'DELETE'): Promise<Heard> =>
  hear(`/api${path}`, { method, headers: headers({}) }, PATIENCE_MS)

/** The outbox's way to the server; an entry's key makes a repeat harmless. */
export const gridLine: Line = {
  upload: async (id) => {
    const photo = await photoOf(id)
    if (photo === null) return { status: 410, file: null, code: 'photo-gone', words: GONE[language.get()] }
    const name = photo.type === 'image/png' ? 'photo.png' : photo.type === 'image/webp' ? 'photo.webp' : 'photo.jpg'
    const init = { headers: headers({ 'content-type': 'application/octet-stream' }), body: photo }
    const { status, code, words, body } = await hear(`${UPLOAD}?name=${name}`, init, UPLOAD_PATIENCE_MS)
    return { status, code, words, file: (body as { file?: string } | null)?.file ?? null }
  },
  post: async (path, body, key) => {
    const init = {
      headers: headers({ 'content-type': 'application/json', 'idempotency-key': key }),
      body: JSON.stringify(body),
    }
    const { status, code, words } = await hear(path, init, PATIENCE_MS)
    return { status, code, words }
  },
}
