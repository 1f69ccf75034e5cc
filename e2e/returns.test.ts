import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person
let dispatcher: Person
let lead: Person
let leader: Person
beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  dispatcher = await town.person('dispatcher1')
  lead = await town.person('dispatchlead1')
  leader = await town.person('leader1', { theme: 'dark' })
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const sent = (id: string, unit: string) =>
  dispatcher.call('dispatchOrder', { params: { orderId: id }, body: { lead: unit, co: [], overrideReason: '测试' } })

async function dispatched(
  title: string,
  more: object = {},
): Promise<{ id: string; no: string; queryCode: string | null }> {
  const order = await agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'help',
        title,
        content: `${title}，车一过就响，请尽快处理。`,
        category: 'E0202',
        region: '990101001',
        confidential: 'none',
        ...more,
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })
  await sent(order.id, 'housing')
  return order
}

test('a unit gives an order back, a second one too; a ruling ends it and becomes a rule', async () => {
  const title = '井盖一过车就响'
  const { id, no, queryCode } = await dispatched(title, { placeType: 'residential-area', ownership: 'unknown' })

  // The unit: what is missing stands beside the button, and nothing goes without it.
  const housing = await town.person('housing')
  const unit = housing.page
  await unit.goto(`/unit?order=${id}&n=1`)
  await unit.getByRole('button', { name: '申请退单' }).click()
  const dialog = unit.getByRole('dialog', { name: '申请退单' })
  const send = dialog.getByRole('button', { name: '提交退单申请' })
  await dialog.getByText('还差：理由、说明、签字领导').waitFor()
  await dialog.getByRole('combobox', { name: '理由' }).selectOption('not-our-duty')
  await dialog.getByText('还差：说明、依据、证据、签字领导').waitFor()
  expect(await faultsOf(unit)).toEqual([])
  await dialog.getByRole('textbox', { name: '说明' }).fill('井盖铸有“供水”字样，在小区红线外')
  await dialog.getByRole('textbox', { name: '依据' }).fill('云川市供水条例第十二条')
  const chooser = unit.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: '现场照片、权属证明' }).click()
  await (await chooser).setFiles({ name: '权属证明.txt', mimeType: 'text/plain', buffer: Buffer.from('井盖属水务') })
  await dialog.getByRole('button', { name: '权属证明.txt' }).first().waitFor()
  await dialog.getByRole('combobox', { name: '建议改派' }).fill('水务集团')
  await dialog.getByRole('option', { name: '云川市水务集团' }).click()
  await dialog.getByRole('combobox', { name: '签字领导' }).fill('王建业')
  await send.click()
  await unit.getByText('退单审核中，决定前仍由本单位负责').waitFor()
  const asked = unit.getByRole('button', { name: '申请退单' })
  await expect.poll(() => asked.getAttribute('aria-disabled')).toBe('true')
  expect(await faultsOf(unit)).toEqual([])

  // The dispatch lead: by key, with the finding first.
  const desk = lead.page
  await desk.goto('/returns')
  await desk.getByText('云川市供水条例第十二条').waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await desk.keyboard.press('r')
  await desk.keyboard.insertText('盖面标识属水务，同意')
  await desk.getByRole('button', { name: '同意退单' }).click()
  await desk.getByText('没有待审的退单').waitFor()
  await sent(id, 'transport')

  // A second return: only a ruling is open.
  const transport = await town.person('transport')
  await transport.call('requestReturn', {
    params: { orderId: id, n: 2 },
    body: { reason: 'ownership', explanation: '该路段不属公路', basis: '公路法', document: '交函7号', signer: '李局' },
  })
  await desk.getByRole('button', { name: '转裁定' }).waitFor()
  expect(await desk.getByRole('button', { name: '同意退单' }).getAttribute('aria-description')).toBe(
    '第二次退单或已经三家单位，只能转裁定',
  )
  await desk.getByRole('textbox', { name: '决定说明' }).fill('井盖归水务还是市政')
  await desk.getByRole('button', { name: '转裁定' }).click()
  await desk.getByText('没有待审的退单').waitFor()
  const followed = await (await town.visitor()).call('citizenFollow', { body: { no, code: queryCode } })
  expect(followed.stage).toBe('办理中')

  // The leader rules, and the ruling becomes a rule with one click.
  const { page } = leader
  await page.goto('/problems')
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByText('裁定前由 云川市住房和城乡建设局 负责').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('combobox', { name: '主办单位' }).fill('市政工程')
  await page.getByRole('option', { name: '云川市市政工程管理处' }).click()
  await page.getByRole('textbox', { name: '裁定意见' }).fill('产权不明，由市政先行处置')
  await page.getByRole('textbox', { name: '会商纪要' }).fill('3 月 2 日住建、交通、水务、市政会商')
  await page.getByRole('button', { name: '作出裁定' }).click()
  // Only what is known of the order can be a ground of the rule.
  await page.getByRole('checkbox', { name: '地点类型 小区内' }).check()
  expect(await page.getByRole('group', { name: '只管这样的' }).getByRole('checkbox').count()).toBe(1)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '拟成规则' }).click()
  await page.getByText(/规则 r-E0202\S*residential-area\S* 已写入派单目录草稿/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const works = await town.person('municipal-works')
  await works.page.goto(`/unit?order=${id}`)
  await works.page.getByText('产权不明，由市政先行处置').first().waitFor()
  expect(await works.page.getByRole('button', { name: '申请退单' }).getAttribute('aria-description')).toBe(
    '已经裁定由本单位承办，不能再退',
  )
  await works.page.goto(`/orders/${id}`)
  await works.page.getByText('裁定由').first().waitFor()
})

test('on a phone and in the dark: the list, then the order', async () => {
  const { id } = await dispatched('路面有坑')
  await (await town.person('housing')).call('requestReturn', {
    params: { orderId: id, n: 1 },
    body: { reason: 'info-missing', explanation: '没有具体路段', signer: '王局' },
  })
  const { page } = await town.person('dispatchlead1', { size: 'phone', theme: 'dark' })
  await page.goto('/returns')
  await page.getByRole('button', { name: /路面有坑/ }).click()
  await page.getByText('没有具体路段').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '返回列表' }).click()
  await page.getByRole('button', { name: /路面有坑/ }).waitFor()
  await page.goto('/problems?tab=ruled')
  await page.getByRole('tab', { name: '已裁定' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})
