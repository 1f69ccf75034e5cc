import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#domain/ids.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** Garbage in parks goes to the wrong unit; a month's round finds it, asks the units, and mends the catalogue. */
describe('a round of calibration', () => {
  let town: Town
  let analyst: Person
  let leader: Person
  let parks: Person
  let named: Person
  const SCENE = 'B0203'
  const RIGHT = 'parks'

  beforeAll(async () => {
    town = await openTown()
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    const [agent, desk, lead] = [
      await town.person('agent1'),
      await town.person('dispatcher1'),
      await town.person('dispatchlead1'),
    ]
    parks = await town.person(RIGHT)
    named = await town.person('city-management')
    analyst = await town.person('analyst1')
    leader = await town.person('leader1')
    const sent = async (placeType: string, astray: boolean, n: number) => {
      const request = {
        requestType: 'complaint',
        title: '垃圾没人清',
        content: `这里的垃圾第 ${n} 天没人清`,
        category: SCENE,
        placeType,
        region: '990101001',
        confidential: 'none',
      }
      const appellant = { name: '王小明', gender: 'male', callerPhone: `1380000${String(n).padStart(4, '0')}` }
      const body = { channel: 'phone', request, appellant, outcome: { kind: 'submit' } }
      const orderId = String((await agent.call('acceptOrder', { body })).id)
      await desk.call('dispatchOrder', { params: { orderId }, body: { lead: 'city-management', co: [] } })
      if (!astray) return named.call('signAssignment', { params: { orderId, n: 1 } })
      const why = {
        reason: 'not-our-duty',
        explanation: '公园内归园林',
        basis: '绿化条例',
        document: '函1号',
        signer: '王局',
      }
      await named.call('requestReturn', { params: { orderId, n: 1 }, body: { ...why, suggestedUnit: RIGHT } })
      await lead.call('decideReturn', { params: { orderId, n: 1 }, body: { verdict: 'approve', finding: '属园林' } })
      await desk.call('dispatchOrder', {
        params: { orderId },
        body: { lead: RIGHT, co: [], overrideReason: '园林职责' },
      })
      return parks.call('signAssignment', { params: { orderId, n: 2 } })
    }
    for (let i = 0; i < 6; i++) await sent('park', true, i)
    for (let i = 6; i < 13; i++) await sent('road', false, i)
  }, 180_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('the analyst begins a round, sees what the machine found and accepts it', async () => {
    const { page } = analyst
    await page.goto('/calibration')
    const today = dayOf(town.open.house.now())
    await page.getByLabel('起', { exact: true }).fill(today)
    await page.getByLabel('止', { exact: true }).fill(today)
    await page.getByRole('button', { name: '形成批次' }).click()
    const found = page.getByRole('listitem').filter({ hasText: '机器发现' })
    await found.getByText(/本期有 6 件最后归到这里/).waitFor()
    expect(await faultsOf(page)).toEqual([])
    // Edited in the catalogue's own fields: who keeps the rule is said, what is in force stands beside.
    await found.getByRole('button', { name: '修改后采纳' }).click()
    const editor = page.getByRole('dialog', { name: '修改规则后采纳' })
    await editor.getByRole('combobox', { name: '地点类型' }).waitFor()
    expect(await editor.getByRole('button', { name: '采纳', exact: true }).getAttribute('aria-disabled')).toBe('true')
    expect(await faultsOf(page)).toEqual([])
    await editor.getByRole('combobox', { name: '维护单位' }).fill('园林')
    await page.getByRole('option', { name: /园林/ }).first().click()
    await editor.getByRole('button', { name: '采纳', exact: true }).click()
    await found.getByText('已采纳').waitFor()
    await found.getByText('改过').waitFor()
    // One's own: the end of a rule, found by its matter; left before it is proposed.
    await page.getByRole('button', { name: '自己提一条' }).click()
    const own = page.getByRole('dialog', { name: '提出建议' })
    await own.getByRole('combobox', { name: '主办' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await own.getByRole('combobox', { name: '类别' }).selectOption('retire')
    await own.getByRole('combobox', { name: '哪条规则' }).fill('B0303')
    await page
      .getByRole('option', { name: /r-B0303$/ })
      .first()
      .click()
    await own.getByRole('button', { name: '换一条' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await own.getByRole('button', { name: '取消' }).click()
    await page.getByRole('tab', { name: '批次' }).click()
    await page.getByRole('heading', { name: '件数最多的场景' }).waitFor()
    await page.getByRole('heading', { name: '分类不确定的工单，最没把握的在前' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('a sample is marked by keys', async () => {
    const { page } = analyst
    await page.getByRole('tab', { name: '抽样复核' }).click()
    await page.getByRole('button', { name: new RegExp(SCENE) }).click()
    await page.getByText('第 1 件，共 13 件').waitFor()
    await page.keyboard.press('2')
    await page.getByRole('radiogroup', { name: '单位' }).getByRole('radio', { name: '错', checked: true }).waitFor()
    await page.getByRole('button', { name: '记下，看下一件' }).click()
    await page.getByText('第 2 件，共 13 件').waitFor()
    await page
      .getByRole('row', { name: new RegExp(SCENE) })
      .getByRole('cell', { name: '1' })
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('both units are asked; one agrees, the other objects on a phone', async () => {
    await analyst.page.getByRole('button', { name: '征求单位意见' }).click()
    await analyst.page.getByText(/^意见截止/).waitFor()
    await named.page.goto('/unit')
    await named.page.getByRole('link', { name: /规则征求意见 等您处理 1 件/ }).click()
    await named.page.getByRole('button', { name: '同意', exact: true }).click()
    await named.page.getByText('截止前可以改口').waitFor()
    await named.page.getByRole('link', { name: /^办 等您处理/ }).waitFor({ state: 'detached' })
    const { page } = parks
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/consultations')
    await page.getByRole('button', { name: '不同意' }).click()
    await page.getByRole('dialog').getByLabel(/理由/).fill('公园外围道路不归我们')
    await page.getByRole('dialog').getByRole('button', { name: '不同意' }).click()
    await page.getByText('公园外围道路不归我们 截止前可以改口').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('the objection is settled, the set replayed, the leader publishes', async () => {
    const { page } = analyst
    await page.reload()
    await page.getByRole('button', { name: '结束征求意见' }).click()
    await page.getByText('待批准').first().waitFor()
    await page.getByRole('tab', { name: '回放' }).click()
    await leader.page.goto('/calibration')
    await leader.page.getByRole('button', { name: '记会商结论' }).click()
    await leader.page
      .getByRole('dialog')
      .getByLabel(/会商结论/)
      .fill('限于公园围墙之内')
    await leader.page.getByRole('dialog').getByRole('button', { name: '保留这条' }).click()
    await leader.page.getByText('会商保留').waitFor()
    await page.getByRole('button', { name: '开始回放' }).click()
    await page.getByText(/改派走向 6/).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await leader.page.getByRole('button', { name: '批准并发布' }).click()
    await leader.page.getByRole('dialog').getByLabel(/理由/).fill('按会商纪要发布')
    await leader.page.getByRole('dialog').getByRole('button', { name: '批准并发布' }).click()
    await leader.page.getByText('已发布', { exact: true }).first().waitFor()
    await leader.page.getByRole('tab', { name: '效果' }).click()
    await leader.page.getByRole('heading', { name: '逐条效果' }).waitFor()
    expect(await faultsOf(leader.page)).toEqual([])
    await leader.page.emulateMedia({ colorScheme: 'dark' })
    await leader.page.setViewportSize({ width: 390, height: 844 })
    expect(await faultsOf(leader.page)).toEqual([])
  })
})
