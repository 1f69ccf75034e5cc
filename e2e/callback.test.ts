import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
const people: Record<string, Person> = {}
const who = (login: string): Person => people[login] ?? expect.fail(`nobody is ${login}`)
beforeAll(async () => {
  town = await openTown()
  for (const login of ['agent1', 'dispatcher1', 'housing', 'reviewer1', 'callback1'])
    people[login] = await town.person(login)
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

/** An order whose answer the citizen has got. */
async function answered(title: string): Promise<{ id: string; no: string }> {
  const order = await who('agent1').call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'complaint',
        title,
        content: `${title}，请处理。`,
        category: 'E0202',
        region: '990101001',
        confidential: 'none',
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })
  const params = { orderId: order.id, n: 1 }
  const unit = who('housing')
  const dispatch = { lead: 'housing', co: [], overrideReason: '测试', note: null }
  await who('dispatcher1').call('dispatchOrder', { params, body: dispatch })
  await unit.call('signAssignment', { params })
  await unit.call('recordContact', { params, body: { method: 'phone', result: 'connected', summary: '已联系' } })
  const report = { handling: '已修', publicReply: `${title}已修好`, factTrue: 'yes', solved: 'solved', signer: '李局' }
  await unit.call('reportResult', { params, body: report })
  await who('reviewer1').call('reviewReply', { params, body: { verdict: 'approve' } })
  return order
}

const stateOf = async (id: string) =>
  (await who('agent1').call('getOrder', { params: { orderId: id } })) as unknown as Record<string, unknown>
const digits = async (text: string) => {
  for (const digit of text) await who('callback1').page.keyboard.press(digit)
}

test('keys alone: no answer with a next time, not content leads to rework, content closes', async () => {
  const [first, second, third] = [await answered('电梯故障'), await answered('楼道积水'), await answered('路灯不亮')]
  const { page } = who('callback1')
  const headed = (title: string) => page.getByRole('heading', { name: title, exact: true }).waitFor()
  await page.goto('/callback')
  await page.getByRole('button', { name: '电梯故障', exact: true }).waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.keyboard.press('j')
  await headed('电梯故障')
  await page.getByText('电梯故障已修好').waitFor()
  await page.getByText(/您今天反映的“电梯故障”/).waitFor()
  await digits('2')
  await page.getByRole('button', { name: '明天 09:00' }).waitFor()
  await page.getByRole('button', { name: '明天 09:00' }).press('Enter')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByText('未接通已登记').waitFor()
  expect(await stateOf(first.id)).toMatchObject({ state: 'pending-callback', callbackAttempts: 1 })

  await headed('楼道积水')
  const close = page.getByRole('button', { name: /办结/ })
  expect(await close.getAttribute('aria-description')).toBe('还没记打没打通')
  await digits('111321')
  const redo = page.getByRole('button', { name: /发起重办/ })
  await redo.waitFor()
  expect(await redo.getAttribute('aria-description')).toBe('还差不满意的原因')
  expect(await close.getAttribute('aria-description')).toContain('市民不满意')
  expect(await faultsOf(page)).toEqual([])
  // The last digit has led into the reason.
  await page.keyboard.type('又积水了')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已发起重办').waitFor()
  const redone = await stateOf(second.id)
  expect(redone).toMatchObject({ state: 'rework', reworkCount: 1, assignments: [{ sentBack: { reason: '又积水了' } }] })

  await headed('路灯不亮')
  await digits('111155')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已办结').waitFor()
  expect(await stateOf(third.id)).toMatchObject({ state: 'closed' })
}, 90_000)

test('the number is masked until a reason is given; then it is a link that dials', async () => {
  const order = await answered('下水道堵塞')
  const { page } = who('callback1')
  await page.goto(`/callback?order=${order.id}`)
  await page.getByText('139****0458 看号码').waitFor()
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: '查看诉求人信息' })
  await dialog.getByLabel('理由').fill('')
  const see = dialog.getByRole('button', { name: '查看', exact: true })
  expect(await see.getAttribute('aria-description')).toBe('还差：写明理由（至少 2 个字）。')
  await dialog.getByLabel('理由').fill('回访核实')
  expect(await faultsOf(page)).toEqual([])
  await see.click()
  const call = page.getByRole('link', { name: '拨打 13900000458' })
  expect(await call.getAttribute('href')).toBe('tel:13900000458')
})

test('a draft of the call outlives a reload', async () => {
  const order = await answered('道路坑洼')
  const { page } = who('callback1')
  await page.goto(`/callback?order=${order.id}`)
  await page.getByText('打通了吗').waitFor()
  await digits('112')
  await page.getByText('草稿已存').waitFor()
  await page.reload()
  await page.locator('[data-question="solved"]').waitFor()
  expect(await page.getByRole('radio', { name: '不属实' }).getAttribute('aria-checked')).toBe('true')
})
