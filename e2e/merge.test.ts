import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweepAlerts } from '#server/alerts/find-bursts.ts'
import { sweepClusters } from '#server/same/find-clusters.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

const report = {
  handling: '已到场抢修',
  publicReply: '水管已修复，恢复供水。',
  factTrue: 'yes',
  solved: 'solved',
  signer: '李局',
}

/** Three neighbours without water: an alert, one master, three calls; one of them is another matter after all. */
describe('one matter, many callers', () => {
  let town: Town
  let agent: Person
  let dispatcher: Person
  let supervisor: Person
  let housing: Person
  let reviewer: Person
  let caller: Person
  const orders: { id: string; no: string; queryCode: string }[] = []

  const accept = async (content: string, phone: string, title = '翠竹苑停水') => {
    const order = (await agent.call('acceptOrder', {
      body: {
        channel: 'phone',
        request: {
          requestType: 'help',
          title,
          content,
          category: 'E0201',
          region: '990101001',
          lng: 113.71,
          lat: 34.71,
          confidential: 'none',
        },
        appellant: { name: '王小明', gender: 'male', callerPhone: phone },
        outcome: { kind: 'submit' },
      },
    })) as { id: string; no: string; queryCode: string | null }
    orders.push({ ...order, queryCode: order.queryCode ?? '' })
    return order
  }

  beforeAll(async () => {
    town = await openTown()
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    agent = await town.person('agent1')
    dispatcher = await town.person('dispatcher1')
    supervisor = await town.person('supervisor1')
    housing = await town.person('housing')
    reviewer = await town.person('reviewer1')
    caller = await town.person('callback1')
    for (const [n, more] of ['', '，家里有老人', '，什么时候来水'].entries())
      await accept(`翠竹苑小区从今天早上开始全部停水，物业说水管爆了${more}`, `1380000456${n}`)
    const raised = async () => {
      await sweepClusters(house, house.now())
      await sweepAlerts(house, house.now())
      return ((await supervisor.call('listAlerts')) as { open: number }).open > 0
    }
    for (let tries = 0; tries < 400 && !(await raised()); tries++) await new Promise((wake) => setTimeout(wake, 250))
  }, 150_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('the supervisor is told by the bell, sees who and how many, and says what is done', async () => {
    const { page } = supervisor
    const line = page.getByRole('status').filter({ hasText: '1 条预警待确认' })
    await page.goto('/board')
    await line.getByRole('link', { name: '去看' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/clusters')
    await line.waitFor()
    await page.getByRole('button', { name: /^通知/ }).click()
    await page.getByRole('link', { name: /多人反映，请看预警/ }).click()
    await page.waitForURL(/\/alerts/)
    const alert = page.getByRole('listitem').filter({ hasText: '突发' }).first()
    await alert.getByText('3 人').waitFor()
    await page.getByRole('list', { name: '翠竹苑停水 的工单' }).getByRole('link').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('textbox', { name: /怎么处置/ }).fill('已请供水集团到场')
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByText('没有待确认的预警').waitFor()
    await page.getByRole('radio', { name: '全部' }).click()
    await page.getByText(/确认$/).first().waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/board')
    await page.getByRole('region', { name: '今日' }).waitFor()
    expect(await page.getByText('条预警待确认').count()).toBe(0)
  })

  test('the dispatcher is shown the proposal with its tests, and merges all of them at once from the matter', async () => {
    const { page } = dispatcher
    const last = orders.at(-1)
    if (last === undefined) throw new Error('no order')
    await page.goto(`/dispatch?order=${last.id}`)
    await page.getByRole('button', { name: /并案/ }).first().click()
    const likely = page.getByRole('list', { name: '很可能是同一件事' })
    await likely.getByText('不同人同一处：并案').first().waitFor()
    await likely
      .getByText(/相距 0 米/)
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.goto('/clusters')
    await page.getByRole('listitem').filter({ hasText: '翠竹苑停水' }).first().locator('summary').click()
    await page.getByRole('button', { name: '并成一件' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('radio').count()).toBe(3)
    const reason = dialog.getByRole('textbox', { name: '并案理由' })
    expect(await reason.inputValue()).toBe('')
    await dialog.getByText('先写并案理由').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Alt+3')
    expect(await reason.inputValue()).toBe('同一事项多人反映')
    await dialog.getByRole('button', { name: '并入 2 件' }).click()
    await dialog.getByText('2 件已并入主单。').waitFor()
    await dialog.getByRole('link', { name: '打开主单' }).click()
    await page.getByRole('heading', { name: '诉求人与回访' }).waitFor()
    await page.getByText('3 人，已回访 0').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('each caller is called; a content one is closed, a dissatisfied one is split off and dispatched anew', async () => {
    const [master, second, third] = orders
    if (master === undefined || second === undefined || third === undefined) throw new Error('orders are missing')
    const orderId = master.id
    await dispatcher.call('dispatchOrder', {
      params: { orderId },
      body: { lead: 'housing', co: [], overrideReason: '测试' },
    })
    await housing.call('signAssignment', { params: { orderId, n: 1 } })
    const contact = { method: 'phone', result: 'connected', summary: '已说明抢修安排' }
    await housing.call('recordContact', { params: { orderId, n: 1 }, body: contact })
    await housing.call('reportResult', { params: { orderId, n: 1 }, body: report })
    await reviewer.call('reviewReply', { params: { orderId }, body: { verdict: 'approve' } })

    const { page } = caller
    const open = async (id: string) => {
      await page.goto(`/callback?order=${id}`)
      await page.getByText('这件并在主单里办', { exact: false }).waitFor()
      await page.getByText('水管已修复，恢复供水。').waitFor()
    }
    await open(second.id)
    expect(await faultsOf(page)).toEqual([])
    for (const key of ['1', '1', '1', '1', '5', '5']) await page.keyboard.press(key)
    await page.getByRole('button', { name: /^办结/ }).click()
    await page.getByText('已办结。').waitFor()
    await open(third.id)
    for (const key of ['1', '1', '2', '3', '1', '2']) await page.keyboard.press(key)
    await page.getByRole('textbox', { name: /不满意的原因/ }).fill('我家是水表坏了，不是停水')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '拆出单办' }).click()
    await page.getByText('已拆成单独的工单，等待派单。').waitFor()
    const view = (await dispatcher.call('getOrder', { params: { orderId: third.id } })) as { state: string }
    expect(view.state).toBe('pending-dispatch')
  })

  test('the master’s page says who was called and what they said', async () => {
    const { page } = dispatcher
    await page.goto(`/orders/${orders[0]?.id}`)
    await page.getByText('2 人，已回访 1').waitFor()
    await page.getByText('解决了，满意度 5/5').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await faultsOf(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('a merged order is split off from its own page with a reason', async () => {
    const [a, b] = [
      await accept('翠竹苑门口井盖响', '13800007771', '翠竹苑井盖'),
      await accept('翠竹苑门口井盖松动', '13800007772', '翠竹苑井盖松动'),
    ]
    await dispatcher.call('mergeOrder', { params: { orderId: b.id }, body: { master: a.id, reason: '同一处' } })
    const { page } = dispatcher
    await page.goto(`/orders/${b.id}`)
    await page.getByRole('button', { name: /^拆案/ }).click()
    await page.getByRole('textbox', { name: /为什么不是同一件/ }).fill('不是同一个井盖')
    expect(await faultsOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    const [box, label] = [page.getByRole('dialog'), page.getByRole('dialog').locator('label')]
    expect((await label.boundingBox())?.x).toBeGreaterThan((await box.boundingBox())?.x ?? 390)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('dialog').getByRole('button', { name: '拆案' }).click()
    await page.getByText(/从主单 .* 拆出，回到派单台/).waitFor()
  })

  test('the citizen of a merged order follows the master without seeing whose it is', async () => {
    const [a, b] = [
      await accept('翠竹苑路灯不亮', '13800008881', '翠竹苑路灯'),
      await accept('翠竹苑路灯坏了', '13800008882', '翠竹苑路灯坏'),
    ]
    await dispatcher.call('dispatchOrder', {
      params: { orderId: a.id },
      body: { lead: 'housing', co: [], overrideReason: '测试' },
    })
    await dispatcher.call('mergeOrder', { params: { orderId: b.id }, body: { master: a.id, reason: '同一盏' } })
    const visitor = await town.visitor({ size: 'phone' })
    await visitor.page.goto('/c/follow')
    const mine = orders.find(({ id }) => id === b.id)
    await visitor.page.getByLabel('诉求编号').first().fill(b.no)
    await visitor.page
      .getByLabel('查询码')
      .first()
      .fill(mine?.queryCode ?? '')
    await visitor.page.getByRole('button', { name: '查看' }).first().click()
    await visitor.page.getByText(/合并办理）/).waitFor()
    expect(await visitor.page.content()).not.toContain(a.no)
  })

  test('the same caller’s open order is offered at the seat instead of a new one', async () => {
    const { page } = agent
    await page.goto('/seat')
    await page
      .getByLabel(/来电号码/)
      .first()
      .fill('13800008881')
    await page.getByRole('textbox', { name: /主要内容/ }).fill('翠竹苑路灯不亮，我昨天打过电话')
    await page.getByText('可能是同一件事', { exact: false }).first().waitFor()
  })
})
