import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweepClusters } from '#server/same/find-clusters.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** Three neighbours and one lift: the seat is told, the dispatcher merges, the supervisor sees the matter. */
describe('the same matter over callers', () => {
  let town: Town
  let agent: Person
  let dispatcher: Person
  let supervisor: Person
  let last = { id: '', no: '' }

  const LIFT = [
    '翠竹苑小区三栋的电梯这个月坏了四次，昨晚又把老人困在里面半个多小时，物业一直不修',
    '翠竹苑小区三栋电梯今天又困人了，请督促物业尽快维修',
    '我住翠竹苑小区，三栋电梯老是出毛病，昨天有老人被困在电梯里',
  ]

  beforeAll(async () => {
    town = await openTown()
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    agent = await town.person('agent1')
    dispatcher = await town.person('dispatcher1')
    supervisor = await town.person('supervisor1')
    for (const [n, content] of LIFT.entries())
      last = await agent.call('acceptOrder', {
        body: {
          channel: 'phone',
          request: {
            requestType: 'complaint',
            title: `翠竹苑三栋电梯困人`,
            content,
            category: 'E0201',
            region: '990101001',
            confidential: 'none',
          },
          appellant: { name: '王小明', gender: 'male', callerPhone: `1380000123${n}` },
          outcome: { kind: 'submit' },
        },
      })
    const grouped = async () => {
      await sweepClusters(house, house.now())
      const { clusters } = (await supervisor.call('matterClusters')) as unknown as { clusters: { orders: number }[] }
      return clusters[0]?.orders === 3
    }
    // Signatures and links are written every two seconds; grouping, every minute, is not waited for.
    for (let tries = 0; tries < 400 && !(await grouped()); tries++) await new Promise((wake) => setTimeout(wake, 250))
  }, 150_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('the supervisor finds the matter with its callers, and each of its orders', async () => {
    const { page } = supervisor
    await page.goto('/clusters')
    const list = page.getByRole('listitem').filter({ hasText: '翠竹苑三栋电梯困人' }).first()
    await list.getByText('3 人').waitFor()
    await list.getByText('3 件，在办 3').waitFor()
    await list.locator('summary').click()
    await page.getByRole('list', { name: '翠竹苑三栋电梯困人 的工单' }).getByRole('link').first().waitFor()
    expect(await page.getByRole('list', { name: '翠竹苑三栋电梯困人 的工单' }).getByRole('link').count()).toBe(3)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('radio', { name: '增长最快' }).click()
    await page.waitForURL(/sort=growth/)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await faultsOf(page)).toEqual([])
  })

  test('the dispatcher is told why, and merges', async () => {
    const { page } = dispatcher
    await page.goto(`/dispatch?order=${last.id}`)
    await page.getByRole('button', { name: /并案/ }).first().click()
    const likely = page.getByRole('list', { name: '很可能是同一件事' })
    await likely
      .getByText(/都说的是“翠竹苑/)
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await likely.getByRole('button', { name: '翠竹苑三栋电梯困人' }).first().click()
    const found = page.getByRole('list', { name: '可用的理由' }).getByRole('button', { name: /文字和地点比对的结果/ })
    await found.click()
    expect(await page.getByRole('textbox', { name: '并案理由' }).inputValue()).not.toBe('')
    await page.getByRole('button', { name: '并入所选主单' }).click()
    await page.getByText(new RegExp(`${last.no} 已并入`)).waitFor()
  })
})
