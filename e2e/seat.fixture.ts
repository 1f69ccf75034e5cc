import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { z } from 'zod'
import { openTown, type Person, type Town } from './browser.fixture.ts'
import { handsOf } from './hands.fixture.ts'

export let town: Town
export let seat: Person
export let lead: Person
export let hands: ReturnType<typeof handsOf>

export const PHONE = '13900001111'
export const SECOND = '13900002222'
let calls = 0
export const ring = (phone: string) =>
  lead.call('ring', { body: { callId: `call-e2e-${++calls}`, phone, login: 'agent1' } })

export const Current = z.object({ ring: z.object({ callId: z.string() }).nullable() })

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

export const Found = z.object({ orders: z.array(z.object({ no: z.string(), state: z.string() })) })
export const ordersOf = async (phone: string) => Found.parse(await lead.call('findByPhone', { body: { phone } })).orders

export const $ = (name: string | RegExp) => seat.page.getByRole('textbox', { name })
export const box = (name: string | RegExp) => seat.page.getByRole('combobox', { name })
export const dialog = (name: string) => seat.page.getByRole('dialog', { name })
export const type = () => seat.page.getByRole('radiogroup', { name: '诉求类型' }).locator('[aria-checked="true"]')

/** Ring, answer, type, place: until the content. */
export async function begin(phone: string, kind: string, place = 'bsxq'): Promise<void> {
  await ring(phone)
  await seat.page
    .getByText(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    .first()
    .waitFor()
  await answer(kind, place)
}

/** Answer what rings, type, place. */
export async function answer(kind: string, place = 'bsxq'): Promise<void> {
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

export const submitted = async () => {
  await dialog('已记下，请念给来电人').waitFor()
  const text = await dialog('已记下，请念给来电人').textContent()
  const no = /[A-Z]{2}\d{13}/.exec(text ?? '')?.[0] ?? ''
  expect(no).not.toBe('')
  return no
}

export const HEATING = '11月20日起3号楼2单元暖气不热，昨晚室内实测14度，家里有两岁幼儿，因为换热站抢修没有通知。'

/** Heating that is out, said and filed as proposed. */
export async function heatingOut(): Promise<void> {
  await hands.press('Alt+w')
  await hands.say(HEATING)
  await seat.page.getByRole('list', { name: '分类建议' }).waitFor()
  await hands.press('Alt+c', '1')
}

/** To what they asked before, then what to do with it: two keys, at once, whatever is still on its way. */
export const atPast = (key: string) => hands.press('Alt+h', key)
export const active = () => seat.page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 12) ?? '')
/** Where the focus is: the field's letter, or the tag of what has it. */
export const place = () =>
  seat.page.evaluate(() => {
    const at = document.activeElement
    return at?.closest('[data-field]')?.getAttribute('data-field') ?? at?.tagName ?? ''
  })

/** Counted anew from here. */
export const freshHands = (): void => {
  hands = handsOf(seat.page)
}
