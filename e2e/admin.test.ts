import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let admin: Person
beforeAll(async () => {
  town = await openTown()
  admin = await town.person('admin')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

/** An order of a plain kind in the city's first town, as the seat sends it. */
async function accepted(agent: Person, category = 'A0103') {
  const region = [...town.open.house.city.regions.values()].find(({ level }) => level === 'town')?.code
  const request = { requestType: 'help', content: '需要临时救助', category, region }
  const body = { channel: 'phone', request, appellant: { callerPhone: '13900000008' } }
  const { id } = await agent.call('acceptOrder', { body })
  const { clocks } = await agent.call('orderClocks', { params: { orderId: id } })
  const all = clocks as unknown as { id: string; limit: { amount: number; unit: string }; due: string }[]
  return { id, clock: all.find((clock) => clock.id === 'citizen-C3') }
}

test('a person is made, gets a first password once and must change it at the first log-in', async () => {
  const { page } = admin
  await page.goto('/admin')
  page.setDefaultTimeout(25_000)
  await page.getByRole('button', { name: '新增人员' }).click()
  const panel = page.getByRole('complementary', { name: '新增人员' })
  expect(await faultsOf(page)).toEqual([])
  await panel.getByLabel('账号').fill('xinren')
  await panel.getByLabel('姓名').fill('辛人')
  await panel.getByLabel('单位', { exact: true }).fill('hotline')
  await page.getByRole('option', { name: /hotline/ }).click()
  await panel.getByRole('checkbox', { name: '回访员' }).check()
  await panel.getByRole('button', { name: '建账号' }).click()
  const shown = page.getByRole('dialog', { name: 'xinren 的初始密码' })
  const password = (await shown.getByRole('status', { name: '初始密码' }).textContent()) ?? ''
  expect(await faultsOf(page)).toEqual([])
  await shown.getByRole('button', { name: '已告知，收起' }).click()

  const fresh = await town.visitor()
  await fresh.page.goto('/account')
  await fresh.page.getByLabel('账号').fill('xinren')
  await fresh.page.getByLabel('密码').fill(password)
  await fresh.page.keyboard.press('Enter')
  await fresh.page.getByLabel('现在的密码').fill(password)
  await fresh.page.getByLabel('新密码').fill('a long one of my own')
  await fresh.page.getByLabel('再写一次').fill('a long one of my own')
  await fresh.page.getByRole('button', { name: '改密码' }).click()
  await fresh.page.getByRole('heading', { name: '登录的地方' }).waitFor()
})

test('a limit is changed, its effect seen and adopted: new orders get it, the old one keeps its own', async () => {
  const agent = await town.person('agent1')
  const old = await accepted(agent)
  expect(old.clock?.limit).toEqual({ amount: 24, unit: 'hour' })
  const { page } = admin
  await page.goto('/admin/sla?row=G2')
  await page.getByLabel('联系', { exact: true }).fill('12')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '写进草稿' }).click()
  await page.getByText('草稿有 1 处改动').waitFor()
  await page.reload()
  await page.getByText('草稿有 1 处改动').waitFor()
  await page.getByRole('button', { name: '看影响' }).click()
  await page.getByText('保持原来承诺的时限').waitFor()
  const effect = page.getByRole('region', { name: '会怎样' })
  expect(await effect.getByRole('row', { name: /联系/ }).textContent()).toMatch(/24 小时.*12 小时/)
  expect(await page.getByRole('button', { name: '采用' }).getAttribute('aria-disabled')).toBe('true')
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('为什么改').fill('市府办〔2026〕8号')
  await page.getByRole('button', { name: '采用' }).click()
  await page.getByText('第 1 版已采用').waitFor()
  expect(await faultsOf(page)).toEqual([])

  const fresh = await accepted(agent)
  expect(fresh.clock?.limit).toEqual({ amount: 12, unit: 'hour' })
  const { clocks } = await agent.call('orderClocks', { params: { orderId: old.id } })
  expect((clocks as unknown as { id: string; due: string }[]).find(({ id }) => id === 'citizen-C3')?.due).toBe(
    old.clock?.due,
  )
})

test('two administrators: the second one’s draft is kept, merged cell by cell, and adopted after the first', async () => {
  const created = await admin.call('createStaff', {
    body: { login: 'vice', name: '副管理员', unit: 'hotline', region: null, roles: ['administrator'] },
  })
  const vice = await town.visitor()
  const first = (created as unknown as { password: string }).password
  await vice.logIn('vice', first)
  await vice.call('changePassword', { body: { old: first, new: 'a long one of my own' } })

  const put = async ({ page }: Person, hours: string) => {
    await page.goto('/admin/sla?row=G1')
    await page.getByLabel('联系', { exact: true }).fill(hours)
    await page.getByRole('button', { name: '写进草稿' }).click()
    await page.getByText('草稿有 1 处改动').waitFor()
  }
  await put(vice, '6')
  await put(admin, '8')
  await admin.page.getByRole('button', { name: '看影响' }).click()
  await admin.page.getByLabel('为什么改').fill('先改的')
  await admin.page.getByRole('button', { name: '采用' }).click()
  await admin.page.getByText('第 2 版已采用').waitFor()

  const { page } = vice
  page.setDefaultTimeout(25_000)
  await page.reload()
  await page.getByText(/在您起草后采用了第 2 版/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '合并到现行版' }).click()
  const conflict = page.getByRole('dialog')
  expect(await conflict.textContent()).toMatch(/8 小时.*6 小时/)
  expect(await faultsOf(page)).toEqual([])
  await conflict.getByRole('button', { name: '按选好的保存' }).click()
  await page.getByText('草稿有 1 处改动').waitFor()
  await page.getByRole('button', { name: '看影响' }).click()
  await page.getByLabel('为什么改').fill('后改的')
  await page.getByRole('button', { name: '采用' }).click()
  await page.getByText('第 3 版已采用').waitFor()
  await page.getByRole('button', { name: /和现行版比: 第 2 版/ }).click()
  await page.getByRole('heading', { name: '第 2 版 与 第 3 版 的差别' }).waitFor()
})

test('a closed category is offered no more', async () => {
  const agent = await town.person('agent2')
  await accepted(agent, 'A0102')
  const { page } = admin
  await page.goto('/admin/categories?q=A0102')
  await page.getByRole('button', { name: '特困供养待遇' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('radio', { name: '停用' }).click()
  await page.getByRole('button', { name: '写进草稿' }).click()
  await page.getByRole('button', { name: '看影响' }).click()
  await page.getByText('停用后受理台不再提供').waitFor()
  await page.getByText('在办 1 件').waitFor()
  await page.getByLabel('为什么改').fill('并入临时救助')
  await page.getByRole('button', { name: '采用' }).click()
  await page.getByText('第 1 版已采用').waitFor()
  await expect(accepted(agent, 'A0102')).rejects.toThrow('category-closed')
  const { suggestions } = await agent.call('classifyText', { body: { content: '五保老人的特困供养金没有发' } })
  expect(JSON.stringify(suggestions)).not.toContain('A0102')
})

test('the year shows holidays and make-up days, a missing year alarms, and a faulty table is named by row and column', async () => {
  const { page } = admin
  await page.goto('/admin/calendar?year=2026')
  await page.getByRole('button', { name: /2026-02-14 周六 补班 春节/ }).waitFor()
  expect(await page.getByRole('button', { name: /2026-02-17 周二 放假 春节/ }).count()).toBe(1)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: /2026-02-14/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '改 2026-02-21 周六' }).waitFor()
  await page.goto('/admin/calendar?year=2027')
  await page.getByText('2027 年还没有放假安排').waitFor()
  expect(await faultsOf(page)).toEqual([])
  const csv = 'date,kind,name,notice\n2027-01-01,holiday,元旦,通知\n2027-13-01,假日,春节,通知\n'
  await page
    .getByLabel('导入', { exact: true })
    .setInputFiles({ name: 'holidays.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  const faults = page.getByRole('alert', { name: '要改的地方' })
  await faults.waitFor()
  expect(await faults.getByRole('row').nth(1).textContent()).toMatch(/^3.*date/)
  expect(await faults.textContent()).toContain('holiday（放假）或 make-up（补班）')
  expect(await faultsOf(page)).toEqual([])
})

test.each([
  '/admin/people',
  '/admin/roles',
  '/admin/roles?view=matrix',
  '/admin/units?row=housing',
  '/admin/rules?row=r-A01',
  '/admin/calendar?table=hours&row=city',
  '/admin/sla?view=versions',
  '/admin/audit',
  '/admin/health',
])('%s passes axe in both themes', async (address) => {
  const { page } = admin
  await page.goto(address)
  await page.getByRole('table').or(page.getByRole('list')).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await faultsOf(page)).toEqual([])
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark'
  })
  expect(await faultsOf(page)).toEqual([])
})

test('the log tells who adopted what, and why', async () => {
  const { page } = admin
  await page.goto('/admin/audit?kind=city')
  const row = page.getByRole('row', { name: /采用版本.*市府办〔2026〕8号/ })
  expect(await row.textContent()).toContain('表 时限方案 · 版 1')
})

test('whoever is no administrator is told whose it is', async () => {
  const agent = await town.person('agent1')
  await agent.page.goto('/admin/sla')
  await agent.page.getByText('您的账号不能看时限方案').waitFor()
  expect(await faultsOf(agent.page)).toEqual([])
})
