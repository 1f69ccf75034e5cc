import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person
const opened: Person[] = []
beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  // Every order of this journey goes straight to dispatch.
  const { house } = town.open
  house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ context }) => context.close()))
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const request = (title: string) => ({
  requestType: 'help',
  title,
  content: `${title}，车一过就响，晚上睡不着。`,
  demand: '尽快修好',
  category: 'E0202',
  region: '990101001',
  address: '柳堤大街 118 号',
})
/** With a point only where the map is the matter: drawing it without a graphics card takes seconds. */
const accept = (title: string, point: object = {}) =>
  agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: { ...request(title), ...point },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })

/** Somebody at the desk, who leaves it when the test ends. */
async function at(login: string, look = {}): Promise<Person> {
  const person = await town.person(login, look)
  opened.push(person)
  return person
}

const headed = ({ page }: Person, title: string) => page.getByRole('heading', { name: title, exact: true }).waitFor()
const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name })
const sendButton = (person: Person) => button(person, /派出，看下一件/)

/** The desk with this order open and its units offered. */
async function openAt(login: string, title: string): Promise<Person> {
  const person = await at(login)
  await person.page.goto('/dispatch')
  await button(person, title).click()
  await headed(person, title)
  await person.page.getByText(/^规则 /).waitFor()
  return person
}

test('one takes an order up and the other is told who; J, 1 and Enter send it and the next opens, taken up too', {
  timeout: 60_000,
}, async () => {
  const first = await accept('井盖翘起异响', { lng: 114.31, lat: 30.52 })
  await accept('井盖破损缺角')
  const one = await at('dispatcher1')
  await one.page.goto('/dispatch')
  await headed(one, '井盖翘起异响')
  expect(await faultsOf(one.page)).toEqual([])
  await one.page.keyboard.press('c')
  await one.page.getByText(/我已领取/).waitFor()

  const other = await openAt('dispatcher2', '井盖翘起异响')
  await other.page.getByText(/苏长杰 .*领取，到/).waitFor()
  await expect.poll(() => sendButton(other).getAttribute('aria-disabled')).toBe('true')
  expect(await sendButton(other).getAttribute('aria-description')).toMatch(/苏长杰 正在处理/)
  expect(await faultsOf(other.page)).toEqual([])

  await one.page.keyboard.press('j')
  await headed(one, '井盖破损缺角')
  await one.page.keyboard.press('k')
  await headed(one, '井盖翘起异响')
  await one.page.getByText('签收', { exact: true }).waitFor()
  await one.page.keyboard.press('1')
  await one.page.keyboard.press('Enter')
  await one.page.getByText(`${first.no} 已派给`).waitFor()
  await headed(one, '井盖破损缺角')
  await one.page.getByText(/我已领取/).waitFor()
  await other.page.getByText('已由别人处理').waitFor()
  await button(one, '放回').click()
  await button(one, /领取/).waitFor()
})

test('another unit than the rules propose needs a reason, and the page asks before the server has to', async () => {
  const { no } = await accept('井盖被车压碎')
  const one = await openAt('dispatcher1', '井盖被车压碎')
  await one.page.keyboard.press('/')
  await one.page.getByRole('combobox', { name: /搜其他单位/ }).fill('教育局')
  await one.page
    .getByRole('option', { name: /教育局/ })
    .first()
    .click()
  expect(await sendButton(one).getAttribute('aria-description')).toBe('先写改派理由')
  expect(await faultsOf(one.page)).toEqual([])
  await button(one, '权属单位明确').click()
  await one.page.getByLabel('派单意见').fill('请先围挡')
  await one.page.keyboard.press('Control+Enter')
  await one.page.getByText(`${no} 已派给`).waitFor()
  await one.page.getByRole('tab', { name: /已派/ }).click()
  await button(one, '井盖被车压碎').waitFor()
})

test('what somebody changed meanwhile is shown beside what one saw, and nothing written is lost', async () => {
  const { id, no } = await accept('井盖松动')
  const one = await openAt('dispatcher1', '井盖松动')
  await one.page.getByLabel('派单意见').fill('夜里先做警示')
  const amended = { ...request('井盖松动'), address: '柳堤大街 120 号', content: '实际在 120 号门前，盖上有“污”字。' }
  await agent.call('amendOrder', {
    params: { orderId: id },
    body: { request: amended, reason: '市民补充' },
    headers: { 'if-match': '"2"' },
  })
  await sendButton(one).click()
  const conflict = one.page.getByRole('dialog', { name: /两个人同时改了/ })
  await conflict.waitFor()
  expect(await conflict.textContent()).toContain('倪雨莹')
  await conflict.getByRole('radio', { name: /120 号门前/ }).waitFor()
  expect(await faultsOf(one.page)).toEqual([])
  await conflict.getByRole('button', { name: '全用对方的' }).click()
  await one.page.getByText('实际在 120 号门前', { exact: false }).first().waitFor()
  expect(await one.page.getByLabel('派单意见').inputValue()).toBe('夜里先做警示')
  await sendButton(one).click()
  await one.page.getByText(`${no} 已派给`).waitFor()
})

test('an order somebody else dispatched meanwhile cannot go out twice, and says to whom it went', async () => {
  const { id } = await accept('井盖下沉')
  const one = await openAt('dispatcher1', '井盖下沉')
  await one.page.getByLabel('派单意见').fill('请当天处置')
  const other = await at('dispatcher2')
  await other.call('dispatchOrder', {
    params: { orderId: id },
    body: { lead: 'education', co: [], overrideReason: '测试', note: null },
  })
  await sendButton(one).click()
  const conflict = one.page.getByRole('dialog', { name: /两个人同时改了/ })
  await conflict.waitFor()
  const words = await conflict.textContent()
  expect(words).toContain('教育局')
  expect(words).toContain('请当天处置')
  expect(await conflict.getByRole('button', { name: '按选好的保存' }).getAttribute('aria-disabled')).toBe('true')
})

test('an order goes into its master; what cannot be told goes back to the seat', async () => {
  const master = await accept('井盖丢失一个')
  const same = await accept('井盖丢失两个')
  const unclear = await accept('某处井盖')
  const one = await openAt('dispatcher1', '井盖丢失两个')
  await one.page.keyboard.press('m')
  const merging = one.page.getByRole('dialog', { name: '并入哪一件主单' })
  await merging.getByRole('button', { name: '井盖丢失一个' }).click()
  await merging.getByText('先写并案理由').waitFor()
  await one.page.keyboard.press('Alt+1')
  expect(await faultsOf(one.page)).toEqual([])
  await merging.getByRole('button', { name: '并入所选主单' }).click()
  await one.page.getByText(`${same.no} 已并入 ${master.no}`).waitFor()

  await button(one, '某处井盖').click()
  await headed(one, '某处井盖')
  await one.page.keyboard.press('b')
  const back = one.page.getByRole('dialog', { name: '退回坐席补充' })
  expect(await back.getByRole('button', { name: '退回坐席' }).getAttribute('aria-disabled')).toBe('true')
  await back.getByRole('button', { name: '地点不清，找不到现场' }).click()
  expect(await faultsOf(one.page)).toEqual([])
  await back.getByRole('button', { name: '退回坐席' }).click()
  await one.page.getByText(`${unclear.no} 已退回坐席补充`).waitFor()
  const reply = await agent.call('getOrder', { params: { orderId: unclear.id } })
  expect(reply).toMatchObject({ state: 'draft' })
})

test('several go out as proposed; the one that somebody took meanwhile is told, the others are done', async () => {
  const titles = ['路口井盖一', '路口井盖二']
  const [first] = await Promise.all(titles.map((title) => accept(title)))
  const one = await openAt('dispatcher1', '路口井盖一')
  for (const title of titles) await one.page.getByRole('checkbox', { name: `选中：${title}` }).check()
  expect(await faultsOf(one.page)).toEqual([])
  const other = await at('dispatcher2')
  await other.call('dispatchOrder', {
    params: { orderId: first?.id },
    body: { lead: 'education', co: [], overrideReason: '测试', note: null },
  })
  await button(one, '各按规则建议派出').click()
  const result = one.page.getByRole('dialog', { name: '批量派单结果' })
  await result.getByText('1 件派出，1 件没派成。').waitFor()
  expect(await faultsOf(one.page)).toEqual([])
})

test('new orders wait until they are asked for; the desk speaks English and stands in the dark', async () => {
  const one = await at('dispatcher1', { theme: 'dark', language: 'en' })
  await one.page.goto('/dispatch')
  await one.page.getByRole('tab', { name: /To dispatch/ }).waitFor()
  const title = '新到的井盖'
  await accept('先到的井盖')
  const news = one.page.getByText(/\d new/)
  // The feed tells within seconds; what came before the page listened shows with the next look, after twenty.
  await button(one, '先到的井盖').or(news).first().waitFor({ timeout: 25_000 })
  if (await news.isVisible()) await button(one, 'Show').click()
  await button(one, '先到的井盖').waitFor()
  await accept(title)
  await news.waitFor({ timeout: 25_000 })
  expect(await button(one, title).count()).toBe(0)
  await button(one, 'Show').click()
  await button(one, title).waitFor()
  await one.page.keyboard.press('F1')
  await one.page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await faultsOf(one.page)).toEqual([])
})
