import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject, vi } from 'vitest'
import type { z } from 'zod'
import { type Api, api, type EndpointName } from '#contract/api.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { readConfig } from '#server/config.ts'
import { DEMO_PASSWORD } from '#server/demo-password.ts'
import { type OpenHouse, openHouse } from '#server/open-house.ts'
import { seedDemoStaff } from '#server/seed-staff.ts'
import { startSweeps } from '#server/sweeps.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '#tools/debian-browser.ts'
import { freshDatabase } from '#tools/test-db.ts'

/**
 * A journey's world: the real house of the demo city on a database of its own, listening, its sweeps running, and a real
 * browser. In a test file:
 *
 *   const town = await openTown()             // in beforeAll
 *   const agent = await town.person('agent1') // a context of one's own, logged in: agent.page, agent.call('acceptOrder', {...})
 *   await agent.page.goto('/seat')
 *   expect(await faultsOf(agent.page)).toEqual([])   // axe, WCAG 2.2 AA, nothing excepted
 *   await town.close()                         // in afterAll
 *
 * Controls are found by role and label, never by class: what the test cannot name, a screen reader cannot either.
 */
export type Town = {
  url: string
  open: OpenHouse
  /** what the house has logged as faults; a journey expects none */
  faults: readonly unknown[]
  browser: Browser
  person(login: string, options?: Look): Promise<Person>
  /** a browser in which nobody is logged in */
  visitor(options?: Look): Promise<Person>
  close(): Promise<void>
}
export type Look = { size?: 'desk' | 'wide' | 'phone'; theme?: 'light' | 'dark'; language?: 'zh' | 'en' }
export type Person = {
  page: Page
  context: BrowserContext
  /** calls the API as this person; the reply, or an error that names the refusal */
  call<N extends EndpointName>(name: N, call?: ApiCall): Promise<ReplyTo<N>>
  logIn(login: string, password?: string): Promise<void>
}
type ReplyTo<N extends EndpointName> = z.output<Api[N]['reply']>
type ApiCall = { params?: object; query?: Record<string, string>; body?: unknown; headers?: Record<string, string> }

/** Two browsers, two servers and two databases share two cores in a full run: what takes 1 s alone may take ten there. */
const PATIENCE_MS = 20_000
vi.setConfig({ testTimeout: 150_000 })

const SIZES = {
  desk: { width: 1440, height: 900 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

function addressOf(endpoint: Endpoint, call: ApiCall): string {
  const params = (call.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const query = new URLSearchParams(call.query ?? {}).toString()
  return `/api${path}${query === '' ? '' : `?${query}`}`
}

async function visitor(browser: Browser, url: string, look: Look): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: SIZES[look.size ?? 'desk'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: look.size === 'phone',
    acceptDownloads: true,
  })
  const chosen = { theme: look.theme ?? 'light', language: look.language ?? 'zh' }
  await context.addInitScript(({ theme, language }) => {
    if (localStorage.getItem('jiesu-theme') === null) localStorage.setItem('jiesu-theme', theme)
    if (localStorage.getItem('jiesu-language') === null) localStorage.setItem('jiesu-language', language)
  }, chosen)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  let csrf = ''
  return {
    page,
    context,
    call: async (name, call = {}) => {
      const endpoint: Endpoint = api[name]
      const response = await context.request.fetch(addressOf(endpoint, call), {
        method: endpoint.method,
        headers: { 'x-csrf-token': csrf, ...call.headers },
        ...(call.body === undefined ? {} : { data: call.body }),
      })
      const reply = await response.json()
      if (!response.ok()) throw new Error(`${name}: ${response.status()} ${JSON.stringify(reply)}`)
      return reply
    },
    logIn: async (login, password = DEMO_PASSWORD) => {
      const response = await context.request.post('/api/session', { data: { login, password } })
      if (!response.ok()) throw new Error(`log-in of ${login}: ${await response.text()}`)
      csrf = (await response.json()).csrf
    },
  }
}

export async function openTown(more: { JIESU_CITY?: string } = {}): Promise<Town> {
  const engine = inject('engines')[0]
  if (engine === undefined) throw new Error('no database engine was started')
  const base = await freshDatabase(engine)
  const dataFolder = await mkdtemp(join(tmpdir(), 'jiesu-town-'))
  const config = readConfig({ DATABASE_URL: base.url, JIESU_DATA: dataFolder, JIESU_HISTORY: 'false', ...more })
  const faults: unknown[] = []
  const open = await openHouse(config, { info: () => undefined, error: (fields) => void faults.push(fields) })
  await seedDemoStaff(open.house, DEMO_PASSWORD)
  const url = await open.app.listen({ port: 0, host: '127.0.0.1' })
  const sweeping = startSweeps(open.house)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_FLAGS })
  return {
    url,
    open,
    faults,
    browser,
    visitor: (look = {}) => visitor(browser, url, look),
    person: async (login, look = {}) => {
      const person = await visitor(browser, url, look)
      await person.logIn(login)
      return person
    },
    close: async () => {
      await browser.close()
      await sweeping.stop()
      await open.close()
      await base.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = { run(context: Document, options: object): Promise<{ violations: Violation[] }> }
type Violation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** What axe finds against WCAG 2.2 A and AA on the page as it stands, one line a fault; no rule is left out. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      resultTypes: ['violations'],
    }),
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  )
}
