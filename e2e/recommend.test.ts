import { afterAll, beforeAll, expect, test } from 'vitest'
import { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { closeOrder } from '#server/close-order.fixture.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person

const set = (policy: Partial<StraightThroughPolicy>) => {
  const { house } = town.open
  const straightThrough = StraightThroughPolicy.parse(policy)
  house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0, straightThrough } }
}
const EASY = { minScore: 0.5, minCases: 2, minConfidence: 0, urgent: true }

const accept = (title: string, more: object = {}) =>
  agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'help',
        title,
        content: `${title}，车一过就响，夜里睡不着。`,
        category: 'E0202',
        region: '990101001',
        confidential: 'none',
        kind: 'general',
        ...more,
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })

beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  set({ enabled: false })
  for (const title of ['井盖松动异响', '井盖翘起异响', '井盖破损异响']) {
    const { id } = await accept(title)
    await closeOrder(town.open.house, id, 'municipal-works')
  }
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name })

test('a recommendation says why, shows what was before, and one key takes it', async () => {
  const past = await agent.call('listOrders', { query: { limit: '50' } })
  const { no } = await accept('路口井盖响')
  const one = await town.person('dispatcher1')
  const { page } = one
  await page.goto('/dispatch')
  const units = page.getByRole('list', { name: '主办单位' })
  await units.getByText(/规则 .*指向它；相似先例 3 件由它办结/).waitFor()
  await units.getByText('近 90 天这类情形派给它 3 件：办结 3，派错 0', { exact: false }).waitFor()
  const before = units.getByRole('link').first()
  expect(past.orders.map((row) => row.no)).toContain(await before.textContent())
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: /搜其他单位/ }).fill('教育局')
  await page
    .getByRole('option', { name: /教育局/ })
    .first()
    .click()
  await page.getByLabel(/改派理由/).waitFor()
  await page.getByRole('heading', { name: '路口井盖响' }).click()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await page.getByText(`${no} 已派给 云川市市政工程管理处`).waitFor()
  await one.context.close()
})

test('a clear order goes by itself; the desk sees why and sends it elsewhere; a confidential one says why it stayed', async () => {
  set({ ...EASY, enabled: true })
  const { id, no } = await accept('学校门口井盖响')
  const kept = await accept('匿名井盖响', { confidential: 'name' })
  await expect
    .poll(async () => (await agent.call('getOrder', { params: { orderId: id } })).state, { timeout: 30_000 })
    .toBe('in-handling')
  const one = await town.person('dispatcher1')
  const { page } = one
  await page.goto('/dispatch?tab=straight')
  await button(one, '学校门口井盖响').click()
  const column = page.getByRole('region', { name: '已经派出' })
  await column.getByRole('heading', { name: '为什么直派' }).waitFor()
  await column.getByText('规则与推荐一致').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await column.getByRole('button', { name: '撤回到待派池' }).getAttribute('aria-disabled')).toBe('true')
  await column.getByRole('textbox', { name: '说明' }).fill('学校产权，归教育局')
  await column.getByRole('combobox', { name: '改派给' }).fill('教育局')
  await page
    .getByRole('option', { name: /教育局/ })
    .first()
    .click()
  expect(await faultsOf(page)).toEqual([])
  await column.getByRole('button', { name: /改派给 .*教育局/ }).click()
  await page.getByText(new RegExp(`${no} 已改派给`)).waitFor()

  await page.goto(`/orders/${id}`)
  await page.getByRole('heading', { name: '为什么直派' }).waitFor()
  await page.getByText('撤回了派单：派错单位').waitFor()
  await page.goto(`/orders/${kept.id}`)
  await page.getByRole('heading', { name: '为什么没有直派' }).waitFor()
  await page.getByText('需要保密').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await one.context.close()
})

test('a dispatch goes back to the pool with one reason, and is dispatched anew there', async () => {
  set({ enabled: false })
  const { id, no } = await accept('广场井盖响')
  const one = await town.person('dispatcher2')
  const { page } = one
  await one.call('dispatchOrder', {
    params: { orderId: id },
    body: { lead: 'education', co: [], overrideReason: '测试', note: null },
  })
  await page.goto(`/dispatch?tab=done&order=${id}`)
  const column = page.getByRole('region', { name: '已经派出' })
  await column.getByText('这件由人工派出，没有直派记录。').waitFor()
  await column.getByRole('textbox', { name: '说明' }).fill('看错了地点')
  await column.getByRole('button', { name: '撤回到待派池' }).click()
  await page.getByText(`${no} 已撤回，回到待派池`).waitFor()
  const reply = await agent.call('getOrder', { params: { orderId: id } })
  expect(reply.state).toBe('pending-dispatch')
  await one.context.close()
})

test.each([
  ['on a desk', {}],
  ['on a phone, in the dark', { size: 'phone', theme: 'dark' }],
] as const)('who leads the desk sees what is set, and tries other bounds on the past: %s', async (_, look) => {
  const lead = await town.person('dispatchlead1', look)
  const { page } = lead
  await page.goto('/straight-through')
  await page.getByText('直派未开启').waitFor()
  await page.getByText('推荐分至少').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('推荐分至少').fill('0.5')
  await page.getByLabel('该单位此情形办过至少').fill('1')
  await page.getByLabel('分类把握至少').fill('0')
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByText(/会直接派出 占/).waitFor()
  await page.getByText('没有直派的原因').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await lead.context.close()
})

test('the page speaks English', async () => {
  const lead = await town.person('dispatchlead1', { language: 'en' })
  await lead.page.goto('/straight-through')
  await lead.page.getByText('Straight-through dispatch is off').waitFor()
  expect(await faultsOf(lead.page)).toEqual([])
  await lead.context.close()
})
