import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let admin: Person
let agent: Person
beforeAll(async () => {
  // Four scenes are learned in a second; what the pages show of them is the same as of 333.
  town = await openTown({ JIESU_CITY: 'tools/fixtures/tiny-city' })
  admin = await town.person('boss')
  agent = await town.person('seat')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

const TEXT = '村口那座桥要塌了，没人敢走'
const says = async () => (await agent.call('classifyText', { body: { content: TEXT } })) as { version: string }

/** An order whose category the seat chose otherwise than was suggested. */
async function corrected(): Promise<string> {
  const { suggestions } = (await agent.call('classifyText', { body: { content: TEXT } })) as {
    suggestions: { category: string }[]
  }
  const scenes = [...town.open.house.city.categories.values()].filter(({ level }) => level === 3)
  const other = scenes.find(({ code }) => suggestions.every(({ category }) => category !== code))?.code
  const region = [...town.open.house.city.regions.values()].find(({ level }) => level === 'town')?.code
  const request = { requestType: 'help', title: TEXT, content: TEXT, category: other, region }
  const body = { channel: 'phone', request, appellant: { callerPhone: '13900000008' } }
  return (await agent.call('acceptOrder', { body })).no
}

test('a model is trained, its card read, adopted, seen in the suggestions, and taken back', async () => {
  const no = await corrected()
  const { page } = admin
  await page.goto('/admin/models')
  await page.getByRole('article', { name: '模型 1' }).getByText('起步模型').waitFor()
  expect((await says()).version).toBe('model-1')
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('button', { name: '训练新模型' }).click()
  await page.getByRole('status').getByText('正在训练').waitFor()
  await page.getByText('训练好了：模型 2').waitFor({ timeout: 120_000 })
  const card = page.getByRole('article', { name: '模型 2' })
  await card.getByText('1 件工单，其中 1 件人改过分类').waitFor()
  await card.getByText('没有考过').waitFor()
  expect((await says()).version).toBe('model-1')
  expect(await faultsOf(page)).toEqual([])

  await card.getByRole('button', { name: '采用' }).click()
  const question = page.getByRole('dialog', { name: '采用模型 2？' })
  await question.getByRole('row', { name: /学了什么/ }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await question.getByLabel('说明').fill('试一试')
  await question.getByRole('button', { name: '采用' }).click()
  await page.getByText('模型 2 已采用').waitFor()
  await card.getByText('现行', { exact: true }).waitFor()
  expect((await says()).version).toBe('model-2')

  await page.getByRole('tab', { name: '采纳情况' }).click()
  await page.getByRole('link', { name: no.slice(-5) }).waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('tab', { name: '模型', exact: true }).click()
  await page.getByRole('button', { name: '模型 1' }).click()
  await page.getByRole('article', { name: '模型 1' }).getByRole('button', { name: '退回到它' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退回到它' }).click()
  await page.getByText('模型 1 已采用').waitFor()
  expect((await says()).version).toBe('model-1')
})

test('a file that is cut short is refused with the reason, and the model in force stays', async () => {
  const { page } = admin
  await page.goto('/admin/models')
  const whole = await page.request.get('/api/models/1/file')
  const buffer = (await whole.body()).subarray(0, 900)
  await page.getByLabel('上传文件').setInputFiles({ name: 'a.model', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('alert').getByText('模型文件不完整').waitFor()
  expect((await says()).version).toBe('model-1')
  expect(await faultsOf(page)).toEqual([])
})

test('whoever answers for the figures reads them and changes nothing; dark and small pass axe', async () => {
  const made = { login: 'head', name: '分管领导', unit: 'line', region: null, roles: ['leader'] }
  const { password } = await admin.call('createStaff', { body: made })
  const leader = await town.visitor({ theme: 'dark', size: 'phone' })
  await leader.logIn('head', password)
  await leader.call('changePassword', { body: { old: password, new: 'a long one of my own' } })
  await leader.page.goto('/admin/models?model=2')
  await leader.page.getByRole('article', { name: '模型 2' }).waitFor()
  expect(await leader.page.getByRole('button', { name: '训练新模型' }).count()).toBe(0)
  expect(await leader.page.getByRole('button', { name: '采用' }).count()).toBe(0)
  expect(await faultsOf(leader.page)).toEqual([])
  await agent.page.goto('/admin/models')
  await agent.page.getByText('您的账号不能看分类模型').waitFor()
})
