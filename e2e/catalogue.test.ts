import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person
let lead: Person
let leader: Person
beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  lead = await town.person('dispatchlead1')
  leader = await town.person('leader1')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

/** 南大街社区: no grid worker is there, to whom such a matter would go first. */
const COMMUNITY = '990101001004'

/** What the seat writes of rubbish from a renovation; at a market, where it is said. */
async function accepted(placeType: string | null): Promise<string> {
  const { id } = await agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'complaint',
        title: '装修垃圾堆在市场门口',
        content: '摊位装修的砖头水泥堆在市场门口，三天没有人清运。',
        category: 'B0303',
        region: COMMUNITY,
        placeType,
        confidential: 'none',
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })
  return id
}

test('a rule is drafted, a contradiction mended, the draft handed in, sent back, handed in again and adopted', async () => {
  const { page } = lead
  await page.goto('/dispatch')
  await page.getByRole('link', { name: '派单目录' }).click()
  await page.getByRole('table', { name: '派单规则' }).waitFor()
  expect(await faultsOf(page)).toEqual([])

  // Found by its words, opened, and copied: two rules now say the same of the same matter.
  await page.keyboard.press('/')
  await page.keyboard.insertText('装修垃圾堆放')
  await page.getByRole('button', { name: '装修垃圾堆放 r-B0303', exact: true }).click()
  const panel = page.getByRole('complementary', { name: '修改规则' })
  await panel.getByRole('button', { name: '复制一条' }).click()
  await panel.getByText('r-B0303-2', { exact: true }).waitFor()
  await panel.getByRole('combobox', { name: '主办' }).fill('环卫集团')
  await page.getByRole('option', { name: /云川市环卫集团/ }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+Enter')

  // Refused: the fault stands at the rule, names the other one, and keeps the draft from being handed in.
  const fault = panel.getByRole('alert', { name: '要改的地方' })
  await fault.getByRole('button', { name: 'r-B0303', exact: true }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '看影响' }).click()
  await page
    .getByRole('region', { name: '检查' })
    .getByText(/处要改，改好才能采用/)
    .waitFor()
  await page.getByLabel('为什么改').fill('市城管委会议纪要〔2026〕12号')
  expect(await page.getByRole('button', { name: '提交审定' }).getAttribute('aria-disabled')).toBe('true')
  expect(await faultsOf(page)).toEqual([])

  // The fault leads back to its rule; there it is mended by saying where it holds.
  await page.getByRole('region', { name: '检查结果' }).getByRole('button', { name: 'r-B0303-2' }).first().click()
  await panel.getByRole('combobox', { name: '地点类型' }).selectOption('market')
  await panel.getByRole('button', { name: '写进草稿' }).click()
  await fault.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '看影响' }).click()
  await page.getByRole('region', { name: '检查', exact: true }).getByText('检查通过，可以采用').waitFor()
  await page.getByLabel('为什么改').fill('市城管委会议纪要〔2026〕12号')
  await page.getByRole('button', { name: '提交审定' }).click()
  await page.getByText('您的草稿已提交，正在等审定').waitFor()
  expect(await faultsOf(page)).toEqual([])

  // While it waits it stands above what is in force.
  await page.getByRole('button', { name: '回到规则表' }).click()
  await page.getByRole('region', { name: '等审定的草稿' }).getByText('市城管委会议纪要〔2026〕12号').waitFor()
  expect(await faultsOf(page)).toEqual([])

  // The leader is told, reads who, what and why, and sends it back with a reason.
  const desk = leader.page
  await desk.goto('/board')
  await desk.getByRole('link', { name: /派 等您处理 1 件/ }).waitFor()
  await desk.getByRole('button', { name: /^通知/ }).click()
  await desk.getByRole('link', { name: /提交了派单目录草稿，等您审定/ }).click()
  await desk.getByText('市城管委会议纪要〔2026〕12号').first().waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: '退回', exact: true }).click()
  const back = desk.getByRole('dialog', { name: '退回给起草人' })
  await back.getByLabel('退回理由').fill('请写明市场范围')
  expect(await faultsOf(desk)).toEqual([])
  await back.getByRole('button', { name: '退回', exact: true }).click()
  await desk.getByText('没有待审定的草稿').or(desk.getByText('还在起草，没有提交')).first().waitFor()

  // The author reads why, and hands it in again.
  await page.goto('/catalogue')
  await page.getByRole('status').getByText('请写明市场范围').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '看影响' }).click()
  await page.getByLabel('为什么改').fill('市城管委会议纪要〔2026〕12号，限市场内')
  await page.getByRole('button', { name: '提交审定' }).click()
  await page.getByText('您的草稿已提交，正在等审定').waitFor()

  await desk.goto('/catalogue?view=drafts')
  await desk.getByText('市城管委会议纪要〔2026〕12号，限市场内').waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: '看这份草稿' }).click()
  await desk.getByRole('region', { name: '改了什么' }).getByText('r-B0303-2').waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: '采用', exact: true }).click()
  await desk.getByText('第 1 版已采用').waitFor()
  await desk.getByRole('tab', { name: /年修正/ }).click()
  await desk.getByRole('heading', { name: /年修正派单规则 1 项/ }).waitFor()
  await desk.getByRole('button', { name: 'r-B0303-2' }).waitFor()
  expect(await faultsOf(desk)).toEqual([])

  // Asked: what is said of the place decides, and the rule that lost says why.
  await page.goto('/catalogue?view=ask')
  await page.getByLabel('诉求内容').fill('摊位装修的砖头水泥堆在市场门口，三天没有人清运')
  await page.getByRole('combobox', { name: '地点', exact: true }).fill('枫丹花园')
  await page
    .getByRole('option', { name: /枫丹花园/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: '分类' }).fill('B0303')
  await page.getByRole('option', { name: /装修垃圾堆放/ }).click()
  await page.getByRole('combobox', { name: '地点类型' }).selectOption('market')
  await page.keyboard.press('Control+Enter')
  const answer = page.getByRole('region', { name: '现行版' })
  await answer.getByText(/派给\s*云川市环卫集团/).waitFor()
  expect(await answer.getByRole('listitem').filter({ hasText: '也符合，没轮到' }).first().textContent()).toContain(
    'r-B0303',
  )
  expect(await faultsOf(page)).toEqual([])

  // And the desk sends it there; its page says why.
  const dispatcher = await town.person('dispatcher1')
  const inside = await accepted('market')
  const proposed = await dispatcher.call('proposeDispatch', { params: { orderId: inside } })
  expect([proposed.rule, proposed.lead]).toEqual(['r-B0303-2', 'sanitation-group'])
  expect((await dispatcher.call('proposeDispatch', { params: { orderId: await accepted(null) } })).lead).toBe(
    'city-management',
  )
  await dispatcher.call('dispatchOrder', { params: { orderId: inside }, body: { lead: 'sanitation-group', co: [] } })
  await dispatcher.page.goto(`/orders/${inside}`)
  await dispatcher.page.getByText('市场', { exact: true }).first().waitFor()
  await dispatcher.page.getByRole('link', { name: '为什么派到这里' }).click()
  const why = dispatcher.page.getByRole('tabpanel', { name: '派单依据' })
  await why.getByText('现在再派，也是这一家。').waitFor()
  await why.getByRole('listitem').filter({ hasText: 'r-B0303-2' }).first().waitFor()
  expect(await faultsOf(dispatcher.page)).toEqual([])

  // Whoever dispatches reads the catalogue, and has nothing to change it with.
  await dispatcher.page.goto('/catalogue?row=r-B0303-2')
  await dispatcher.page.getByRole('complementary', { name: '规则', exact: true }).waitFor()
  expect(await dispatcher.page.getByRole('button', { name: '写进草稿' }).count()).toBe(0)
  expect(await faultsOf(dispatcher.page)).toEqual([])
})

test('many rules are changed at once, after what would change has been seen; a bad file is refused cell by cell', async () => {
  const { page } = lead
  await page.goto('/catalogue?category=A01')
  await page.getByRole('table', { name: '派单规则' }).waitFor()
  await page.getByRole('checkbox', { name: /^选中列出的/ }).check()
  await page.getByRole('button', { name: '改一列' }).click()
  const dialog = page.getByRole('dialog', { name: /条规则$/ })
  await dialog.getByRole('combobox', { name: '改哪一列' }).selectOption('owner')
  await dialog.getByRole('combobox', { name: /维护单位/ }).fill('民政局')
  await dialog.getByRole('option', { name: /云川市民政局/ }).click()
  await dialog
    .getByText(/^会改 \d+ 条/)
    .first()
    .waitFor()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '写进草稿' }).click()
  await page.getByText(/条已写进草稿/).waitFor()
  await page.getByRole('button', { name: '取消选择' }).click()
  await page.getByText(/草稿有 \d+ 处改动/).waitFor()

  const csv = 'id,priority,category,region,requestType,lead,co,basis\nr-x,0,Z9999,,,nobody,,依据\n'
  await page
    .getByLabel('导入', { exact: true })
    .setInputFiles({ name: 'rules.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  const refused = page.getByRole('dialog', { name: '导入' })
  await refused.getByRole('alert', { name: '要改的地方' }).waitFor()
  expect(await refused.getByRole('row').nth(1).textContent()).toMatch(/^2/)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByText(/草稿有 \d+ 处改动/).waitFor()
})

test('on a phone and in the dark the rules are read and asked; in English the page stands too', async () => {
  const { page } = await town.person('dispatcher1', { size: 'phone', theme: 'dark' })
  await page.goto('/catalogue?category=B03')
  await page.getByRole('button', { name: '装修垃圾堆放' }).first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '装修垃圾堆放' }).first().click()
  await page.getByRole('complementary', { name: '规则', exact: true }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto('/catalogue?view=ask')
  await page.getByLabel('诉求内容').waitFor()
  expect(await faultsOf(page)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)

  const reader = await town.person('leader1', { language: 'en' })
  await reader.page.goto('/catalogue')
  await reader.page.getByRole('table', { name: 'Dispatch rules' }).waitFor()
  expect(await faultsOf(reader.page)).toEqual([])
})

test('the seat says what kind of place it is and whose, by keys', async () => {
  const { page } = agent
  await page.goto('/seat')
  await page.getByRole('combobox', { name: '地点类型' }).waitFor()
  await page.keyboard.press('Alt+o')
  expect(await page.getByRole('combobox', { name: '地点类型' }).evaluate((box) => box === document.activeElement)).toBe(
    true,
  )
  await page.getByRole('combobox', { name: '地点类型' }).selectOption('residential-area')
  await page.getByRole('combobox', { name: '权属' }).selectOption('community')
  await page.getByRole('combobox', { name: '主体类型' }).selectOption('property-company')
  expect(await faultsOf(page)).toEqual([])
})

test('while a draft waits, its author goes on with another; the first comes back by one key once that is out of the way', async () => {
  const { page } = lead
  const drafted = {
    part: 'rules',
    id:
      (await lead.call('listCityVersions', { params: { part: 'rules' } })).versions.find((one) => one.inForce)?.id ?? 0,
  }
  const { content: rows } = await lead.call('getCityVersion', { params: drafted })
  const body = { base: drafted.id, rows: rows.map((row, i) => (i === 0 ? { ...row, owner: 'parks' } : row)) }
  const { id } = await lead.call('saveCityDraft', { params: { part: 'rules' }, body })
  await lead.call('handInRules', { params: { id }, body: { note: '维护单位改为园林' } })
  await page.goto('/catalogue?row=r-B0303')
  const waiting = page.getByRole('region', { name: '等审定的草稿' })
  await waiting.getByText('维护单位改为园林').waitFor()
  await waiting.getByText(/会另起一份/).waitFor()
  const panel = page.getByRole('complementary', { name: '修改规则' })
  await panel.getByRole('combobox', { name: '地点类型' }).selectOption('market')
  await panel.getByRole('button', { name: '写进草稿' }).click()
  await waiting.getByText('您正在写另一份，先提交或放弃它').waitFor()
  expect(await waiting.getByRole('button', { name: /收回再改/ }).getAttribute('aria-disabled')).toBe('true')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '放弃草稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
  await waiting.getByText(/会另起一份/).waitFor()
  await page.goto('/catalogue')
  await waiting.getByText(/会另起一份/).waitFor()
  await page.keyboard.press('t')
  await page.getByText('已收回，可以接着改。').waitFor()
  await waiting.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '看影响' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await faultsOf(page)).toEqual([])
})
