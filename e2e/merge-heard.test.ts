import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

const report = {
  handling: '已到场加固',
  publicReply: '已加固，请放心使用。',
  factTrue: 'yes',
  solved: 'solved',
  signer: '李局',
}

/** Who is merged into another's order is heard until it is answered, and after it has closed. */
describe('a caller of a merged order', () => {
  let town: Town
  let agent: Person
  let dispatcher: Person
  let housing: Person
  let reviewer: Person
  let caller: Person

  const accept = async (content: string, phone: string, title: string, review = 'auto') => {
    const order = (await agent.call('acceptOrder', {
      body: {
        channel: 'phone',
        request: { requestType: 'help', title, content, category: 'E0201', region: '990101001', confidential: 'none' },
        appellant: { name: '王小明', gender: 'male', callerPhone: phone },
        outcome: { kind: 'submit', review },
      },
    })) as { id: string; no: string; queryCode: string | null }
    return { ...order, queryCode: order.queryCode ?? '' }
  }

  beforeAll(async () => {
    town = await openTown()
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    agent = await town.person('agent1')
    dispatcher = await town.person('dispatcher1')
    housing = await town.person('housing')
    reviewer = await town.person('reviewer1')
    caller = await town.person('callback1')
  }, 150_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('a caller of a merged order adds and urges on their own page; the unit at the master reads whose it is', async () => {
    const [a, b] = [
      await accept('翠竹苑健身器材松了', '13800009991', '翠竹苑器材'),
      await accept('翠竹苑健身器材快倒了', '13800009992', '翠竹苑器材松'),
    ]
    const orderId = a.id
    const lead = { lead: 'housing', co: [], overrideReason: '测试' }
    await dispatcher.call('dispatchOrder', { params: { orderId }, body: lead })
    await dispatcher.call('mergeOrder', { params: { orderId: b.id }, body: { master: a.id, reason: '同一处' } })
    await housing.call('signAssignment', { params: { orderId, n: 1 } })
    const { page } = await town.visitor({ size: 'phone' })
    await page.goto('/c/follow')
    await page.getByLabel('诉求编号').first().fill(b.no)
    await page.getByLabel('查询码').first().fill(b.queryCode)
    await page.getByRole('button', { name: '查看' }).first().click()
    await page.getByText(/合并办理）/).waitFor()
    await page.getByRole('button', { name: '补充情况' }).click()
    await page.getByLabel('还有什么要告诉办理单位？').fill('孩子差点被砸到，电话 13800009992')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '发送' }).click()
    await page.getByText('已补充，办理单位看得到。').waitFor()
    await page.getByRole('button', { name: '催一下' }).click()
    await page.locator('form.act').getByRole('button', { name: '催一下' }).click()
    await page.getByText('已催办，办理单位和热线都看得到。').waitFor()
    const unit = housing.page
    await unit.goto(`/unit?order=${a.id}&n=1`)
    await unit
      .getByText(`来自并案诉求 …${b.no.slice(-5)}`)
      .first()
      .waitFor()
    await unit
      .getByText(/孩子差点被砸到/)
      .first()
      .waitFor()
    expect(await unit.content()).not.toContain('13800009992')
    expect(await faultsOf(unit)).toEqual([])
  })

  test('a closed merged order is reopened on its own from its page, with a link to its former master', async () => {
    const [a, b] = [
      await accept('翠竹苑围墙裂了', '13800009881', '翠竹苑围墙'),
      await accept('翠竹苑围墙开裂', '13800009882', '翠竹苑围墙裂'),
    ]
    const orderId = a.id
    const lead = { lead: 'housing', co: [], overrideReason: '测试' }
    await dispatcher.call('dispatchOrder', { params: { orderId }, body: lead })
    await dispatcher.call('mergeOrder', { params: { orderId: b.id }, body: { master: a.id, reason: '同一处' } })
    await housing.call('signAssignment', { params: { orderId, n: 1 } })
    const contact = { method: 'phone', result: 'connected', summary: '已说明' }
    await housing.call('recordContact', { params: { orderId, n: 1 }, body: contact })
    await housing.call('reportResult', { params: { orderId, n: 1 }, body: report })
    await reviewer.call('reviewReply', { params: { orderId }, body: { verdict: 'approve' } })
    const answers = {
      contacted: true,
      replyTrue: true,
      solved: 'yes',
      satisfaction: 5,
      attitude: 5,
      reason: null,
      opinion: null,
    }
    const body = { result: 'answered', channel: 'phone', answers, outcome: 'close', note: null }
    for (const { id } of [a, b]) await caller.call('recordCallback', { params: { orderId: id }, body })
    const { page } = caller
    await page.goto(`/orders/${b.id}`)
    await page.getByRole('button', { name: /^重开/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('主单退回原单位重办', { exact: false }).waitFor()
    await dialog.getByRole('radio', { name: '拆出单独办' }).click()
    await dialog.getByRole('textbox', { name: /没解决的证据/ }).fill('我家这段又裂了')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '重开' }).click()
    await page.getByText(/重开本单，从主单 .* 拆出/).waitFor()
    await page.getByText('拆自主单').waitFor()
    const master = (await dispatcher.call('getOrder', { params: { orderId } })) as { state: string }
    expect(master.state).toBe('closed')
  })

  test('intake review corrects the kind of place, the ownership and the respondent, each with its reason', async () => {
    const order = await accept('小区门口的路坏了', '13800009771', '小区道路', 'yes')
    const { page } = reviewer
    await page.goto(`/review?desk=intake-review&order=${order.id}`)
    await page.getByRole('combobox', { name: '地点类型' }).selectOption({ label: '小区内' })
    await page.getByText('地点类型已更正').waitFor()
    await page.getByRole('combobox', { name: '权属' }).selectOption({ label: '小区共有' })
    await page.getByText('权属已更正').waitFor()
    await page.getByRole('combobox', { name: '被诉主体类型' }).selectOption({ label: '物业公司' })
    await page.getByText('被诉主体类型已更正').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const { request } = (await dispatcher.call('getOrder', { params: { orderId: order.id } })) as { request: object }
    expect(request).toMatchObject({
      placeType: 'residential-area',
      ownership: 'community',
      respondentType: 'property-company',
    })
  })
})
