import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { DEMO_PASSWORD } from '#server/demo-password.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '#tools/debian-browser.ts'

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS })

/** A browser that has never been here: nothing cached, at the size of a desk, logged in or not. */
export async function freshContext(
  browser: Browser,
  port: number,
  login: string | null,
  viewport = { width: 1440, height: 900 },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${port}`,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  // What a bench hands into the page was compiled by tsx, which calls this for every inner function.
  await context.addInitScript({ content: 'globalThis.__name = (it) => it' })
  if (login === null) return context
  const reply = await context.request.post('/api/session', { data: { login, password: DEMO_PASSWORD } })
  if (!reply.ok()) throw new Error(`${login} could not log in: ${reply.status()} ${await reply.text()}`)
  return context
}
