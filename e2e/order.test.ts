import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unzip } from '#server/task-sheet/zip.fixture.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

const PHONE = '13800001234'

/** An order that has come some way: dispatched, signed, the citizen reached, and urged once. */
async function story(town: Town) {
  const agent = await town.person('agent1')
  const { city } = town.open.house
  const scene = [...city.categories.values()].find((c) => c.level === 3 && c.kind === 'general' && !c.hazard)
  const place = [...city.regions.values()].find((region) => region.level === 'community')
  const order = await agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'complaint',
        title: '工地夜里施工太吵',
        content: `夜里十一点还在浇混凝土，我的电话 ${PHONE}。`,
        demand: '夜里十点以后停工',
        category: scene?.code,
        region: place?.code,
        confidential: 'none',
      },
      appellant: { name: '杨小明', gender: 'male', callerPhone: PHONE },
    },
  })
  const params = { orderId: order.id }
  const dispatcher = await town.person('dispatcher1')
  await dispatcher.call('dispatchOrder', {
    params,
    body: { lead: 'housing', co: ['municipal-works'], overrideReason: '工地归住建管', note: '今晚到场' },
  })
  const unit = await town.person('housing')
  await unit.call('signAssignment', { params: { ...params, n: 1 } })
  await unit.call('recordContact', {
    params: { ...params, n: 1 },
    body: { method: 'phone', result: 'connected', summary: '同意今晚现场核查' },
  })
  await agent.call('urgeOrder', { params, body: { text: '今晚能来吗' } })
  return { agent, unit, id: order.id, no: order.no }
}

describe('the page of an order', () => {
  let town: Town
  let agent: Person
  let unit: Person
  let id: string
  let no: string
  beforeAll(async () => {
    town = await openTown()
    ;({ agent, unit, id, no } = await story(town))
  })
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  const opened = async ({ page }: Person, tail = ''): Promise<Page> => {
    page.setDefaultTimeout(25_000)
    await page.goto(`/orders/${id}${tail}`)
    await page.getByRole('heading', { name: '工地夜里施工太吵' }).waitFor()
    return page
  }
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })

  test('tells a story: who did what, what people said, whether the promise was kept, what is owed next', async () => {
    const page = await opened(agent)
    const told = page.getByRole('list', { name: '经过' })
    await told.getByText('应当答复市民').waitFor()
    const steps = await told.getByRole('listitem').allTextContents()
    const all = steps.join('\n')
    expect(all).toMatch(/市民来电，.+ 受理。承诺.+前联系，.+前答复。/)
    expect(all).toContain('没有采用规则建议，理由：工地归住建管')
    expect(all).toContain('同意今晚现场核查')
    expect(all).toMatch(/首次联系按时，比时限早/)
    expect(all).toContain('今晚能来吗')
    await page.getByRole('button', { name: '只看对市民公开的' }).click()
    await expect.poll(() => told.getByText('签收').count()).toBe(0)
    expect(new URL(page.url()).searchParams.get('show')).toBe('public')
    await page.reload()
    expect(await page.getByRole('button', { name: '只看对市民公开的' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('explains the clock day by day and says why the light shines', async () => {
    const page = await opened(agent)
    const aside = page.getByRole('complementary', { name: '时限与单位' })
    await aside.getByText('第 1 日').first().waitFor()
    expect(await aside.getByText('受理日').first().isVisible()).toBe(true)
    expect(await aside.getByRole('meter').first().getAttribute('aria-valuenow')).toMatch(/^\d+$/)
    await aside.getByRole('heading', { name: '为什么是绿灯' }).waitFor()
    expect(await aside.getByText('没有超时，也没有不满意或重办。').isVisible()).toBe(true)
  })

  test('shows the place on the map, and the same words where no map can be drawn', async () => {
    const { city } = town.open.house
    const place = [...city.regions.values()].find((region) => region.level === 'community')
    const placed = await agent.call('acceptOrder', {
      body: {
        channel: 'phone',
        request: {
          requestType: 'help',
          title: '路灯不亮',
          content: '门口路灯不亮',
          region: place?.code,
          lng: place?.lng,
          lat: place?.lat,
          address: '东门口',
          anonymous: true,
        },
        outcome: { kind: 'draft' },
      },
    })
    const page = agent.page
    await page.goto(`/orders/${placed.id}`)
    await page.getByRole('img', { name: '东门口' }).or(page.getByText('东门口')).first().waitFor()
    expect(await page.getByText('没有标在地图上').count()).toBe(0)
  }, 60_000)

  test('a number opens with a reason only, and who opened it stands under 谁看过', async () => {
    const page = await opened(agent)
    expect(await page.getByText(/杨先生 · 138\*\*\*\*1234/).isVisible()).toBe(true)
    await page.getByRole('button', { name: '看全号' }).click()
    const ask = page.getByRole('dialog', { name: '查看诉求人信息' })
    // What is to be filled in has the focus, not the cross that closes.
    await ask.locator('.body :is(input, textarea):focus').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await ask.getByRole('button', { name: '查看', exact: true }).getAttribute('aria-disabled')).toBe('true')
    expect(await ask.getByText('还差：写明理由').isVisible()).toBe(true)
    await ask.getByRole('button', { name: '联系市民核实情况' }).click()
    await ask.getByRole('button', { name: '查看', exact: true }).click()
    await ask.getByText(PHONE).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('complementary').getByText(PHONE).count()).toBe(0)

    const supervisor = await town.person('supervisor1')
    const seen = await opened(supervisor, '?tab=views')
    const row = seen.getByRole('row', { name: /打开 电话.*联系市民核实情况/ })
    await row.waitFor()
    expect(await tab(seen, '原始事件').count()).toBe(0)
  }, 60_000)

  test('raw events are the administrator’s alone, and every tab passes axe in both themes', async () => {
    const admin = await town.person('admin')
    const page = await opened(admin)
    const wear = (theme: string) =>
      page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    for (const name of ['经过', '派件', '附件', '谁看过', '原始事件']) {
      await tab(page, name).click()
      await page.getByRole('tabpanel', { name }).waitFor()
      if (name === '原始事件') await page.getByText('dispatched').first().waitFor()
      for (const theme of ['light', 'dark']) {
        await wear(theme)
        expect([theme, name, await faultsOf(page)]).toEqual([theme, name, []])
      }
    }
  }, 90_000)

  test('what cannot be done says why, in the words of the server', async () => {
    const page = await opened(agent)
    const urge = page.getByRole('button', { name: /^催办/ })
    await urge.waitFor()
    expect(await urge.getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByText('一小时内已催办过').isVisible()).toBe(true)
  })

  test('what somebody else adds waits behind a quiet line; one’s own shows at once', async () => {
    const page = await opened(unit)
    await page.getByRole('list', { name: '经过' }).getByText('今晚能来吗').waitFor()
    // The line to the server must stand before somebody else acts.
    await page.waitForTimeout(1500)
    await agent.call('supplementOrder', { params: { orderId: id }, body: { text: '刚才又响了' } })
    const line = page.getByText(/更新了这件工单/)
    await line.waitFor()
    expect(await page.getByRole('list', { name: '经过' }).getByText('刚才又响了').count()).toBe(0)
    await page.getByRole('button', { name: '显示', exact: true }).click()
    await page.getByRole('list', { name: '经过' }).getByText('刚才又响了').waitFor()

    const own = await opened(agent)
    await own.getByRole('button', { name: /^补充/ }).waitFor()
    await own.keyboard.press('b')
    const dialog = own.getByRole('dialog', { name: '补充' })
    await dialog.getByLabel('补充内容').fill('还有灯光照进来')
    await dialog.getByRole('button', { name: '补充', exact: true }).click()
    await own.getByRole('list', { name: '经过' }).getByText('还有灯光照进来').waitFor()
    expect(await own.getByText(/更新了这件工单/).count()).toBe(0)
  }, 60_000)

  test('prints on A4 without rail and buttons, with the watermark', async () => {
    const page = await opened(agent)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: '业务链' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
    expect(await page.getByText('夜里十点以后停工').isVisible()).toBe(true)
    const mark = await page.evaluate(() =>
      getComputedStyle(document.querySelector('#work') ?? document.body, '::after'),
    )
    expect(mark).toBeDefined()
    const paper = await page.pdf({ preferCSSPageSize: true })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: null })
  })

  test('goes out as a DOCX that holds its number, and the export is logged', async () => {
    const page = await opened(agent)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 DOCX' }).click(),
    ])
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(unzip(bytes).get('word/document.xml')?.includes(no)).toBe(true)
    const supervisor = await town.person('supervisor1')
    const seen = await opened(supervisor, '?tab=views')
    await seen.getByRole('row', { name: /导出 工单 DOCX/ }).waitFor()
  })

  test('another unit finds nothing, and is told whom to ask', async () => {
    const { page } = await town.person('education')
    await page.goto(`/orders/${id}`)
    await page.getByText('没有找到工单，或者它不归您的单位').waitFor()
    expect(await page.getByText('工地夜里施工太吵').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })

  test('on a phone the clocks are a tab, and in English it reads in English', async () => {
    const phone = await town.person('housing', { size: 'phone' })
    const page = await opened(phone, '?tab=clocks')
    await page.getByRole('heading', { name: '市民的时钟' }).waitFor()
    expect(await page.getByText(PHONE).count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await faultsOf(page)).toEqual([])
    const english = await town.person('agent1', { language: 'en' })
    const read = await opened(english)
    await read.getByRole('list', { name: 'Story' }).getByText('A citizen called').waitFor()
    expect(await faultsOf(read)).toEqual([])
  }, 60_000)
})
