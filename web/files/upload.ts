import type { Endpoint } from '#contract/endpoint.ts'
import { language } from '../language.ts'
import { addressOf, type ReplyOf } from '../send.ts'
import { session } from '../session/session.ts'

type Uploaded<E extends Endpoint> = { ok: true; reply: ReplyOf<E> } | { ok: false; words: string }

const LOST = {
  zh: '没传上去：连不上服务器。文件还在，来网后再传一次。',
  en: 'Not uploaded: the server cannot be reached. The file is still here; try again when the line is back.',
}

type Options = {
  /** 0–1, as the bytes leave */
  onShare?: (share: number) => void
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal
}

function answerOf(request: XMLHttpRequest): { code: string; words: string } {
  try {
    const problem = JSON.parse(request.responseText) as { code: string; title: string }
    return { code: problem.code, words: problem.title }
  } catch {
    return { code: 'unreachable', words: LOST[language.get()] }
  }
}

/**
 * The body is the file itself. An XMLHttpRequest, because only that tells how much has left the house; a lost session asks
 * for the password over the page and the file is sent again.
 */
export function upload<const E extends Endpoint>(endpoint: E, file: File, options: Options = {}): Promise<Uploaded<E>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, { query: { name: file.name } }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', language.get() === 'en' ? 'en' : 'zh-CN')
    const csrf = session.csrf()
    if (csrf !== null) request.setRequestHeader('x-csrf-token', csrf)
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onShare?.(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status === 200) return resolve({ ok: true, reply: JSON.parse(request.responseText) as ReplyOf<E> })
      const { code, words } = answerOf(request)
      void session.mend(code).then((mended) => resolve(mended ? upload(endpoint, file, options) : { ok: false, words }))
    }
    request.onerror = () => resolve({ ok: false, words: LOST[language.get()] })
    request.onabort = () => resolve({ ok: false, words: '' })
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
