/**
 * Lets the grid worker's page open without a line. It keeps the page itself and the files it is made of, which hold
 * nobody's data, and nothing of the API: what the phone knows of the matters lies in the page's own store, which logging
 * out empties. Only addresses under /grid are its own.
 */
const SHELL = 'jiesu-grid-shell'
const PAGE = '/grid'
const PATIENCE_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add(PAGE)))
  self.skipWaiting()
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/**
 * The page says what it is made of. Only what a new build brings drops the old: the map's engine came when the map was
 * looked at, and is kept on days when it is not.
 */
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data?.files)) return
  event.waitUntil(keepFiles(event.data.files, event.ports[0]))
})

async function keepFiles(files, port) {
  const cache = await caches.open(SHELL)
  const wanted = new Set([PAGE, ...files])
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  if (files.some((file) => !kept.has(file) && /\/grid-[^/]*\.js$/.test(file)))
    for (const path of kept) if (!wanted.has(path)) await cache.delete(path)
  for (const file of wanted) if (file === PAGE || (await cache.match(file)) === undefined) await cache.add(file)
  port?.postMessage('kept')
}

async function pageFromLine(request) {
  const cache = await caches.open(SHELL)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const answer = await Promise.race([fetch(request).catch(() => undefined), late])
  if (answer?.ok) {
    await cache.put(PAGE, answer.clone())
    return answer
  }
  return (await cache.match(PAGE)) ?? answer ?? Response.error()
}

async function fileFromShell(request) {
  const cache = await caches.open(SHELL)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageFromLine(request))
  else if (pathname.startsWith('/assets/') || pathname === '/mark.svg') event.respondWith(fileFromShell(request))
})
