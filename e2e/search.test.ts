import { afterAll, beforeAll, expect, test } from 'vitest'
import { citizen, request } from '#server/orders.fixture.ts'
import { seedKnowledge } from '#server/seed-knowledge.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person

const TEXTS = [
  ['枫丹花园路灯不亮', '晚上一片黑，老人摔过一次'],
  ['夜间施工', '工地的围挡挡住了路灯，枫丹花园三号楼看得见'],
  ['井盖翘起', '一过车就响'],
] as const

beforeAll(async () => {
  town = await openTown()
  await seedKnowledge(town.open.house)
  agent = await town.person('agent1')
  for (const [title, content] of TEXTS)
    await agent.call('acceptOrder', {
      body: {
        channel: 'phone',
        request: { ...request, title, content },
        appellant: citizen,
        outcome: { kind: 'submit' },
      },
    })
})
afterAll(() => town.close())

test('words typed at the top lead to all that says them, the best first, with keys and address', async () => {
  const { page } = agent
  await page.goto('/search')
  await page.getByText('两个字以上就能搜').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('/')
  await page.keyboard.type('路灯')
  await page.getByRole('option', { name: /工单、答复、知识/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  await page.getByRole('link', { name: '枫丹花园路灯不亮' }).waitFor()
  const links = page.getByRole('tabpanel').getByRole('listitem').getByRole('link')
  expect((await links.allTextContents())[0]).toContain('路灯')
  expect(await page.getByRole('tab', { name: /工单/ }).textContent()).toContain('2')
  expect(await page.locator('mark').first().textContent()).toBe('路灯')
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('tab', { name: /知识/ }).click()
  await page.waitForURL(/tab=knowledge/)
  await page.getByRole('link', { name: /路灯不亮多久能修/ }).waitFor()
  await page.getByRole('tab', { name: /工单/ }).click()
  await page.getByRole('link', { name: '夜间施工' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/orders\/\w{26}/)
  await page.goBack()
  await page.getByRole('link', { name: '夜间施工' }).waitFor()
})

test('initials and a misspelt name are searched for what they mean, and can be taken back', async () => {
  const { page } = agent
  await page.goto('/search?q=fdhy')
  await page.getByText('枫丹花园（fdhy，拼音首字母）').waitFor()
  await page.getByRole('link', { name: '枫丹花园路灯不亮' }).waitFor()
  await page.getByRole('button', { name: '只搜所输' }).click()
  await page.getByText('没有找到“fdhy”').waitFor()
  expect(await faultsOf(page)).toEqual([])
  const box = page.getByRole('searchbox', { name: '搜工单、答复、知识' })
  await box.fill('枫单花园')
  await page.keyboard.press('Enter')
  await page.getByText('枫丹花园（枫单花园，可能写错）').waitFor()
  await box.fill('灯')
  await page.keyboard.press('Enter')
  await page.getByText('至少输入两个连在一起的字').waitFor()
})

test('a number of somebody stands in no address', async () => {
  const { page } = agent
  await page.goto('/search')
  const box = page.getByRole('searchbox', { name: '搜工单、答复、知识' })
  await box.fill(`路灯 ${citizen.callerPhone}`)
  await page.getByText('工单文字里的号码都已遮盖').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/kept=yes/)
  expect(page.url()).not.toContain('1380')
  await page.getByText('下面含有其中多数').waitFor()
  await page.reload()
  await page.getByText('号码不写进网址').waitFor()
})

test('a keeper writes an item, puts it in force, and a seat answers from it', async () => {
  const keeper = await town.person('knowledge1')
  await keeper.page.goto('/knowledge')
  await keeper.page.getByText('选一条来看').waitFor()
  expect(await faultsOf(keeper.page)).toEqual([])
  await keeper.page.getByRole('button', { name: '新建条目' }).click()
  await keeper.page.getByLabel('标题').fill('喷泉几点开放')
  await keeper.page.getByLabel('内容').fill('广场喷泉每天晚上七点半至八点半开放，雨天停。')
  for (const [label, typed, choice] of [
    ['分类', '景区服务', '景区服务与门票'],
    ['归口单位', '文化广电', /文化广电旅游体育局/],
  ] as const) {
    await keeper.page.getByRole('combobox', { name: label }).fill(typed)
    await keeper.page.getByRole('option', { name: choice }).click()
  }
  expect(await faultsOf(keeper.page)).toEqual([])
  await keeper.page.getByRole('button', { name: '存为草稿' }).click()
  await keeper.page.getByRole('heading', { name: '喷泉几点开放' }).waitFor()
  await keeper.page.getByRole('button', { name: '生效' }).click()
  await keeper.page.getByText('已生效，各台都能查到').waitFor()
  await keeper.page.getByText(/第 2 版/).waitFor()
  expect(await faultsOf(keeper.page)).toEqual([])

  const found = await agent.call('searchAll', { body: { q: '喷泉开放', kinds: ['knowledge'] } })
  expect(found.hits).toMatchObject([{ item: { title: '喷泉几点开放' } }])
})

test('on a phone the finds stand in one column', async () => {
  const phone = await town.person('agent1', { size: 'phone', theme: 'dark' })
  await phone.page.goto('/search?q=路灯')
  await phone.page.getByRole('link', { name: '枫丹花园路灯不亮' }).waitFor()
  expect(await faultsOf(phone.page)).toEqual([])
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  expect(town.faults).toEqual([])
})
