import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from 'playwright-core'

export type FirstLoad = {
  /** document, scripts and styles asked for until the page could be used */
  kilobytes: number
  /** and everything a moment later: maps and what the page fetches ahead */
  laterKilobytes: number
  /** from the start of the navigation until the page could be used */
  ms: number
}

const QUIET_MS = 3000

/**
 * What a browser that was never here loads to use a page, in gzipped bytes of the built files: not what the bundler says it
 * made, but what is asked for. `ready` is a control of the page; it counts once it is on the screen.
 */
export async function firstLoad(
  context: BrowserContext,
  folder: string,
  path: string,
  ready: string,
): Promise<FirstLoad> {
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (['document', 'script', 'stylesheet', 'font'].includes(request.resourceType()))
      asked.push(new URL(request.url()).pathname)
  })
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look)
      else requestAnimationFrame(() => Object.assign(window, { readyMs: performance.now() }))
    }
    requestAnimationFrame(look)
  }, ready)
  await page.goto(path, { waitUntil: 'commit' })
  const handle = await page.waitForFunction(() => Reflect.get(window, 'readyMs'), null, { timeout: 60_000 })
  const ms = Number(await handle.jsonValue())
  const first = [...asked]
  await page.waitForTimeout(QUIET_MS)
  const later = [...asked]
  await page.close()
  const html = path.startsWith('/c') ? 'citizen.html' : 'index.html'
  const kilobytesOf = async (paths: readonly string[]) => {
    const files = new Set(paths.map((one) => (one.includes('.') ? one : html)))
    const sizes = await Promise.all([...files].map(async (file) => gzipped(join(folder, file))))
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  }
  return { kilobytes: await kilobytesOf(first), laterKilobytes: await kilobytesOf(later), ms }
}

const gzipped = async (file: string): Promise<number> => gzipSync(await readFile(file), { level: 9 }).length
