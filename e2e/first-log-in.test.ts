import { TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Town } from './browser.fixture.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const FRESH = 'river-stone-47-lantern'

test('a new person changes the first password, binds a second factor, and needs both from then on', async () => {
  const admin = await town.person('admin')
  const made = await admin.call('createStaff', {
    body: { login: 'newcomer', name: '何新', unit: 'hotline', roles: ['agent'] },
  })
  const first = String((made as Record<string, unknown>).password)

  const { page } = await town.visitor()
  await page.goto('/account')
  await page.getByLabel('账号').fill('newcomer')
  await page.getByLabel('密码').fill(first)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '先改初始密码' }).waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.getByLabel('现在的密码').fill(first)
  await page.getByLabel('新密码').fill('newcomer123')
  await page.getByLabel('再写一次').fill('newcomer123')
  await page.getByRole('button', { name: '改密码' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('密码至少 10 位')
  await page.getByLabel('新密码').fill(FRESH)
  await page.getByLabel('再写一次').fill('something else')
  await page.getByText('两次写的不一样').waitFor()
  await page.getByLabel('再写一次').fill(FRESH)
  await page.getByRole('button', { name: '改密码' }).click()

  await page.getByRole('heading', { name: '二次验证' }).waitFor()
  await page.getByRole('button', { name: '绑定' }).click()
  const bind = page.getByRole('dialog', { name: '绑定二次验证' })
  await bind.getByLabel('现在的密码').fill(FRESH)
  await bind.getByRole('button', { name: '开始绑定' }).click()
  const secret = (await bind.locator('code').textContent()) ?? ''
  expect(await bind.getByRole('img', { name: '绑定用的二维码' }).getAttribute('src')).toMatch(/^data:image\/png/)
  expect(await faultsOf(page)).toEqual([])
  // A code counts once, so the log-in below needs the next one: this one is taken from half a minute ago.
  const totp = new TOTP({ secret })
  await bind.getByLabel('6 位验证码').fill(totp.generate({ timestamp: Date.now() - 30_000 }))
  await bind.getByRole('button', { name: '绑定' }).click()
  await page.getByText('二次验证已绑定').waitFor()
  await page.getByRole('button', { name: '解除绑定' }).waitFor()

  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('账号').fill('newcomer')
  await page.getByLabel('密码').fill(FRESH)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('动态验证码').fill('000000')
  await page.getByRole('button', { name: '验证' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('动态验证码不正确')
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('动态验证码').fill(totp.generate())
  await page.getByRole('button', { name: '验证' }).click()
  await page.getByRole('navigation', { name: '业务链' }).waitFor()
  expect(town.faults).toEqual([])
})
