import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * What a page may load: only what this house serves. Styles may stand in the page, since drawn things carry their own;
 * the map works in a worker made from its own code. A tile server, if one is set, is the one place outside.
 */
const policyFor = (tiles: string | null): string => {
  const outside = tiles === null ? '' : ` ${new URL(tiles.replace(/[{}]/g, '')).origin}`
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${outside}`,
    `connect-src 'self'${outside}`,
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Paths of the platform that are not pages; an unknown one of them is refused like any unknown endpoint. */
const NOT_A_PAGE = /^\/(api|docs|health|metrics|assets)(\/|$)/
/** Pages with files of their own; every other address is the desks'. */
const PAGES = [
  { under: /^\/c(\/|$)/, file: 'citizen.html' },
  { under: /^\/grid(\/|$)/, file: 'grid.html' },
]
const YEAR_SECONDS = 31_536_000

/**
 * A built file carries its content's hash in its name; a page is asked for anew. The mark beside them may be kept for a day:
 * a browser looks for the icon again at every change of the address, at each filter of a list.
 */
function keepFor(path: string): string {
  if (path.includes('/assets/')) return `public, max-age=${YEAR_SECONDS}, immutable`
  return path.includes('.html') || path.includes('grid-worker.js') ? 'no-cache' : 'public, max-age=86400'
}

/** The built pages from the same process: files by their name, and every other address one of the pages. */
export function addPages(app: FastifyInstance, folder: string | null, tiles: string | null): void {
  if (folder === null) return
  app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => response.setHeader('cache-control', keepFor(path)),
  })
  const policy = policyFor(tiles)
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/'] = request.url.split('?')
    if (NOT_A_PAGE.test(path)) return reply.callNotFound()
    const file = PAGES.find(({ under }) => under.test(path))?.file ?? 'index.html'
    void reply
      .header('content-security-policy', policy)
      .header('permissions-policy', 'geolocation=(self), camera=(self)')
    return reply.sendFile(file)
  }
  app.get('/*', page)
}
