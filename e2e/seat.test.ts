import { expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf } from './browser.fixture.ts'
import {
  $,
  begin,
  box,
  dialog,
  hands,
  heatingOut,
  lead,
  ordersOf,
  PHONE,
  seat,
  submitted,
  town,
  type,
} from './seat.fixture.ts'

test('answer, decline, transfer and review each have their dialog and say what is missing', async () => {
  await begin('13900005555', '1', '')
  await hands.press('Alt+w')
  await hands.say('问今年供暖到哪一天结束。')
  await hands.press('F6')
  await dialog('直接答复').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Control+Enter')
  await dialog('直接答复').getByText('还差：答复内容').first().waitFor()
  await hands.say('供热期到次年3月15日。')
  await hands.press('Control+Enter')
  await submitted()
  await hands.press('Enter')

  await begin('13900006666', '3', '')
  await hands.press('Alt+w')
  await hands.say('对法院的判决不服。')
  await hands.press('F6')
  await hands.say('已解释。')
  await dialog('直接答复').getByText('只有当场解决了才能直接答复').first().waitFor()
  await hands.press('Escape', 'F7')
  await dialog('不予受理').waitFor()
  await hands.press('ArrowDown', 'ArrowDown')
  expect(await seat.page.getByLabel('请念给来电人').inputValue()).toMatch(/法院|110/)
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Control+Enter')
  await submitted()
  await hands.press('Enter')

  await begin('13900007777', '2', '')
  await hands.press('F8')
  await dialog('转接').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('2', 'Control+Enter')
  await submitted()
  await hands.press('Enter')

  await begin('13900008888', '2')
  await hands.press('F9')
  // Without content there is nothing to review: the field is asked for instead.
  expect(await $('主要内容').evaluate((field) => field === document.activeElement)).toBe(true)
  await hands.say('说不清是哪个部门管，门口堆了东西。')
  await hands.press('F9')
  await dialog('送预审').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Enter')
  await submitted()
  const states = await Promise.all(
    ['13900005555', '13900006666', '13900007777', '13900008888'].map(async (phone) =>
      (await ordersOf(phone)).map(({ state }) => state),
    ),
  )
  expect(states).toEqual([['answered'], ['not-accepted'], ['transferred'], ['pending-review']])
})

test('a reload in the middle loses nothing, a second Ctrl+Enter makes no second order', async () => {
  await begin('13911110000', '2')
  await hands.press('Alt+w')
  await hands.say('<b>井盖</b>松动，车一过就响🕳️，夜里睡不着。')
  await seat.page.reload()
  await seat.page.getByText('草稿已存').waitFor()
  expect(await $('主要内容').inputValue()).toBe('<b>井盖</b>松动，车一过就响🕳️，夜里睡不着。')
  expect(await type().textContent()).toContain('求助')
  await seat.page.getByText('已定位').waitFor()
  await seat.page.getByText('139****0000').first().waitFor()
  await hands.press('Alt+c')
  await hands.type('jg')
  await seat.page.getByRole('listbox').getByRole('option').first().waitFor()
  await hands.press('Enter')
  await seat.page.getByText('请念给来电人：').waitFor()
  await seat.page.evaluate(() => {
    for (let i = 0; i < 2; i++)
      document.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      )
  })
  const no = await submitted()
  expect((await ordersOf('13911110000')).map((order) => order.no)).toEqual([no])
  expect(
    await seat.page
      .locator('b')
      .filter({ hasText: /^井盖$/ })
      .count(),
  ).toBe(0)
})

test('a paste of 100,000 characters is cut with a note, at once, and an expired session keeps every word', async () => {
  await hands.press('Alt+w')
  const begun = Date.now()
  await seat.page.keyboard.insertText('长'.repeat(100_000))
  await seat.page.getByText('末尾 98,000 字没有放进来').waitFor()
  expect(Date.now() - begun).toBeLessThan(3000)
  expect((await $('主要内容').inputValue()).length).toBe(2000)
  await seat.page.getByText('草稿已存').waitFor()

  await seat.context.clearCookies()
  await hands.press('Alt+x')
  await hands.say('会话过期时写的话')
  const lost = dialog('登录已过期')
  await lost.waitFor()
  await seat.page.getByText('草稿未存（登录已过期').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await lost.getByLabel('密码').fill('yunchuan-demo-2026')
  await seat.page.keyboard.press('Enter')
  await lost.waitFor({ state: 'detached' })
  await seat.page.getByText('草稿已存').waitFor()
  expect(await $('具体诉求').inputValue()).toBe('会话过期时写的话')
})

test('without a line the draft lies in the window and goes out when the line is back', async () => {
  await seat.context.setOffline(true)
  await hands.press('1', 'Alt+w')
  await hands.say('没网时写的')
  await seat.page.getByText('草稿未存（没网').waitFor()
  await seat.context.setOffline(false)
  await seat.page.getByText('草稿已存').waitFor({ timeout: 8000 })
})

test('with the computer five hours slow and 400 ms to the server, times are the server’s and one submit is one order', async () => {
  await seat.page.clock.install({ time: Date.now() - 5 * 3_600_000 })
  await seat.page.route('**/api/orders**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await seat.page.reload()
  await seat.page.getByText('空闲').first().waitFor()
  await begin('13922220000', '2')
  expect(await seat.page.getByText(/^00:\d\d$/).count()).toBe(1)
  await hands.press('Alt+w')
  await hands.say('门口的井盖松动，车一压就响，夜里睡不着。')
  await seat.page.getByRole('list', { name: '分类建议' }).waitFor()
  await hands.press('Alt+c', '1')
  await seat.page.getByText('请念给来电人：').waitFor()
  const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours()
  expect(await seat.page.getByText('办理口径').count()).toBe(1)
  expect(
    await seat.page
      .getByTitle(new RegExp(`自 \\d{4}-\\d\\d-\\d\\d 0?${hour}:`))
      .first()
      .count(),
  ).toBe(1)
  await hands.press('Control+Enter', 'Control+Enter')
  if (await dialog('很可能是同一件事').isVisible()) await hands.press('Alt+n')
  const no = await submitted()
  expect((await ordersOf('13922220000')).map((order) => order.no)).toEqual([no])
})

test('the category is found by code, initials, word and tree; Tab goes as the eye does; F1 shows every key', async () => {
  const firstOption = async (typed: string) => {
    await hands.press('Alt+c')
    await hands.say(typed)
    await seat.page.getByRole('listbox').getByRole('option').first().waitFor()
    return (await seat.page.getByRole('listbox').getByRole('option').first().textContent()) ?? ''
  }
  expect(await firstOption('E0801')).toContain('室温不达标')
  expect(await firstOption('swbdb')).toContain('室温不达标')
  expect(await firstOption('室温')).toContain('室温不达标')
  expect(await firstOption('E08')).toContain('E0801')
  await hands.press('Escape')

  await seat.page.getByRole('radio', { name: /咨询/ }).focus()
  const order: string[] = []
  for (let i = 0; i < 13; i++) {
    order.push(
      await seat.page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? ''),
    )
    await hands.press('Tab')
  }
  expect(order.filter((letter, i) => letter !== order[i - 1])).toEqual(['L', 'N', 'D', 'O', 'T', 'W', 'X', 'C'])
  await hands.press('F1')
  await dialog('键位').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
})

test('everything stands on one screen at 1440 × 900, 1280 and 1920, in both themes and languages', async () => {
  await begin(PHONE, '2')
  await heatingOut()
  await seat.page.getByText('请念给来电人：').waitFor()
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 900 },
    { width: 1920, height: 1080 },
  ]) {
    await seat.page.setViewportSize(size)
    const over = await seat.page.evaluate(() => ({
      page: document.documentElement.scrollHeight - window.innerHeight,
      wide: document.documentElement.scrollWidth - window.innerWidth,
      form: [...document.querySelectorAll('.seat-fields')].map((part) => part.scrollHeight - part.clientHeight)[0],
      bar: [...document.querySelectorAll('.seat-bar')].map((part) => part.scrollWidth - part.clientWidth)[0],
    }))
    expect(over, `${size.width}`).toEqual({ page: 0, wide: 0, form: 0, bar: 0 })
  }
  const dark = await town.person('agent1', { theme: 'dark', language: 'en' })
  await dark.page.goto('/seat')
  await dark.page.getByText('Read to the caller:').waitFor()
  expect(await faultsOf(dark.page)).toEqual([])
  expect(await box(/^地点\*?$/).inputValue()).not.toBe('')
  await dark.context.close()
})

test('an order that dispatch sent back is completed and submitted again, by keyboard', async () => {
  await begin('13933330000', '2')
  await hands.press('Alt+w')
  await hands.say('3号楼2单元楼道灯不亮，老人上下楼看不清。')
  await seat.page.getByRole('list', { name: '分类建议' }).waitFor()
  await hands.press('Alt+c', '1')
  await seat.page.getByText('请念给来电人：').waitFor()
  await hands.press('Control+Enter')
  if (await dialog('很可能是同一件事').isVisible()) await hands.press('Alt+n')
  await submitted()
  await hands.press('Enter')

  const Mine = z.object({ orders: z.array(z.object({ id: z.string() })) })
  const found = Mine.parse(await lead.call('findByPhone', { body: { phone: '13933330000' } }))
  const id = found.orders[0]?.id ?? ''
  const dispatcher = await town.person('dispatcher1')
  await dispatcher.call('sendBackOrder', { params: { orderId: id }, body: { defects: '问清几层的灯不亮' } })
  await dispatcher.context.close()

  await seat.page.goto(`/seat?order=${id}`)
  await dialog('补充后再提交').getByText('问清几层的灯不亮').waitFor()
  expect(
    await $('主要内容')
      .last()
      .evaluate((field) => field === document.activeElement),
  ).toBe(true)
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Control+End')
  await hands.say('三层和四层。')
  await hands.press('Control+Enter')
  await seat.page.getByText('已再次提交').waitFor()
  expect((await ordersOf('13933330000')).map(({ state }) => state)).toEqual(['pending-dispatch'])
  const after = await lead.call('getOrder', { params: { orderId: id } })
  expect(after.request.content).toContain('三层和四层')
})
