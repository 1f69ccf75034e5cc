import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** A slow line, long names, many results, the back button: what a bad day brings to every page. */
let town: Town
let agent: Person
const opened: Person[] = []
beforeAll(async () => {
  town = await openTown()
  const { house } = town.open
  house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
  agent = await town.person('agent1')
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ context }) => context.close()))
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const at = async (login: string, look = {}): Promise<Person> => {
  const person = await town.person(login, look)
  opened.push(person)
  return person
}
const accept = (title: string) =>
  agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'help',
        title,
        content: `${title}，请尽快修好。`,
        category: 'E0202',
        region: '990101001',
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })

/** What an office at the edge of the city has: 400 ms to the server, 3 Mbit/s down, 1 up. */
async function slow({ context, page }: Person): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: (3_000_000 / 8) | 0,
    uploadThroughput: (1_000_000 / 8) | 0,
  })
}

test('on a slow line the page comes, says that it is working, and two quick clicks send once', async () => {
  const { id, no } = await accept('慢网井盖')
  const person = await at('dispatcher1')
  await slow(person)
  const { page } = person
  await page.goto('/dispatch', { timeout: 30_000 })
  await page.getByRole('heading', { name: '慢网井盖', exact: true }).waitFor({ timeout: 30_000 })
  await page.getByText(/^规则 /).waitFor({ timeout: 20_000 })
  const go = page.getByRole('button', { name: /派出，看下一件/ })
  await expect.poll(() => go.getAttribute('aria-disabled'), { timeout: 10_000 }).toBe(null)
  await go.dblclick()
  await page.getByText(`${no} 已派给`).waitFor({ timeout: 20_000 })
  const { entries } = await agent.call('orderTimeline', { params: { orderId: id } })
  expect(entries.filter((entry) => entry.kind === 'dispatched').length).toBe(1)
}, 90_000)

test('the longest names push nothing out of the window, on a narrow desk and on a phone', async () => {
  const admin = await town.person('admin')
  const long = '欧阳慕容司马'.repeat(6)
  const { password } = await admin.call('createStaff', {
    body: { login: 'longest-name', name: long, unit: 'housing', roles: ['liaison', 'unit-leader'] },
  })
  const first = await town.visitor()
  await first.logIn('longest-name', password)
  const fresh = 'river-stone-47-lantern'
  await first.call('changePassword', { body: { old: password, new: fresh } })
  await first.context.close()
  for (const size of ['desk', 'phone'] as const) {
    const person = await town.visitor({ size })
    opened.push(person)
    await person.logIn('longest-name', fresh)
    const { page } = person
    if (size === 'desk') await page.setViewportSize({ width: 1280, height: 800 })
    for (const path of ['/unit', '/orders', '/board']) {
      await page.goto(path)
      await page.getByRole('main').waitFor()
      await page.waitForTimeout(500)
      const width = page.viewportSize()?.width ?? 0
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const bell = await page.getByRole('button', { name: /通知/ }).first().boundingBox()
      const me = await page.getByRole('button', { name: new RegExp(long.slice(0, 6)) }).boundingBox()
      expect((bell?.x ?? 9999) + (bell?.width ?? 0)).toBeLessThanOrEqual(width)
      expect((me?.x ?? 9999) + (me?.width ?? 0)).toBeLessThanOrEqual(width + 1)
    }
    expect(await faultsOf(page)).toEqual([])
  }
}, 90_000)

test('a filter that finds nothing says so and offers the way back; the back button brings the list and its filter again', async () => {
  await accept('后退键井盖')
  const { page } = await at('supervisor1')
  await page.goto('/orders?text=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E8%AF%8D')
  await page.getByText(/没有/).first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto('/orders')
  await page.getByRole('link', { name: '后退键井盖' }).first().click()
  await page.getByRole('heading', { name: '后退键井盖' }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '后退键井盖' }).first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/orders')
})

test('going back in the middle of a reply loses nothing', async () => {
  const { id } = await accept('回退草稿井盖')
  const dispatcher = await town.person('dispatcher1')
  await dispatcher.call('dispatchOrder', {
    params: { orderId: id },
    body: { lead: 'housing', co: [], overrideReason: '测试', note: null },
  })
  const unit = await at('housing')
  const params = { orderId: id, n: 1 }
  await unit.call('signAssignment', { params })
  await unit.call('recordContact', { params, body: { method: 'phone', result: 'connected', summary: '已联系' } })
  const { page } = unit
  await page.goto('/orders')
  await page.goto(`/unit?order=${id}&n=1`)
  await page.getByLabel('办理情况').fill('写到一半')
  await page.getByText('草稿已存').waitFor()
  await page.goBack()
  await page.goForward()
  await expect.poll(() => page.getByLabel('办理情况').inputValue()).toBe('写到一半')
})

test.each(['desk', 'phone'] as const)(
  'an address that leads nowhere says so in one glance and leads home: on a %s',
  async (size) => {
    const { page } = await at('supervisor1', { size })
    await page.goto('/modles')
    const title = page.getByText('没有这个页面')
    await title.waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('接诉')
    const way = page.getByRole('link', { name: '回到我的工作台' })
    const [from, to] = [await title.boundingBox(), await way.boundingBox()]
    expect((to?.y ?? 0) - (from?.y ?? 0)).toBeLessThan(120)
    expect(await faultsOf(page)).toEqual([])
    await way.click()
    await page.waitForURL(/supervis/)
  },
)
