import type { Page } from 'playwright-core'
import { askedUnit, roundWithProposals } from './calibration-pictures.ts'
import { followRequest, writeRequest } from './citizen-pictures.ts'
import { AT_THE_GRID, drawTaskMap, listPosts, openNotices } from './grid-pictures.ts'
import { openReview } from './review-pictures.ts'
import { takeCall } from './seat-pictures.ts'

/** One picture of the documents: who looks, at which address, what must be on the page before it is taken. */
export type Picture = {
  name: string
  path: string
  login?: string
  size?: 'desk' | 'phone'
  theme?: 'light' | 'dark'
  language?: 'zh' | 'en'
  /** the whole page instead of the window */
  whole?: boolean
  /** where the phone says it is */
  place?: { longitude: number; latitude: number; accuracy: number }
  until: (page: Page) => Promise<unknown>
}

/** The page of an order that has a story to tell; the first filter that finds one, since every demo's city lives its own life. */
async function openOrder(page: Page): Promise<void> {
  const id = await page.evaluate(async () => {
    for (const query of ['light=yellow&state=in-handling', 'light=yellow', 'light=red', 'state=in-handling']) {
      const answer = await fetch(`/api/orders?${query}&limit=1`)
      const found = (await answer.json()).orders?.[0]?.id
      if (found !== undefined) return String(found)
    }
    return 'none'
  })
  await page.goto(`/orders/${id}`)
  await page.getByRole('meter').first().waitFor()
  await page.getByRole('list', { name: '经过' }).getByRole('listitem').nth(2).waitFor()
  // The map comes when nothing else has to be done.
  await page
    .locator('[data-state="drawn"]')
    .waitFor({ timeout: 20_000 })
    .catch(() => undefined)
}

/** The chart and the coloured map are there, each from a file of its own. */
async function drawnBoard(page: Page): Promise<void> {
  await page.locator('.chart svg').waitFor()
  await page.locator('.citymap[data-state="drawn"] .numberpin').first().waitFor()
  await page.waitForTimeout(1500)
}

/** A desk's first row; the desks of a running demo always have some. */
const firstRow = (page: Page) => page.locator('.items .ti').first().waitFor()

async function openFirst(page: Page, until: RegExp): Promise<void> {
  await firstRow(page)
  await page.keyboard.press('j')
  await page.getByText(until).first().waitFor()
}

/** Of a unit's orders in handling one with co-units: there is the most to see. */
async function openHandling(page: Page): Promise<void> {
  const { id, n } = await page.evaluate(async () => {
    type Row = { order: { id: string }; n: number; state: string; role: string; cos: { total: number } }
    const { assignments } = (await (await fetch('/api/assignments?limit=200')).json()) as { assignments: Row[] }
    const handled = assignments.filter((row) => row.state === 'processing')
    const row = handled.find((one) => one.role === 'lead' && one.cos.total > 0) ?? handled[0] ?? assignments[0]
    return { id: row?.order.id, n: row?.n }
  })
  await page.goto(`/unit?order=${id}&n=${n}`)
  await page.getByText('怎么算的').first().waitFor()
}

/** The dialog of merging with a master chosen from a search by words, where the desk has an order that fits them. */
async function openMerge(page: Page): Promise<void> {
  const answer = await page.context().request.get('/api/orders?state=pending-dispatch&limit=50')
  const { orders } = (await answer.json()) as { orders: { id: string; title: string }[] }
  const order = orders.find(({ title }) => title.includes('井盖')) ?? orders[0]
  await page.goto(`/dispatch?order=${order?.id}`)
  await page.locator('[data-unit]').first().waitFor()
  await page.getByRole('button', { name: /^并案/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('井盖')
  await dialog.getByRole('listitem').getByRole('button').first().click()
  await page.keyboard.press('Alt+1')
  await dialog.getByRole('button', { name: '并入所选主单' }).waitFor()
}

/** The master behind the newest alert: many callers, what each was told and what each said. */
async function openMaster(page: Page): Promise<void> {
  const id = await page.evaluate(async () => {
    const { alerts } = (await (await fetch('/api/alerts?tab=all')).json()) as { alerts: { orderId: string }[] }
    return alerts[0]?.orderId
  })
  await page.goto(`/orders/${id}`)
  const callers = page.locator('.callers')
  await callers.getByRole('listitem').nth(1).waitFor()
  await callers.scrollIntoViewIfNeeded()
}

export const pictures: readonly Picture[] = [
  { name: 'citizen-submit', path: '/c', size: 'phone', until: writeRequest },
  { name: 'citizen-follow', path: '/c/follow', size: 'phone', until: followRequest },
  {
    name: 'log-in',
    path: '/',
    until: (page) => page.getByRole('button', { name: '登录' }).waitFor(),
  },
  {
    name: 'account',
    path: '/account',
    login: 'agent1',
    until: (page) => page.getByRole('heading', { name: '登录的地方' }).waitFor(),
  },
  {
    name: 'order',
    path: '/orders',
    login: 'shift1',
    until: openOrder,
  },
  {
    name: 'order-dark',
    path: '/orders',
    login: 'shift1',
    theme: 'dark',
    until: openOrder,
  },
  // The shift lead may announce a call at the own seat, so that no telephone system is needed for a picture.
  { name: 'seat-desk', path: '/seat', login: 'shift1', until: takeCall },
  { name: 'seat-desk-dark', path: '/seat', login: 'shift1', theme: 'dark', until: takeCall },
  {
    name: 'catalogue',
    path: '/catalogue?condition=placeType&row=r-B0303-estate',
    login: 'dispatchlead1',
    until: async (page) => {
      await page.getByRole('complementary', { name: '修改规则' }).waitFor()
      await page.getByText('检查通过').first().waitFor()
    },
  },
  { name: 'calibration', path: '/calibration', login: 'dispatchlead1', until: roundWithProposals },
  { name: 'consultations', path: '/consultations', login: 'city-management', until: askedUnit },
  {
    name: 'dispatch-desk',
    path: '/dispatch',
    login: 'dispatcher1',
    until: async (page) => {
      // A draft of an earlier look may stand there; 1 is the rules' own choice, J an order that is less late.
      await page.locator('[data-unit]').first().waitFor()
      for (const key of ['1', 'j', 'j', 'j', 'j', 'j']) await page.keyboard.press(key)
      await page.locator('.leadcard.on [data-unit]').waitFor()
      await page.locator('.citymap[data-state="drawn"]').waitFor()
      await page.waitForTimeout(3000)
    },
  },
  {
    name: 'merge',
    path: '/dispatch',
    login: 'dispatcher1',
    until: openMerge,
  },
  {
    name: 'alerts',
    path: '/alerts',
    login: 'shift1',
    until: (page) => page.locator('.alertbody').first().waitFor(),
  },
  { name: 'master', path: '/alerts', login: 'shift1', until: openMaster },
  {
    name: 'review',
    path: '/review?desk=reply-review',
    login: 'reviewer1',
    until: openReview,
  },
  { name: 'unit-desk', path: '/unit', login: 'housing', until: openHandling },
  { name: 'unit-desk-phone', path: '/unit', login: 'housing-leader', size: 'phone', until: firstRow },
  {
    name: 'grid-phone',
    path: '/grid',
    login: 'grid1',
    size: 'phone',
    until: (page) => page.locator('ul.tasks a').first().waitFor(),
  },
  { name: 'grid-map', path: '/grid', login: 'grid1', size: 'phone', place: AT_THE_GRID, until: drawTaskMap },
  { name: 'grid-posts', path: '/posts', login: 'town-990101001', until: listPosts },
  { name: 'grid-notices', path: '/unit', login: 'town-990101001', size: 'phone', until: openNotices },
  { name: 'callback', path: '/callback', login: 'callback1', until: (page) => openFirst(page, /打通了吗/) },
  { name: 'board', path: '/board', login: 'leader1', until: drawnBoard },
  {
    name: 'measures',
    path: '/measures',
    login: 'leader1',
    until: (page) => page.locator('.dayscard .chart svg').waitFor(),
  },
  { name: 'board-dark', path: '/board', login: 'leader1', theme: 'dark', until: drawnBoard },
  { name: 'board-phone', path: '/board', login: 'leader1', size: 'phone', until: drawnBoard },
  {
    name: 'supervision',
    path: '/supervision',
    login: 'supervisor1',
    until: (page) =>
      page
        .getByRole('button', { name: /^督促办理 ./ })
        .first()
        .waitFor(),
  },
  {
    name: 'orders',
    path: '/orders',
    login: 'supervisor1',
    until: (page) => page.getByRole('row').nth(10).waitFor(),
  },
  {
    name: 'search',
    path: '/orders',
    login: 'dispatcher1',
    until: async (page) => {
      await page.getByRole('row').nth(10).waitFor()
      await page.getByRole('combobox', { name: '搜索' }).fill('路灯')
      await page.getByRole('option').nth(3).waitFor()
    },
  },
  {
    name: 'admin-calendar',
    path: '/admin/calendar',
    login: 'admin',
    until: (page) => page.getByRole('heading', { name: /12\s*月/ }).waitFor(),
  },
  {
    name: 'admin-sla',
    path: '/admin/sla?row=G2',
    login: 'admin',
    until: (page) => page.getByText('G2').first().waitFor(),
  },
  {
    name: 'admin-models',
    path: '/admin/models?view=taken',
    login: 'admin',
    until: async (page) => {
      await page.getByRole('heading', { name: /改得最多的/ }).waitFor()
      await page.locator('.chart svg').first().waitFor()
    },
  },
]
