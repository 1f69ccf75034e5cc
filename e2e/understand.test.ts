import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'
import { handsOf } from './hands.fixture.ts'

let town: Town
let seat: Person
let hands: ReturnType<typeof handsOf>

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

beforeEach(async () => {
  seat = await town.person('agent1')
  await seat.call('dropDraft', { params: { kind: 'accept', key: 'new' } })
  hands = handsOf(seat.page)
  await seat.page.goto('/seat')
  await seat.page.getByRole('region', { name: '受理单' }).waitFor()
})
afterEach(async () => {
  await seat.context.close()
  expect(town.faults).toEqual([])
})

const box = (name: string) => seat.page.getByRole('textbox', { name })
const read = () => seat.page.getByRole('region', { name: '从文字里读到' })
const facts = () => read().getByRole('list', { name: '要素，按下即选中原文' })
const marked = () =>
  seat.page.evaluate(() => {
    const area = document.activeElement
    return area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : null
  })

const SAID =
  '举报枫丹花园3栋楼下的和兴饭店，每晚十点到凌晨大声放音乐，影响二十多户居民休息，有时还闻到煤气味，希望尽快派人来查。'

test('the text says what it is about while it is written; a fact leads to its words, one key takes what is sure', async () => {
  await hands.press('Alt+w')
  await hands.say(SAID)
  await facts().getByText('每晚十点到凌晨').waitFor()
  await read().getByText('枫丹花园').first().waitFor()
  expect(await faultsOf(seat.page)).toEqual([])

  await facts()
    .getByRole('button', { name: /每晚十点到凌晨/ })
    .click()
  expect(await marked()).toBe('每晚十点到凌晨')
  await facts()
    .getByRole('button', { name: /煤气味/ })
    .click()
  expect(await marked()).toContain('煤气味')

  // Words before it change, and the fact still leads to where it stands now.
  await hands.press('Alt+w')
  await box('主要内容').press('Control+Home')
  await hands.say('来电人称，')
  await facts()
    .getByRole('button', { name: /每晚十点到凌晨/ })
    .click()
  expect(await marked()).toBe('每晚十点到凌晨')

  await hands.press('Alt+a')
  await expect.poll(() => box('具体诉求').inputValue()).toContain('尽快派人来查')
  await seat.page.getByText('已定位').waitFor()
  expect(await seat.page.getByRole('combobox', { name: /^地点\*?$/ }).inputValue()).toContain('枫丹花园')
  // What a person filled stays theirs: the key takes nothing twice.
  await hands.press('Alt+x')
  await box('具体诉求').fill('请来人')
  await hands.press('Alt+a')
  expect(await box('具体诉求').inputValue()).toBe('请来人')
  expect(await faultsOf(seat.page)).toEqual([])
})

test('what was said on the phone fills the form, piece by piece as ticked', async () => {
  await hands.press('Alt+w')
  await hands.say('手写的内容')
  await hands.press('Alt+g')
  const dialog = seat.page.getByRole('dialog', { name: '由通话文字填单' })
  await dialog
    .getByRole('textbox', { name: '通话文字' })
    .fill('坐席：您好，请讲。\n市民：喂，你好，枫丹花园3栋电梯坏了五天。\n市民：希望尽快修好电梯。')
  await hands.press('Control+Enter')
  await dialog.getByText('由内置方法从原文整理').waitFor()
  await dialog.getByText('会替换已写的内容').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
  await hands.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await box('标题').inputValue()).toContain('电梯')
  expect(await box('主要内容').inputValue()).toBe('手写的内容')
  expect(await box('具体诉求').inputValue()).toContain('尽快修好电梯')
})

test('administrators see that no language model is asked, and the log of what would be', async () => {
  const admin = await town.person('admin')
  await admin.page.goto('/admin/assistant')
  await admin.page.getByText('没有启用').waitFor()
  await admin.page.getByText('还没有调用').waitFor()
  expect(await faultsOf(admin.page)).toEqual([])
  await admin.context.close()
})

test('a long order says itself shortly on its page', async () => {
  const { categories, regions } = town.open.house.city
  const category = [...categories.values()].find(({ level }) => level === 3)?.code
  const region = [...regions.values()].find(({ level }) => level === 'town')?.code
  const content = `枫丹花园3栋电梯坏了五天。${'物业说配件还在路上，让大家再等几天。'.repeat(8)}老人下不了楼，希望尽快修好。`
  const request = { requestType: 'help', title: '电梯坏了', content, category, region }
  const made = await seat.call('acceptOrder', {
    body: { channel: 'phone', request, appellant: { callerPhone: '13900000009' } },
  })
  const { id } = z.object({ id: z.string() }).parse(made)
  await seat.page.goto(`/orders/${id}`)
  await seat.page.getByRole('button', { name: '写摘要' }).click()
  const summary = seat.page.locator('.order-summary')
  await summary.getByText('老人下不了楼').waitFor()
  await summary.getByText('还没有答复').waitFor()
  expect(await faultsOf(seat.page)).toEqual([])
})
