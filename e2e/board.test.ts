import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrderId } from '#domain/ids.ts'
import { raiseAlert } from '#server/alerts/raise-alert.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** A day of a small town: what came in, what was answered, what went to a unit, and one that nobody answered in time. */
describe('the board, the red list and the bell', () => {
  let town: Town
  let leader: Person
  let agent: Person
  let liaison: Person
  let dispatched: { id: string; no: string }

  const accept = (request: object, outcome: object, more: object = {}) =>
    agent.call('acceptOrder', {
      body: {
        channel: 'phone',
        request: { requestType: 'help', content: '写明白了的诉求内容', confidential: 'none', ...request },
        appellant: { name: '王小明', gender: 'male', callerPhone: '13800001234' },
        outcome,
        ...more,
      },
    })
  const lamp = { title: '路灯不亮', category: 'E0101', region: '990101001' }

  beforeAll(async () => {
    town = await openTown()
    // Every order of this journey goes straight to dispatch.
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    const [dispatcher, one, unit] = [
      await town.person('dispatcher1'),
      await town.person('agent1'),
      await town.person('housing'),
    ]
    agent = one
    liaison = unit
    for (const n of [1, 2, 3])
      await accept({ ...lamp, requestType: 'consult', title: `咨询 ${n}` }, { kind: 'answer', answer: '见官网' })
    for (let n = 0; n < 2; n++)
      await accept({ ...lamp, title: '井盖缺失', category: 'E0201', region: '990102001' }, { kind: 'submit' })
    dispatched = await accept(lamp, { kind: 'submit' })
    // Received half a year ago and never answered: the sweep of due work turns it red.
    const old = new Date(Date.now() - 180 * 86_400_000).toISOString()
    const late = await accept({ ...lamp, title: '拖了很久的路灯' }, { kind: 'submit' }, { receivedAt: old })
    for (const { id } of [dispatched, late])
      await dispatcher.call('dispatchOrder', {
        params: { orderId: id },
        body: { lead: 'housing', co: [], overrideReason: '按分工' },
      })
    leader = await town.person('leader1')
    const red = async () => (await leader.call('supervisedOrders')) as unknown as { counts: { red: number } }
    for (let tries = 0; tries < 40 && (await red()).counts.red === 0; tries++)
      await new Promise((wake) => setTimeout(wake, 250))
  })
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('says what the API says, and each number opens a list of as many orders', async () => {
    const { page } = leader
    await page.goto('/board')
    await page.getByRole('region', { name: '各街道受理' }).waitFor()
    const board = (await leader.call('getToday')) as unknown as {
      accepted: { today: number }
      red: { open: number; longOpen: number }
    }
    expect(board.accepted.today).toBe(7)
    expect(board.red).toMatchObject({ open: 1, longOpen: 1 })
    const numbers: readonly (readonly [region: string, link: RegExp, orders: number])[] = [
      ['今日', /^受理 7/, 7],
      ['今日', /^直接答复 3/, 3],
      ['今日', /^已派单 2/, 2],
      ['今日', /^已派单 待派 2/, 2],
      ['今日', /^督办 1/, 1],
      ['今日', /^督办 超 30 天 1/, 1],
      ['分类与渠道', /^公共设施 7/, 7],
      ['分类与渠道', /^电话 7/, 7],
      ['各街道受理', /街道 2$/, 2],
      ['各单位灯色', /督办 1$/, 1],
    ]
    const linkOf = (region: string, name: RegExp) =>
      page.getByRole('region', { name: region }).getByRole('link', { name }).first()
    for (const [region, name, orders] of numbers) {
      const href = (await linkOf(region, name).getAttribute('href')) ?? ''
      expect(href).toMatch(/^\/orders\?/)
      const query = Object.fromEntries(
        [...new URLSearchParams(href.slice('/orders?'.length))].map(([key, value]) => [key, value.replaceAll('"', '')]),
      )
      expect([name, await leader.call('countOrders', { query })]).toEqual([name, { count: orders, more: false }])
    }
    await linkOf('各街道受理', /街道 2$/).click()
    await page.waitForURL('**/orders?**')
    await page.getByText('2 件', { exact: true }).first().waitFor()
    expect(await page.getByRole('link', { name: '井盖缺失' }).count()).toBe(2)
  })

  test('the hours stand in a table as well, and each opens its orders', async () => {
    const { page } = leader
    await page.goto('/board')
    const hours = page.getByRole('region', { name: '每小时受理' })
    await hours.getByRole('button', { name: '看表' }).click()
    const now = new Date(Date.now() + 8 * 3_600_000).getUTCHours()
    await hours.getByRole('link', { name: `今天 ${now} 时 7` }).click()
    await page.waitForURL('**/orders?**')
    await page.getByText('7 件', { exact: true }).first().waitFor()
  })

  test('area and comparison stand in the address; the figures are exported by right', async () => {
    const { page } = leader
    await page.goto('/board')
    await page.getByLabel('范围').selectOption('990102')
    await page.waitForURL('**/board?region=*')
    await page.getByRole('link', { name: /^受理 2/ }).waitFor()
    await page.getByLabel('对比').selectOption('yesterday')
    await page.waitForURL('**compare=yesterday**')
    await page.reload()
    await page.getByRole('link', { name: /^受理 2/ }).waitFor()
    await page.getByRole('button', { name: '导出' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('总量,受理,2,')
    const { page: other } = liaison
    await other.goto('/board')
    await other.getByRole('button', { name: '导出' }).click()
    const item = other.getByRole('menuitem', { name: 'CSV' })
    expect([await item.getAttribute('aria-disabled'), await item.getAttribute('title')]).toEqual([
      'true',
      '您的角色不能导出看板',
    ])
  })

  test('an urge rings the unit’s bell without a reload, and the notice leads to its order', async () => {
    const { page } = liaison
    await page.goto('/board')
    const bell = page.getByRole('button', { name: /^通知/ })
    await bell.click()
    const panel = page.getByRole('dialog', { name: '通知' })
    await panel.getByText('新派来的工单').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '通知', exact: true }).waitFor()
    await agent.call('urgeOrder', { params: { orderId: dispatched.id }, body: { text: '孩子放学要走这条路' } })
    await page.getByRole('button', { name: '通知，1 条新的' }).click()
    const urged = panel.getByRole('link', { name: /热线转达市民催办/ })
    await urged.waitFor()
    // A frame after it is drawn the list takes the keys: arrow keys walk it, Enter opens.
    await expect.poll(() => urged.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/orders/${dispatched.id}**`)
    await page.getByText('路灯不亮').first().waitFor()
  }, 60_000)

  test('a supervisor sees why an order is red, urges it with a note, and the rail counts it', async () => {
    const supervisor = await town.person('supervisor1')
    const { page } = supervisor
    await page.goto('/supervision')
    await page.getByRole('link', { name: '拖了很久的路灯' }).waitFor()
    await page.getByText('超过办理时限').first().waitFor()
    await page.getByRole('navigation', { name: '业务链' }).getByText('等您处理 1 件').waitFor({ state: 'attached' })
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '督促办理 拖了很久的路灯' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('今天下班前答复市民')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: /1 件/ }).click()
    await page.getByText(/督促 今天/).waitFor()
    const again = page.getByRole('button', { name: '督促办理 拖了很久的路灯' })
    expect(await again.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('主办单位').selectOption('housing')
    await page.waitForURL('**unit=housing**')
    await page.getByRole('link', { name: '拖了很久的路灯' }).waitFor()
    await page.getByRole('radio', { name: /预警/ }).click()
    await page.getByText('没有黄灯工单。').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const { page: lead } = leader
    await lead.goto('/supervision')
    await lead.getByText('您的角色不能督促办理').waitFor()
  })

  test.each([
    ['desk', 'light'],
    ['desk', 'dark'],
    ['phone', 'dark'],
  ] as const)('passes axe and fits the window: %s, %s', async (size, theme) => {
    const { page } = await town.person('leader1', { size, theme })
    await page.goto('/board')
    await page.locator('.chart svg').waitFor()
    const line = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--cat-1').trim(),
    )
    await page.locator(`.chart svg path[stroke="${line}"]`).first().waitFor({ state: 'attached' })
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('a line about alerts takes nothing from the totals: on a narrow desk and a wide one', async () => {
    const { house } = town.open
    await house.db.tx((tx) =>
      raiseAlert(
        house,
        tx,
        { kind: 'many-callers', subject: null, orders: [dispatched.id as OrderId], callers: 6 },
        house.now(),
      ),
    )
    const { page } = await town.person('leader1')
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1440, height: 900 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size)
      await page.goto('/board')
      await page.getByText(/条预警待确认/).waitFor()
      await page.getByText('各街道受理').waitFor()
      const cut = await page
        .locator('.totals, .boardgrid')
        .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.className))
      expect(cut).toEqual([])
      expect(await faultsOf(page)).toEqual([])
    }
    await page.context().close()
  })

  test('the chart follows the theme', async () => {
    const { page } = leader
    await page.goto('/board')
    await page.locator('.chart svg').waitFor()
    await page.getByRole('button', { name: '外观' }).click()
    await page.getByRole('menuitemradio', { name: '深色' }).click()
    await page.locator('.chart svg path[stroke="#82b4f0"]').first().waitFor({ state: 'attached' })
  })
})
