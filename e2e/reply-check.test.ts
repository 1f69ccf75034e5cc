import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person
let dispatcher: Person
beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  dispatcher = await town.person('dispatcher1')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const REPLY = '您好：我单位高度重视，将积极协调。井盖将于下月更换。已告知业主张建国。'

test('what a reviewer would ask stands under the reply while it is written, and bars nothing', {
  timeout: 60_000,
}, async () => {
  const order = await agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'help',
        title: '井盖破损',
        content: '王先生说学府路井盖破了，请尽快处理。',
        demand: '更换井盖；说明巡查间隔',
        category: 'E0202',
        region: '990101001',
        confidential: 'none',
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })
  const params = { orderId: order.id }
  await dispatcher.call('dispatchOrder', { params, body: { lead: 'water-group', co: [], overrideReason: '测试' } })
  const unit = await town.person('water-group')
  const works = { params: { ...params, n: 1 } }
  await unit.call('signAssignment', works)
  await unit.call('recordContact', { ...works, body: { method: 'phone', result: 'connected', summary: '已约上门' } })
  const { page } = unit
  await page.goto('/unit')
  await page.getByRole('button', { name: '井盖破损', exact: true }).click()
  await page.getByLabel('公开答复').fill(REPLY)
  await page.getByRole('radio', { name: '已解决', exact: true }).click()
  const box = page.getByRole('region', { name: '答复检查' })
  for (const name of ['空话', '没有回应这一点', '个人信息', '与“是否解决”矛盾'])
    await box.getByText(name, { exact: true }).first().waitFor()
  await box.getByRole('button', { name: /井盖将于下月更换/ }).click()
  const chosen = await page
    .getByLabel('公开答复')
    .evaluate((area) => (area instanceof HTMLTextAreaElement ? [area.selectionStart, area.selectionEnd] : []))
  expect(REPLY.slice(chosen[0], chosen[1])).toBe('井盖将于下月更换。')
  await box.getByText('时效', { exact: true }).click()
  await box.getByText('有日期或期限').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOf(page)).toEqual([])

  await page.getByLabel('办理情况').fill('已派人')
  await page.getByRole('radio', { name: '属实', exact: true }).click()
  await page.getByLabel('签发人').fill('李局')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已反馈，等热线审核。').waitFor()

  const { page: desk } = await town.person('reviewer1')
  await desk.goto(`/review?desk=reply-review&order=${order.id}`)
  const beside = desk.getByRole('region', { name: '答复检查' })
  await beside.getByText('个人信息', { exact: true }).waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await beside.getByRole('button', { name: '写进问题' }).first().click()
  expect(await desk.getByRole('textbox', { name: '问题' }).inputValue()).not.toBe('')
})
