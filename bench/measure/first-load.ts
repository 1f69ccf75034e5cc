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
  await page.waitForTimeout(QUIET_MS)
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => ({ url: entry.name, at: entry.startTime })),
  )
  await page.close()
  const html = path.startsWith('/c') ? 'citizen.html' : 'index.html'
  const kilobytesUntil = async (until: number) => {
    const files = asked
      .filter(({ at }) => at <= until)
      .map(({ url }) => new URL(url).pathname)
      .filter((file) => /\.(m?js|css|woff2?)$/.test(file))
    const sizes = await Promise.all([...new Set([...files, html])].map((file) => gzipped(join(folder, file))))
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  }
  return { kilobytes: await kilobytesUntil(ms), laterKilobytes: await kilobytesUntil(Number.POSITIVE_INFINITY), ms }
}

const gzipped = async (file: string): Promise<number> => gzipSync(await readFile(file), { level: 9 }).length
