import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { DEMO_PASSWORD } from '#server/demo-password.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '#tools/debian-browser.ts'
import { type Picture, pictures } from './pictures.ts'

/**
 * All pictures of README and guides, taken from a running demo: `npm start` in one shell, `npm run screenshots` in another.
 * `npm run screenshots -- seat-desk board` takes only those; JIESU_URL names another server.
 */
const url = process.env.JIESU_URL ?? `http://127.0.0.1:${process.env.PORT ?? '12345'}`
const folder = join(import.meta.dirname, '../docs/pictures')
const wanted = process.argv.slice(2)

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS })
  const take = async (picture: Picture): Promise<void> => {
    const context = await browser.newContext({
      baseURL: url,
      viewport: SIZES[picture.size ?? 'desk'],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...(picture.place === undefined
        ? {}
        : { hasTouch: true, geolocation: picture.place, permissions: ['geolocation'] }),
    })
    const chosen = { theme: picture.theme ?? 'light', language: picture.language ?? 'zh' }
    await context.addInitScript(({ theme, language }) => {
      localStorage.setItem('jiesu-theme', theme)
      localStorage.setItem('jiesu-language', language)
    }, chosen)
    if (picture.login !== undefined) {
      const data = { login: picture.login, password: DEMO_PASSWORD }
      const response = await context.request.post('/api/session', { data })
      if (!response.ok()) throw new Error(`${picture.name}: log-in of ${picture.login}: ${await response.text()}`)
    }
    const page = await context.newPage()
    await page.goto(picture.path)
    await picture.until(page)
    // The map and the charts draw after their data has come.
    await page.waitForLoadState('networkidle').catch(() => undefined)
    await page.waitForTimeout(600)
    await page.screenshot({ path: join(folder, `${picture.name}.png`), fullPage: picture.whole === true })
    await context.close()
    console.log(`docs/pictures/${picture.name}.png`)
  }
  const failed: string[] = []
  for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take(picture).catch((error: unknown) => failed.push(`${picture.name}: ${String(error).split('\n')[0]}`))
  await browser.close()
  for (const line of failed) console.error(line)
  process.exitCode = failed.length === 0 ? 0 : 1
}

await main()
