import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { citizen, request } from '#server/orders.fixture.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let shift: Person
let orders: { id: string; no: string }[]

const TITLES = ['枫丹花园 路灯不亮', '望江街道 井盖翘起', '反复停水 第三次反映', '公交车站没有雨棚', '小区门口堆放垃圾']

/** Four open orders and one that is answered; the second has been urged just now. */
beforeAll(async () => {
  town = await openTown()
  const agent = await town.person('agent1')
  orders = []
  for (const [i, title] of TITLES.entries())
    orders.push(
      await agent.call('acceptOrder', {
        body: {
          channel: i === 3 ? 'web' : 'phone',
          request: { ...request, title, content: `${title}，请尽快处理` },
          appellant: i === 0 ? citizen : { ...citizen, callerPhone: `1390000000${i}`, contactPhone: null },
          outcome:
            i === 4
              ? { kind: 'decline', reason: [...town.open.house.city.notAcceptedReasons][0]?.code }
              : { kind: 'submit' },
        },
      }),
    )
  await agent.call('urgeOrder', { params: { orderId: orders[1]?.id }, body: { text: null } })
  shift = await town.person('shift1')
})
afterAll(() => town.close())

const titles = (page: Page) => page.getByRole('rowheader').allTextContents()
const settled = (page: Page, count: string) => page.getByText(count, { exact: true }).waitFor()
const chip = (page: Page, name: string) => page.getByRole('button', { name: `修改条件 ${name}` })

test('filters stand in the address: they survive a reload, go with a link and back', async () => {
  const { page } = shift
  await page.goto('/orders')
  await settled(page, '5 件')
  expect(await titles(page)).toEqual(TITLES.toReversed())
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('button', { name: '筛选' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '渠道', exact: true }).click()
  await page.getByRole('checkbox', { name: '网站' }).check()
  await settled(page, '1 件')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('button', { name: '未了结' }).click()
  await chip(page, '渠道：网站').waitFor()
  expect(new URL(page.url()).searchParams.get('channel')).toBe('web')
  await page.reload()
  await settled(page, '1 件')
  expect(await titles(page)).toEqual(['公交车站没有雨棚'])
  await page.getByRole('button', { name: '去掉条件 渠道' }).click()
  await settled(page, '4 件')
  await page.goBack()
  await settled(page, '1 件')
  await page.getByRole('button', { name: '清除全部条件' }).click()
  await settled(page, '5 件')
})

test('what is looked for by words is found; a phone is kept out of the address; nothing says so', async () => {
  const { page } = shift
  await page.goto('/orders')
  const find = page.getByRole('textbox', { name: '按编号或文字查找' })
  await find.fill('138 0000 1234')
  await page.keyboard.press('Enter')
  await page.getByText('查电话请用顶部的搜索框').waitFor()
  expect(page.url()).not.toContain('1234')
  await find.fill('井盖')
  await page.keyboard.press('Enter')
  await settled(page, '1 件')
  await find.fill('没有这样的词')
  await page.keyboard.press('Enter')
  await page.getByText('没有符合条件的工单').waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('a view is saved, found again as a tab with its columns, and changed', async () => {
  const { page } = shift
  await page.goto('/orders?open=yes&channel=phone')
  await settled(page, '3 件')
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('checkbox', { name: '渠道' }).check()
  await page.getByRole('checkbox', { name: '分类' }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '存为视图' }).click()
  const dialog = page.getByRole('dialog', { name: '存为视图' })
  await dialog.getByLabel('名称').fill('电话未了结')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: '电话未了结', selected: true }).waitFor()

  await page.getByRole('tab', { name: '全部工单' }).click()
  await settled(page, '5 件')
  await page.reload()
  await page.getByRole('columnheader', { name: '渠道' }).waitFor()
  expect(await page.getByRole('columnheader', { name: '分类' }).count()).toBe(0)
  await page.getByRole('tab', { name: '电话未了结' }).click()
  await settled(page, '3 件')
  await page.getByRole('button', { name: '去掉条件 渠道' }).click()
  await settled(page, '4 件')
  await page.getByRole('button', { name: '更新视图' }).click()
  await page.getByText('“电话未了结”已按现在的条件更新').waitFor()
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('button', { name: '恢复默认列' }).click()
  await page.keyboard.press('Escape')
})

test('by keyboard alone: three chosen and urged at once; the one that was urged just now says why', async () => {
  const { page } = shift
  await page.goto('/orders?open=yes')
  await settled(page, '4 件')
  for (const key of ['j', 'j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
  await page.getByText('已选 3 件').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('u')
  await page.getByRole('dialog', { name: '催办' }).getByLabel('催办说明').fill('今天必须有回音')
  await page.getByRole('button', { name: '催办 3 件' }).click()
  const card = page.getByRole('status').filter({ hasText: '2 件成功，1 件没成' })
  await card.getByText('一小时内已催办过').waitFor()
  expect(await card.getByRole('row').nth(1).textContent()).toContain(orders[1]?.no.slice(-5))
  expect(await faultsOf(page)).toEqual([])
  await card.getByRole('button', { name: '只选没成的 1 件' }).click()
  await page.getByText('已选 1 件').waitFor()
  await page.keyboard.press('Escape')
})

async function download(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '导出工单清单' })
  await dialog.getByRole('radio', { name: format }).click()
  await dialog.getByText('4 件，符合现在的条件').waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: '导出', exact: true }).click(),
  ])
  return readFile(await file.path())
}

test('the file has the columns and rows of the screen, as XLSX and as CSV; who may not export reads why', async () => {
  const { page } = shift
  await page.goto('/orders?open=yes')
  await settled(page, '4 件')
  const book = new ExcelJS.Workbook()
  await book.xlsx.read(Readable.from([await download(page, 'Excel')]))
  const [sheet] = book.worksheets
  expect(sheet?.rowCount).toBe(5)
  expect(sheet?.getRow(1).values).toContain('标题（已脱敏）')
  const csv = (await download(page, 'CSV')).toString('utf8')
  expect(csv.startsWith('\uFEFF红黄绿,标题（已脱敏）,工单编号')).toBe(true)
  expect(csv.split('\r\n').length).toBe(6)
  expect(csv).not.toContain(citizen.callerPhone)

  const agent = await town.person('agent1')
  await agent.page.goto('/orders')
  await settled(agent.page, '5 件')
  const button = agent.page.getByRole('button', { name: '导出', exact: true })
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  expect(await button.getAttribute('aria-description')).toContain('不能导出清单')
})

test('new orders wait behind a quiet line and no row moves until they are asked for', async () => {
  const { page } = shift
  await page.goto('/orders?channel=walk-in')
  await page.getByText('没有符合条件的工单').waitFor()
  const agent = await town.person('agent1')
  await agent.call('acceptOrder', {
    body: {
      channel: 'walk-in',
      request: { ...request, title: '窗口来访' },
      appellant: citizen,
      outcome: { kind: 'submit' },
    },
  })
  await page.getByText('新到 1 件').waitFor()
  expect(await page.getByText('没有符合条件的工单').count()).toBe(1)
  await page.keyboard.press('n')
  await page.getByRole('link', { name: '窗口来访' }).waitFor()
})

test('the one box: number, last digits, phone, unit, place, word; recents keep no phone', async () => {
  const { page } = shift
  await page.goto('/orders')
  const box = page.getByRole('combobox', { name: '搜索' })
  const option = (name: RegExp) => page.getByRole('option', { name }).first()
  const search = async (text: string) => {
    await page.keyboard.press('Control+k')
    await box.fill(text)
  }
  await search(orders[0]?.no.slice(-5) ?? '')
  await option(/路灯不亮/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/orders/${orders[0]?.id}*`)

  await search(citizen.callerPhone)
  await option(/路灯不亮.*来电/).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/orders/*')
  expect(page.url()).not.toContain(citizen.callerPhone)

  await search('住房')
  await option(/住房.*看相关工单/).click()
  await page.waitForURL(/unit=housing/)
  await search('fdhy')
  await option(/枫丹花园/).click()
  await page.waitForURL(/region=/)
  await search('井盖翘起')
  await option(/工单、答复、知识/).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  await page.getByRole('link', { name: /井盖翘起/ }).waitFor()

  await page.keyboard.press('/')
  await option(/井盖翘起/).waitFor()
  expect(await page.getByRole('option').allTextContents()).not.toContain(citizen.callerPhone)
  await search('没有这样的东西')
  await page.getByRole('option', { name: /工单、答复、知识/ }).waitFor()
})

test('the palette goes to a page, does what the page can, and changes theme and language', async () => {
  const { page } = shift
  await page.goto('/orders')
  await settled(page, '6 件')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>')
  const palette = page.getByRole('dialog', { name: '命令' })
  await palette.getByRole('option', { name: /导出清单/ }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.type('未了结')
  await page.keyboard.press('Enter')
  await page.waitForURL(/open=yes/)
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('english')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'All orders' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('on a phone rows become cards and nothing is wider than the screen', async () => {
  const { page } = await town.person('shift1', { size: 'phone' })
  await page.goto('/orders')
  await page.getByRole('link', { name: '枫丹花园 路灯不亮' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await faultsOf(page)).toEqual([])
})
