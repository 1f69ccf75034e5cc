import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** A bureau is dissolved while it has orders open. */
describe('a unit is closed with a successor', () => {
  let town: Town
  let admin: Person
  beforeAll(async () => {
    town = await openTown()
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    admin = await town.person('admin')
    const [agent, dispatcher] = [await town.person('agent1'), await town.person('dispatcher1')]
    const order = (await agent.call('acceptOrder', {
      body: {
        channel: 'phone',
        request: {
          requestType: 'help',
          title: '路面坑洼',
          content: '门口路面坑洼',
          category: 'E0201',
          region: '990101001',
        },
        appellant: { name: '王小明', gender: 'male', callerPhone: '13800009991' },
        outcome: { kind: 'submit' },
      },
    })) as { id: string }
    await dispatcher.call('dispatchOrder', {
      params: { orderId: order.id },
      body: { lead: 'housing', co: [], overrideReason: '测试' },
    })
    const { versions } = (await admin.call('listCityVersions', { params: { part: 'units' } })) as unknown as {
      versions: { id: number; inForce: boolean }[]
    }
    const base = versions.find(({ inForce }) => inForce)?.id ?? 0
    const { content } = (await admin.call('getCityVersion', { params: { part: 'units', id: base } })) as unknown as {
      content: Record<string, string>[]
    }
    const rows = content.map((row) => (row.id === 'housing' ? { ...row, active: '0' } : row))
    await admin.call('saveCityDraft', { params: { part: 'units' }, body: { base, rows } })
  }, 150_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('the administrator sees what is open, names who takes over, and adopts', async () => {
    const { page } = admin
    await page.goto('/admin/units?view=preview')
    await page.getByRole('heading', { name: '撤并交接' }).waitFor()
    await page.getByText('1 件在办').first().waitFor()
    await page.getByText('还差：由谁接办').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('combobox', { name: /由谁接办/ }).fill('交通')
    await page.getByRole('option').first().click()
    await page.getByRole('textbox', { name: /为什么改/ }).fill('机构改革')
    await page.getByRole('button', { name: '采用' }).click()
    await page.getByText(/已采用，各处立即按它办/).waitFor()
    const { handOvers } = (await admin.call('listHandOvers')) as { handOvers: { orders: number }[] }
    expect(handOvers.map(({ orders }) => orders)).toEqual([1])
  })
})
