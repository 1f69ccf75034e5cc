import type { FastifyInstance } from 'fastify'
import type { Wire } from './sessions.ts'

/** Apart by more requests than a past has. */
const HOUSEHOLDS = 1 << 20

/** In process. Every request comes from an address of its own, as a city's people do; `town`: where its addresses lie. */
export function injectWire(app: Pick<FastifyInstance, 'inject'>, town = 0): Wire {
  let n = town * HOUSEHOLDS
  return async ({ method, url, headers, body }) => {
    n += 1
    const remoteAddress = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
    const answer = await app.inject({
      method,
      url,
      headers,
      remoteAddress,
      ...(body === undefined ? {} : { payload: body }),
    })
    return {
      status: answer.statusCode,
      text: answer.body,
      header: (name) => String(answer.headers[name] ?? '') || null,
    }
  }
}

const PATIENCE = 5

/** Over the network. A server that asks to wait is waited for, a few times. */
export function fetchWire(base: string): Wire {
  const wire: Wire = async (request) => {
    for (let attempt = 1; ; attempt++) {
      const { method, headers, body } = request
      const answer = await fetch(new URL(request.url, base), {
        method,
        headers,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      })
      const busy = answer.status === 503 || answer.status === 429
      if (!busy || attempt === PATIENCE)
        return { status: answer.status, text: await answer.text(), header: (name) => answer.headers.get(name) }
      await answer.arrayBuffer()
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after') ?? attempt)))
    }
  }
  return wire
}
