import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'
import { gridMatter } from './grid.fixture.ts'

describe('网格员的岗位和街道的知晓', () => {
  let town: Town
  let street: Person
  beforeAll(async () => {
    town = await openTown()
    street = await town.person('town-990101001')
  }, 150_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })
  const postOf = async (id: string) => (await street.call('listGridWorkers')).workers.find((one) => one.id === id)

  test('the street sees its own, sets hours and a stand-in, and is told what cannot be', async () => {
    const { page } = street
    await page.goto('/unit')
    await page.goto('/posts')
    const row = page.getByRole('row', { name: /何国远/ })
    await row.getByText('0 / 8 件').waitFor()
    await row.getByText('08:00–20:00（全市）').waitFor()
    expect(await page.getByText('卫秋宁').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('searchbox', { name: '姓名、网格或社区' }).fill('何国远')
    expect(await page.getByRole('row', { name: /姜文琳/ }).count()).toBe(0)
    await row.getByRole('button', { name: '设置 何国远' }).click()
    const dialog = page.getByRole('dialog', { name: '何国远的岗位' })
    await dialog.getByText('没有改动').waitFor()
    await dialog.getByRole('radio', { name: '备岗' }).click()
    await dialog.getByRole('radio', { name: '单独设时间' }).click()
    await dialog.getByRole('textbox', { name: '几点起' }).fill('9点')
    await dialog.getByText('写成 08:00 这样的时刻，最晚 24:00').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('textbox', { name: '几点起' }).fill('9:00')
    await dialog.getByRole('textbox', { name: '几点止' }).fill('0900')
    await dialog
      .getByText(/^起止一样/)
      .first()
      .waitFor()
    await dialog.getByRole('textbox', { name: '几点止' }).fill('18:30')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('何国远的岗位已保存').waitFor()
    await row.getByText('09:00–18:30').waitFor()
    await row.getByText('备岗').waitFor()
    expect(await postOf('s-grid1')).toMatchObject({
      post: 'backup',
      hours: { from: '09:00', to: '18:30' },
      away: false,
    })
  })

  test('who is away is said to be, and the community without anybody too', async () => {
    const { page } = await town.person('town-990101001', { size: 'phone', theme: 'dark' })
    await page.goto('/posts')
    const row = page.getByRole('row', { name: /何国远/ })
    await row.getByRole('button', { name: '设置 何国远' }).click()
    await page.getByRole('checkbox', { name: /^不在岗/ }).check()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await row.getByText('不在岗').waitFor()
    await row.getByText('待通知', { exact: true }).waitFor()
    await page.getByText('全部不在岗，直派改由派单台派').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await postOf('s-grid1')).toMatchObject({ away: true, awayUntil: null })
    await row.getByRole('button', { name: '设置 何国远' }).click()
    const last = page.getByLabel('最后一天')
    await last.fill('2020-01-01')
    await page.getByText('这一天已经过去；改日期，或不填').first().waitFor()
    await last.fill('2099-03-05')
    await page.getByText('过了这一天自动恢复派单。').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await row.getByText(/^到 .*3月5日$/).waitFor()
    expect((await postOf('s-grid1'))?.awayUntil).toBe('2099-03-05')
  })

  test('two who set one post: the later is told, sees what is there now, and then saves', async () => {
    const { page } = street
    await page.goto('/posts')
    const row = page.getByRole('row', { name: /何国远/ })
    await row.getByRole('button', { name: '设置 何国远' }).click()
    const dialog = page.getByRole('dialog', { name: '何国远的岗位' })
    await dialog.getByText('没有改动').waitFor()
    const other = await town.person('dispatchlead1')
    await other.call('setGridWorker', {
      params: { staffId: 's-grid1' },
      body: { post: 'main', hours: null, away: false },
      headers: { 'if-match': `"${(await postOf('s-grid1'))?.version}"` },
    })
    await dialog.getByRole('radio', { name: '备岗' }).click()
    await dialog.getByRole('radio', { name: '单独设时间' }).click()
    await dialog.getByRole('textbox', { name: '几点止' }).fill('21:00')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('您打开以后，有人先改了这个岗位，您的没有保存。').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await postOf('s-grid1')).toMatchObject({ post: 'main', hours: null, away: false })
    await dialog.getByRole('button', { name: '看现在的' }).click()
    await dialog.getByText('没有改动').waitFor()
    expect(await dialog.getByRole('checkbox', { name: /^不在岗/ }).isChecked()).toBe(false)
    await dialog.getByRole('checkbox', { name: /^不在岗/ }).check()
    await dialog.getByRole('button', { name: '保存' }).click()
    await row.getByText('待通知', { exact: true }).waitFor()
  })

  test('never there by its hours is refused at the door too; others’ workers are nobody’s to set', async () => {
    const body = { post: 'main', hours: { from: '08:00', to: '08:00' }, away: false }
    const headers = { 'if-match': '"1"' }
    const wish = { params: { staffId: 's-grid1' }, body, headers }
    await expect(street.call('setGridWorker', wish)).rejects.toThrow(/400/)
    const far = await town.person('town-990102001')
    await expect(far.call('setGridWorker', { ...wish, body: { ...body, hours: null } })).rejects.toThrow(/404/)
  })

  test('the dispatch lead has every street’s; a bureau without grids is told so', async () => {
    const lead = await town.person('dispatchlead1', { language: 'en' })
    await lead.page.goto('/posts')
    await lead.page.getByRole('row', { name: /卫秋宁/ }).waitFor()
    expect(await faultsOf(lead.page)).toEqual([])
    const bureau = await town.person('housing')
    await bureau.page.goto('/posts')
    await bureau.page.getByText('本单位和下级单位没有网格员').waitFor()
    expect(await faultsOf(bureau.page)).toEqual([])
  })

  test('the street reads in its notices what went to its grid and what came back, and has nothing to do', async () => {
    const { city } = town.open.house
    town.open.house.city = { ...city, policy: { ...city.policy, grid: { ...city.policy.grid, straight: false } } }
    const params = { staffId: 's-grid1' }
    const headers = { 'if-match': `"${(await postOf('s-grid1'))?.version}"` }
    const body = { post: 'main', hours: { from: '00:00', to: '24:00' }, away: false }
    await street.call('setGridWorker', { params, body, headers })
    const agent = await town.person('agent1')
    const { id } = await agent.call('acceptOrder', { body: gridMatter('广场边堆垃圾袋') })
    const dispatcher = await town.person('dispatcher1')
    await dispatcher.call('dispatchToGrid', { params: { orderId: id }, body: {} })
    const { page } = await town.person('town-990101001', { size: 'phone' })
    await page.goto('/posts')
    await page.getByRole('link', { name: '何国远在办 1 件' }).click()
    await page.getByText('广场边堆垃圾袋').waitFor()
    await page.getByText('网格员在办：何国远').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const inHand = { query: { inHandOf: 's-grid1' } }
    expect((await street.call('listOrders', inHand)).orders.map((order) => order.id)).toEqual([id])
    expect((await (await town.person('town-990102001')).call('listOrders', inHand)).orders).toEqual([])
    await page.goto('/unit')
    const bell = page.getByRole('button', { name: /^通知，[\d+]+ 条新的/ })
    await bell.click()
    const told = page.getByRole('link', { name: /网格直派，网格员在办.*广场边堆垃圾袋/ })
    await told.getByText('知晓即可').waitFor()
    await told.getByText('新', { exact: true }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '通知', exact: true }).waitFor()
    const worker = await town.person('grid1', { size: 'phone' })
    await worker.call('reportUp', {
      params: { orderId: id, n: 1 },
      body: { ground: 'needs-department', note: '要车来拉', photos: [] },
    })
    await bell.click()
    const up = page.getByRole('link', { name: /网格上报，已回派单台：要部门来办.*广场边堆垃圾袋/ })
    await up.getByText('知晓即可').waitFor()
    expect((await street.call('listOrders', inHand)).orders).toEqual([])
    await up.click()
    await page.getByText('要车来拉').first().waitFor()
    expect(await page.getByText('138').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })
})
