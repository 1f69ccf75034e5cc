import type { Browser, Page } from 'playwright-core'
import { builtPages } from '#server/built-pages.ts'
import { folderFor, loadedFolder } from './data/folder.ts'
import { freshContext, openBrowser } from './drive/browser.ts'
import { adminUrlOf, countOrders } from './drive/count-orders.ts'
import { filterTimes, routeTime, scrollTimes } from './drive/list-page.ts'
import { startServer } from './drive/server.ts'
import { type FirstLoad, firstLoad } from './measure/first-load.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: in a browser that was never here the seat's desk loads at most 450 kB and the citizen's page 150 kB, gzipped; on a
 * million orders a desk can be used after 1.5 s at most, pages change within 200 ms, and the list of them all filters and
 * scrolls with p95 to paint within 300 ms. Chromium on the same two cores as server and database.
 * `--orders N --times 5 --steps 60`
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('orders', 1_000_000)
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  const server = await startServer({ folder })
  const browser = await openBrowser()
  try {
    const pages = builtPages()
    if (pages === null) throw new Error('no pages are built')
    const times = options.number('times', 5)
    const desk = await loads(browser, server.port, pages, times, SEAT)
    const list = await loads(browser, server.port, pages, times, LIST)
    const citizen = await loads(browser, server.port, pages, times, CITIZEN)
    const page = await openList(browser, server.port)
    const filter = await filterTimes(page)
    const scroll = await scrollTimes(page, options.number('steps', 60))
    const { first, later } = await routeTimes(page, times)
    const interactive = Math.max(desk.ms, list.ms)
    return {
      columns: ['what', 'measured', 'aim'],
      rows: [
        ['seat’s desk, first load, kB', round(desk.kilobytes), 450],
        ['with map and what comes later, kB', round(desk.laterKilobytes), null],
        ['order list, first load, kB', round(list.kilobytes), 450],
        ['citizen’s page, first load, kB', round(citizen.kilobytes), 150],
        ['with what comes later, kB', round(citizen.laterKilobytes), null],
        ['seat’s desk usable, ms', round(desk.ms, 0), 1500],
        ['order list usable, ms', round(list.ms, 0), 1500],
        ['citizen’s page usable, ms', round(citizen.ms, 0), null],
        ['another page, ms (p95)', round(later, 0), 200],
        ['another page the first time, ms (longest)', round(first, 0), null],
        ['list filters, ms (p50)', round(percentile(filter, 0.5), 0), null],
        ['list filters, ms (p95)', round(percentile(filter, 0.95), 0), 300],
        ['list scrolls, ms (p50)', round(percentile(scroll, 0.5), 0), null],
        ['list scrolls, ms (p95)', round(percentile(scroll, 0.95), 0), 300],
      ],
      keys: {
        deskKb: round(Math.max(desk.kilobytes, list.kilobytes)),
        citizenKb: round(citizen.kilobytes),
        interactiveMs: round(interactive, 0),
        routeMs: round(later, 0),
        listFilterP95Ms: round(percentile(filter, 0.95), 0),
        listScrollP95Ms: round(percentile(scroll, 0.95), 0),
        orders: await countOrders(await adminUrlOf(folder)),
      },
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

type Visit = { login: string | null; path: string; ready: string }
const SEAT: Visit = { login: 'agent1', path: '/seat', ready: '#work textarea' }
const LIST: Visit = { login: 'supervisor1', path: '/orders', ready: '#work tbody a' }
const CITIZEN: Visit = { login: null, path: '/c', ready: 'textarea' }

/** The median of several first visits, each by a browser with nothing kept. */
async function loads(
  browser: Browser,
  port: number,
  folder: string,
  times: number,
  { login, path, ready }: Visit,
): Promise<FirstLoad> {
  const found: FirstLoad[] = []
  for (let i = 0; i < times; i++) {
    const context = await freshContext(browser, port, login)
    found.push(await firstLoad(context, folder, path, ready))
    await context.close()
  }
  return {
    kilobytes: Math.max(...found.map((load) => load.kilobytes)),
    laterKilobytes: Math.max(...found.map((load) => load.laterKilobytes)),
    ms: percentile(
      found.map((load) => load.ms),
      0.5,
    ),
  }
}

async function openList(browser: Browser, port: number): Promise<Page> {
  const page = await (await freshContext(browser, port, 'supervisor1')).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto('/orders')
  await page.locator('#work tbody a').first().waitFor()
  return page
}

/** Between the list, an order and supervision; the first change also fetches the page's code. */
async function routeTimes(page: Page, times: number): Promise<{ first: number; later: number }> {
  await page.goto('/orders')
  await page.locator('#work tbody a').first().waitFor()
  const rounds: number[] = []
  for (let i = 0; i <= times; i++)
    for (const [link, arrived] of [
      [page.locator('#work tbody a').nth(i), '#work.orderpage'],
      [page.locator('.rail a[href="/supervision"]').first(), '#work.supervision'],
      [page.locator('.rail a[href="/board"]').first(), '#work.board'],
      [page.locator('.siblings a[href="/orders"]').first(), '#work.orders tbody a'],
    ] as const)
      rounds.push(await routeTime(page, () => link.click(), arrived))
  return { first: Math.max(...rounds.slice(0, 4)), later: percentile(rounds.slice(4), 0.95) }
}
