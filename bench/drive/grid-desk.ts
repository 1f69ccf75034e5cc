import { DEMO_PASSWORD } from '#server/demo-password.ts'

type Answer = { status: number | null; code: string; words: string; body: Record<string, unknown> }
export type GridDesk = {
  get(path: string): Promise<Record<string, unknown>>
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Record<string, unknown>>
  post(path: string, body: unknown, key: string, signal?: AbortSignal): Promise<Answer>
  upload(content: Buffer, signal?: AbortSignal): Promise<Answer & { file: string | null }>
}

const NOTHING: Answer = { status: null, code: 'unreachable', words: '', body: {} }

/** Somebody logged in over HTTP: as a phone hears it (no answer is an answer), and as a desk does (or an error). */
export async function gridDesk(port: number, login: string): Promise<GridDesk> {
  const at = `http://127.0.0.1:${port}`
  const hello = await fetch(`${at}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  })
  if (!hello.ok) throw new Error(`${login}: ${hello.status} ${await hello.text()}`)
  const cookie = hello.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrf } = (await hello.json()) as { csrf: string }
  const badge = { cookie, 'x-csrf-token': csrf }
  const hear = async (path: string, init: RequestInit): Promise<Answer> => {
    try {
      const reply = await fetch(`${at}${path}`, init)
      const body = (await reply.json()) as Record<string, unknown>
      const [code, words] = reply.ok ? ['', ''] : [String(body.code), String(body.title)]
      return { status: reply.status, code, words, body }
    } catch {
      return NOTHING
    }
  }
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const init = {
      method,
      headers: { ...badge, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const said = await hear(`/api${path}`, init)
    if (said.status !== 200) throw new Error(`${login} ${method} ${path}: ${said.status} ${said.code} ${said.words}`)
    return said.body
  }
  return {
    get: (path) => send('GET', path),
    send,
    post: (path, body, key, signal) =>
      hear(path, {
        method: 'POST',
        headers: { ...badge, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        ...(signal === undefined ? {} : { signal }),
      }),
    upload: async (content, signal) => {
      const said = await hear('/api/files?name=photo.jpg', {
        method: 'POST',
        headers: { ...badge, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(content),
        ...(signal === undefined ? {} : { signal }),
      })
      return { ...said, file: typeof said.body.file === 'string' ? said.body.file : null }
    },
  }
}
