import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { faultsOf } from './browser.fixture.ts'
import {
  $,
  active,
  answer,
  atPast,
  begin,
  dialog,
  freshHands,
  HEATING,
  hands,
  heatingOut,
  ordersOf,
  PHONE,
  place,
  ring,
  SECOND,
  seat,
  submitted,
  type,
} from './seat.fixture.ts'

test('from the ring to the number by keyboard alone, three calls: keystrokes and clicks', async () => {
  const counts: number[] = []
  const matters = [
    { phone: PHONE, kind: '2', said: HEATING, want: '尽快恢复供暖。' },
    { phone: '13900003333', kind: '3', said: '楼下饭店每天夜里排油烟，味道很大，窗户都不敢开。', want: '装油烟净化。' },
    { phone: '13900004444', kind: '2', said: '小区门口的路灯连续三个晚上不亮，老人出门看不清路。', want: '修好路灯。' },
  ]
  for (const { phone, kind, said, want } of matters) {
    freshHands()
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

test('who calls again is known; the same matter is warned of before submitting and proposed for merging', async () => {
  await begin(SECOND, '2')
  await heatingOut()
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

  // What they tell once more is their own open matter: one key adds it there.
  await answer('2')
  await heatingOut()
  await seat.page.getByRole('button', { name: /^补充到那一件/ }).waitFor()
  await hands.press('Alt+r')
  await dialog('催办这件工单').waitFor()
  await hands.press('Escape')
  await hands.press('Alt+s')
  await dialog('补充到这件工单').waitFor()
  expect(await dialog('补充到这件工单').getByRole('textbox').inputValue()).toBe(HEATING)
  await hands.press('Control+Enter')
  await seat.page.getByText('补充已记下，承办单位看得到').waitFor()
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
