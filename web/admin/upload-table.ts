import type { Endpoint } from '#contract/endpoint.ts'
import { language } from '../language.ts'
import { addressOf, type ReplyOf } from '../send.ts'
import { session } from '../session/session.ts'

type Uploaded<E extends Endpoint> = { ok: true; reply: ReplyOf<E> } | { ok: false; words: string }

const LOST = {
  zh: '没传上去：连不上服务器。文件还在您的电脑里，来网后再传一次。',
  en: 'Not uploaded: the server cannot be reached. The file is still on your computer; try again later.',
}

/** The body is the file itself: small, judged whole, and read again after a lost session. */
export async function uploadTable<const E extends Endpoint>(
  endpoint: E,
  file: File,
  call: { params?: unknown; query?: unknown },
  again = true,
): Promise<Uploaded<E>> {
  const csrf = session.csrf()
  try {
    const response = await fetch(addressOf(endpoint, call), {
      method: endpoint.method,
      headers: {
        'content-type': 'application/octet-stream',
        'accept-language': language.get() === 'en' ? 'en' : 'zh-CN',
        ...(csrf === null ? {} : { 'x-csrf-token': csrf }),
      },
      body: file,
    })
    const reply: unknown = await response.json()
    if (response.ok) return { ok: true, reply: reply as ReplyOf<E> }
    const problem = reply as { code: string; title: string }
    if (again && (await session.mend(problem.code))) return uploadTable(endpoint, file, call, false)
    return { ok: false, words: problem.title }
  } catch {
    return { ok: false, words: LOST[language.get()] }
  }
}
