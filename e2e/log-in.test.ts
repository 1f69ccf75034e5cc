import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Town } from './browser.fixture.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('a person logs in at the address of a link and lands on that page', async () => {
  const { page } = await town.visitor()
  await page.goto('/account')
  await page.getByRole('button', { name: '登录' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('账号').fill('agent1')
  await page.getByLabel('密码').fill('not-the-password')
  await page.getByRole('button', { name: '登录' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('账号或密码不正确')
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('密码').fill('yunchuan-demo-2026')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '登录的地方' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  expect(await faultsOf(page)).toEqual([])
})

test('sessions elsewhere are listed and ended together; there the page asks for the password and keeps what was typed', async () => {
  const here = await town.person('reviewer1')
  const there = await town.person('reviewer1')
  await there.page.goto('/account')
  await there.page.getByLabel('新密码').fill('typed-before-it-ended')
  await here.page.goto('/account')
  await here.page.getByRole('button', { name: '退出其他所有地方' }).click()
  await here.page.getByText('没有在别处登录').first().waitFor()
  await there.page.getByLabel('现在的密码').fill('yunchuan-demo-2026')
  await there.page.getByLabel('再写一次').fill('typed-before-it-ended')
  await there.page.getByRole('button', { name: '改密码' }).click()
  const lost = there.page.getByRole('dialog', { name: '登录已过期' })
  await lost.waitFor()
  expect(await faultsOf(there.page)).toEqual([])
  await lost.getByLabel('密码').fill('yunchuan-demo-2026')
  await lost.getByRole('button', { name: '登录', exact: true }).click()
  await there.page.getByText('密码已改').waitFor()
})

test('theme and language are kept over a reload', async () => {
  const { page } = await town.person('dispatcher1')
  await page.goto('/account')
  await page.getByRole('button', { name: '外观' }).click()
  await page.getByRole('menuitemradio', { name: '深色' }).click()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Where you are logged in' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Where you are logged in' }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.lang])).toEqual([
    'dark',
    'en',
  ])
  expect(await faultsOf(page)).toEqual([])
})

test('on a phone the frame folds and still passes', async () => {
  const { page } = await town.person('leader1', { size: 'phone' })
  await page.goto('/account')
  await page.getByRole('heading', { name: '登录的地方' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await faultsOf(page)).toEqual([])
})
