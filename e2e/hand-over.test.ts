import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** A bureau is dissolved while it has orders open. */
describe('a unit is closed with a successor', () => {
  let town: Town
  let admin: Person
  /** One's own draft of the units, with the bureau closed or open. */
  const drafted = async (active: '0' | '1'): Promise<number> => {
    const { versions } = (await admin.call('listCityVersions', { params: { part: 'units' } })) as unknown as {
      versions: { id: number; inForce: boolean }[]
    }
    const base = versions.find(({ inForce }) => inForce)?.id ?? 0
    const { content } = (await admin.call('getCityVersion', { params: { part: 'units', id: base } })) as unknown as {
      content: Record<string, string>[]
    }
    const rows = content.map((row) => (row.id === 'housing' ? { ...row, active } : row))
    const kept = await admin.call('saveCityDraft', { params: { part: 'units' }, body: { base, rows } })
    return (kept as unknown as { id: number }).id
  }
  const adopted = (id: number) =>
    admin.call('adoptCityVersion', { params: { part: 'units', id }, body: { note: '恢复', successors: [] } })
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
    await drafted('0')
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
    await page.getByRole('listbox').getByRole('option').first().click()
    await page.getByRole('textbox', { name: /为什么改/ }).fill('机构改革')
    await page.getByRole('button', { name: '采用' }).click()
    await page.getByText(/已采用，各处立即按它办/).waitFor()
    const { handOvers } = (await admin.call('listHandOvers')) as { handOvers: { orders: number }[] }
    expect(handOvers.map(({ orders }) => orders)).toEqual([1])
  })

  test('what was handed over stands under the versions, and goes back once the unit is open again', async () => {
    const { page } = admin
    await page.goto('/admin/units?view=versions')
    const history = page.getByRole('region', { name: '撤并交接记录' })
    await history.getByText('1 件工单、1 个派件').waitFor()
    const undo = history.getByRole('button', { name: /^撤回交接：云川市住房和城乡建设局/ })
    expect(await undo.getAttribute('aria-description')).toBe('原单位已停用，先重新启用才能撤回')
    expect(await faultsOf(page)).toEqual([])
    await adopted(await drafted('1'))
    await page.reload()
    await undo.and(page.locator(':not([aria-disabled])')).click()
    const dialog = page.getByRole('dialog', { name: '撤回这次交接？' })
    await dialog.getByText('先写原因，至少两个字').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('textbox', { name: '为什么撤回' }).fill('改革暂缓')
    await dialog.getByRole('button', { name: '撤回交接' }).click()
    await page.getByText('已撤回，退回 1 件').waitFor()
    await history.getByText(/已撤回$/).waitFor()
    const { handOvers } = await admin.call('listHandOvers')
    expect(handOvers.map(({ to, reason }) => [to, reason])[0]).toEqual(['housing', '改革暂缓'])
    const phone = await town.person('admin', { size: 'phone', theme: 'dark' })
    await phone.page.goto('/admin/units?view=versions')
    await phone.page
      .getByRole('region', { name: '撤并交接记录' })
      .getByText(/已撤回$/)
      .waitFor()
    expect(await faultsOf(phone.page)).toEqual([])
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
