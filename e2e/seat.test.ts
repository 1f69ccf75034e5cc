import type { Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'
import { handsOf } from './hands.fixture.ts'

let town: Town
let seat: Person
let lead: Person
let hands: ReturnType<typeof handsOf>

const PHONE = '13900001111'
const SECOND = '13900002222'
let calls = 0
const ring = (phone: string) => lead.call('ring', { body: { callId: `call-e2e-${++calls}`, phone, login: 'agent1' } })

const Current = z.object({ ring: z.object({ callId: z.string() }).nullable() })

beforeAll(async () => {
  town = await openTown()
  lead = await town.person('shift1')
})
afterAll(() => town.close())

beforeEach(async () => {
  seat = await town.person('agent1')
  await seat.call('dropDraft', { params: { kind: 'accept', key: 'new' } })
  const { ring: left } = Current.parse(await seat.call('currentRing'))
  if (left !== null) await seat.call('endRing', { params: { callId: left.callId } })
  hands = handsOf(seat.page)
  await seat.page.goto('/seat')
  await seat.page.getByRole('region', { name: '受理单' }).waitFor()
  await seat.page.getByText('空闲').first().waitFor()
})
afterEach(async () => {
  await seat.context.close()
  expect(town.faults).toEqual([])
})

const Found = z.object({ orders: z.array(z.object({ no: z.string(), state: z.string() })) })
const ordersOf = async (phone: string) => Found.parse(await lead.call('findByPhone', { body: { phone } })).orders

const $ = (name: string | RegExp) => seat.page.getByRole('textbox', { name })
const box = (name: string | RegExp) => seat.page.getByRole('combobox', { name })
const dialog = (name: string) => seat.page.getByRole('dialog', { name })
const type = () => seat.page.getByRole('radiogroup', { name: '诉求类型' }).locator('[aria-checked="true"]')

/** Ring, answer, type, place: until the content. */
async function begin(phone: string, kind: string, place = 'bsxq'): Promise<void> {
  await ring(phone)
  await seat.page
    .getByText(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    .first()
    .waitFor()
  await hands.press('F2')
  await seat.page.getByText('通话中').first().waitFor()
  await hands.press(kind)
  if (place === '') return
  await hands.press('Alt+d')
  await hands.type(place)
  await seat.page.getByRole('listbox').getByRole('option').first().waitFor()
  await hands.press('Enter')
  await seat.page.getByText('已定位').waitFor()
}

const submitted = async () => {
  await dialog('已记下，请念给来电人').waitFor()
  const text = await dialog('已记下，请念给来电人').textContent()
  const no = /[A-Z]{2}\d{13}/.exec(text ?? '')?.[0] ?? ''
  expect(no).not.toBe('')
  return no
}

const HEATING = '11月20日起3号楼2单元暖气不热，昨晚室内实测14度，家里有两岁幼儿，因为换热站抢修没有通知。'

test('from the ring to the number by keyboard alone, three calls: keystrokes and clicks', async () => {
  const counts: number[] = []
  const matters = [
    { phone: PHONE, kind: '2', said: HEATING, want: '尽快恢复供暖。' },
    { phone: '13900003333', kind: '3', said: '楼下饭店每天夜里排油烟，味道很大，窗户都不敢开。', want: '装油烟净化。' },
    { phone: '13900004444', kind: '2', said: '小区门口的路灯连续三个晚上不亮，老人出门看不清路。', want: '修好路灯。' },
  ]
  for (const { phone, kind, said, want } of matters) {
    hands = handsOf(seat.page)
    await begin(phone, kind)
    await hands.press('Alt+w')
    await hands.say(said)
    await hands.press('Tab')
    await hands.say(want)
    await hands.press('Tab')
    await seat.page.getByRole('list', { name: '分类建议' }).waitFor()
    await hands.press('1')
    await seat.page.getByText('请念给来电人：').waitFor()
    await hands.press('Control+Enter')
    if (await dialog('很可能是同一件事').isVisible()) await hands.press('Alt+n')
    await submitted()
    await hands.press('Enter')
    await seat.page.getByText('空闲').first().waitFor()
    counts.push(hands.count().presses)
  }
  const median = counts.toSorted((a, b) => a - b)[1] ?? 0
  process.stdout.write(`seat: keystrokes ${counts.join(', ')} (median ${median}), clicks 0, from ring to next call\n`)
  expect(median).toBeLessThanOrEqual(20)
  expect((await ordersOf(PHONE)).map(({ state }) => state)).toEqual(['pending-dispatch'])
})

/** To what they asked before, then what to do with it: two keys, at once, whatever is still on its way. */
const atPast = (key: string) => hands.press('Alt+h', key)
const active = () => seat.page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 12) ?? '')
/** Where the focus is: the field's letter, or the tag of what has it. */
const place = () =>
  seat.page.evaluate(() => {
    const at = document.activeElement
    return at?.closest('[data-field]')?.getAttribute('data-field') ?? at?.tagName ?? ''
  })

test('who calls again is known; the same matter is warned of before submitting and proposed for merging', async () => {
  await begin(SECOND, '2')
  await hands.press('Alt+w')
  await hands.say(HEATING)
  await seat.page.getByRole('list', { name: '分类建议' }).waitFor()
  await hands.press('Alt+c', '1')
  await seat.page.getByText('很可能是同一件事').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await seat.page.getByText('请念给来电人：').waitFor()
  await hands.press('Control+Enter')
  await dialog('很可能是同一件事').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Enter')
  await submitted()
  expect(await dialog('已记下，请念给来电人').textContent()).toContain('已建议并入')
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Enter')

  await ring(SECOND)
  await seat.page.getByText('第 2 次来电').waitFor()
  // Two keys: to the list, then what to do.
  await atPast('s')
  await dialog('补充到这件工单').waitFor()
  await hands.say('刚才又测了一次，只有13度。')
  await hands.press('Control+Enter')
  await seat.page.getByText('补充已记下，承办单位看得到').waitFor()
  await atPast('r')
  await dialog('催办这件工单').waitFor()
  await hands.press('Control+Enter')
  await seat.page.getByText('已催办，承办单位看得到').waitFor()
  await atPast('r')
  await hands.press('Control+Enter')
  await seat.page.getByText('一小时内已催办过').waitFor()
  await hands.press('Escape')
})

test('the focus is never lost: after a dialog, while the earlier requests are on their way, between two calls', async () => {
  const name = '11月20日起3号楼'
  let slow = 0
  const late = async (route: Route) => {
    await new Promise((after) => setTimeout(after, slow))
    await route.continue().catch(() => undefined)
  }
  await seat.page.route('**/api/caller', late)
  await seat.page.route('**/api/ring/*/end', late)

  // The key is pressed before the answer is there: it waits in the part, and the first one has it as soon as it comes.
  slow = 1500
  await ring(SECOND)
  await seat.page
    .getByText(`${SECOND.slice(0, 3)}****${SECOND.slice(-4)}`)
    .first()
    .waitFor()
  await hands.press('F2', 'Alt+h')
  expect(await place()).toBe('H')
  await seat.page.locator('[data-field="H"] a:focus').first().waitFor()
  slow = 0

  // Escape, and a request recorded: back on the order that it was about, and its keys act without going there again.
  for (const [key, title] of [
    ['s', '补充到这件工单'],
    ['r', '催办这件工单'],
  ] as const) {
    await hands.press(key)
    await dialog(title).waitFor()
    await hands.press('Escape')
    await dialog(title).waitFor({ state: 'detached' })
    expect(await active()).toContain(name)
  }
  await hands.press('s')
  await dialog('补充到这件工单').waitFor()
  await hands.say('刚才又测了一次，只有12度。')
  await hands.press('Control+Enter')
  await dialog('补充到这件工单').waitFor({ state: 'detached' })
  expect(await active()).toContain(name)

  // The search box gives the keys back to where the hand was.
  await hands.press('/')
  expect(await place()).toBe('INPUT')
  await hands.press('Escape')
  if ((await place()) === 'INPUT') await hands.press('Escape')
  expect(await active()).toContain(name)
  await hands.press('Alt+p')
  expect(await place()).toBe('P')

  // A dialog that no control opened goes back to the work area.
  await seat.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  expect(await place()).toBe('BODY')
  await hands.press('F1')
  await dialog('键位').waitFor()
  await hands.press('Escape')
  await dialog('键位').waitFor({ state: 'detached' })
  expect(await place()).toBe('MAIN')

  // The line answers late that the call has ended: what was begun for the next caller stays.
  await hands.press('1', 'Alt+w')
  await hands.say('问医保怎么报销。')
  await hands.press('F6')
  await dialog('直接答复').waitFor()
  await hands.say('带发票到窗口。')
  await hands.press('Control+Enter')
  await submitted()
  slow = 2500
  const ended = seat.page.waitForResponse(/\/api\/ring\/.+\/end$/)
  await hands.press('Enter')
  await seat.page.getByText('空闲').first().waitFor()
  expect(await place()).toBe('P')
  // Nothing of the one who has hung up stays: what they asked would pass for the next caller's.
  await seat.page.getByText('填来电号码，就能看到以往诉求。').waitFor({ timeout: 1500 })
  await ring('13944440000')
  await seat.page.getByText('139****0000').first().waitFor()
  expect(await place()).not.toBe('BODY')
  await hands.press('F2', '3')
  await hands.press('Alt+w')
  await hands.say('新的一通')
  await ended
  slow = 0
  await seat.page.getByText('通话中').first().waitFor()
  expect(await $('主要内容').inputValue()).toBe('新的一通')
  expect(await type().textContent()).toContain('投诉')
})

test('of a call that is over the number stays masked, and nothing of it where nobody left a matter', async () => {
  const shown = async () => {
    const typed = await seat.page.getByRole('textbox').evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')))
    return `${await seat.page.getByRole('region', { name: '来电人' }).textContent()} ${typed.join(' ')}`
  }
  const numberOf = () => seat.page.getByLabel(/填来电号码|来电号码/)
  await ring('13955550001')
  await seat.page.getByText('139****0001').first().waitFor()
  await hands.press('F2')
  await seat.page.getByText('通话中').first().waitFor()
  await hands.press('F4')
  await seat.page.getByText('空闲').first().waitFor()
  await numberOf().waitFor()
  expect(await shown()).not.toMatch(/0001/)
  await begin('13955550002', '2', '')
  await hands.press('Alt+w')
  await hands.say('路灯不亮')
  await hands.press('F4')
  await seat.page.getByText('空闲').first().waitFor()
  await seat.page.getByText('139****0002').first().waitFor()
  expect(await shown()).not.toMatch(/13955550002/)
  expect(await seat.page.getByRole('button', { name: '看全号' }).count()).toBe(0)
})

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
  await hands.press('Alt+w')
  await hands.say(HEATING)
  await seat.page.getByRole('list', { name: '分类建议' }).waitFor()
  await hands.press('Alt+c', '1')
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
