import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person
let dispatcher: Person
let housing: Person
let works: Person
beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  dispatcher = await town.person('dispatcher1')
  housing = await town.person('housing')
  works = await town.person('municipal-works')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const accept = (title: string, review: 'auto' | 'yes') =>
  agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'complaint',
        title,
        content: `${title}，老人出行不便，请尽快修好。`,
        demand: '尽快修好并告知时间',
        category: 'E0202',
        region: '990101001',
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review },
    },
  })

const body = (publicReply: string) => ({
  handling: '现场已处理',
  publicReply,
  factTrue: 'yes',
  solved: 'solved',
  signer: '李局',
})

async function handle(unit: Person, id: string, n: number, publicReply: string): Promise<void> {
  const params = { orderId: id, n }
  await unit.call('signAssignment', { params })
  const contact = { method: 'phone', result: 'connected', summary: '已联系市民' }
  await unit.call('recordContact', { params, body: contact })
  await unit.call('reportResult', { params, body: body(publicReply) })
}

/** An order whose lead and co-unit have both reported. */
async function answered(title: string) {
  const order = await accept(title, 'auto')
  const state = await agent.call('getOrder', { params: { orderId: order.id } })
  const reviewer = await town.person('reviewer1')
  if ((state as { state?: string }).state === 'pending-review')
    await reviewer.call('reviewIntake', { params: { orderId: order.id }, body: { verdict: 'pass' } })
  await dispatcher.call('dispatchOrder', {
    params: { orderId: order.id },
    body: { lead: 'housing', co: ['municipal-works'], overrideReason: '测试', note: null },
  })
  await handle(works, order.id, 2, '协办：路面已平整')
  await handle(housing, order.id, 1, '井盖已更换')
  return order
}

const headed = ({ page }: Person, title: string) => page.getByRole('heading', { name: title, exact: true }).waitFor()
const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name })

test('a reply is read beside the demand; 2 names what is wrong, who mends it, and the next opens by itself', {
  timeout: 60_000,
}, async () => {
  const first = await answered('井盖破损待审')
  await answered('井盖异响待审')
  const reviewer = await town.person('reviewer1')
  await reviewer.page.goto('/review')
  await headed(reviewer, '井盖破损待审')
  await reviewer.page.getByText('尽快修好并告知时间').first().waitFor()
  await reviewer.page.getByText('井盖已更换').waitFor()
  await reviewer.page.getByText('协办：路面已平整').waitFor()
  expect(await faultsOf(reviewer.page)).toEqual([])
  await reviewer.page.keyboard.press('2')
  const send = button(reviewer, /退回补办，看下一件/)
  expect(await send.getAttribute('aria-description')).toBe('写明问题再退回')
  await button(reviewer, '没有说明何时完成').click()
  await reviewer.page.getByRole('checkbox', { name: /市政/ }).check()
  expect(await faultsOf(reviewer.page)).toEqual([])
  await reviewer.page.keyboard.press('Control+Enter')
  await reviewer.page.getByText(`${first.no} 已退回补办`).waitFor()
  await headed(reviewer, '井盖异响待审')

  for (const [unit, n, words] of [
    [works, 2, '协办：路面已平整，验收合格'],
    [housing, 1, '井盖已更换，11 月底前验收'],
  ] as const)
    await unit.call('reportResult', { params: { orderId: first.id, n }, body: body(words) })
  await button(reviewer, '显示').click()
  await button(reviewer, '井盖破损待审').click()
  await reviewer.page.getByRole('heading', { name: '上一轮' }).waitFor()
  await reviewer.page.getByText('没有说明何时完成').waitFor()
  await reviewer.page.getByText('井盖已更换，11 月底前验收').waitFor()
  await reviewer.page.keyboard.press('1')
  await reviewer.page.getByText(`${first.no} 审核通过，已答复市民`).waitFor()
  const closed = await agent.call('getOrder', { params: { orderId: first.id } })
  expect(closed).toMatchObject({ state: 'pending-callback' })
})

test('intake: the category is mended, one passes, one goes back to the seat, one is declined', {
  timeout: 60_000,
}, async () => {
  const orders = []
  for (const title of ['预审井盖一', '预审井盖二', '预审井盖三']) orders.push(await accept(title, 'yes'))
  const [pass, back, decline] = orders
  const reviewer = await town.person('reviewer1', { theme: 'dark' })
  await reviewer.page.goto('/review')
  await reviewer.page.getByRole('tab', { name: /预审/ }).click()
  await button(reviewer, '预审井盖一').click()
  await headed(reviewer, '预审井盖一')
  await reviewer.page.getByRole('combobox', { name: /找分类/ }).fill('E0201')
  await reviewer.page.getByRole('listbox').getByRole('option').first().click()
  await reviewer.page.getByText(/分类改为/).waitFor()
  expect(await faultsOf(reviewer.page)).toEqual([])
  await reviewer.page.getByRole('heading', { name: '预审井盖一' }).click()
  await reviewer.page.keyboard.press('1')
  await reviewer.page.getByText(`${pass?.no} 预审通过，待派单`).waitFor()

  await button(reviewer, '预审井盖二').click()
  await headed(reviewer, '预审井盖二')
  await reviewer.page.keyboard.press('2')
  await reviewer.page.getByLabel('还差什么').fill('哪一个路口')
  await reviewer.page.keyboard.press('Control+Enter')
  await reviewer.page.getByText(`${back?.no} 已退回坐席补充`).waitFor()

  await button(reviewer, '预审井盖三').click()
  await headed(reviewer, '预审井盖三')
  await reviewer.page.keyboard.press('3')
  await reviewer.page.getByLabel('原因').selectOption({ index: 1 })
  expect(await reviewer.page.getByLabel('告知内容').inputValue()).not.toBe('')
  expect(await faultsOf(reviewer.page)).toEqual([])
  await button(reviewer, /不予受理并告知/).click()
  await reviewer.page.getByText(`${decline?.no} 已按不予受理告知`).waitFor()
})

test('somebody else’s claim bars the verdict and says whose it is', { timeout: 60_000 }, async () => {
  await answered('井盖渗水待审')
  const one = await town.person('reviewer1')
  const other = await town.person('reviewer2', { language: 'en' })
  for (const { page } of [one, other]) {
    await page.goto('/review')
    await page.getByRole('button', { name: '井盖渗水待审' }).click()
  }
  await headed(one, '井盖渗水待审')
  await one.page.keyboard.press('c')
  await one.page.getByText(/我已领取/).waitFor()
  await other.page.reload()
  await other.page.getByText(/Taken up by 姚立远/).waitFor()
  await expect.poll(() => button(other, /Approve, next/).getAttribute('aria-description')).toMatch(/姚立远/)
  expect(await faultsOf(other.page)).toEqual([])
})
