import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { fillForm, listPrompts, summariseOrder } from '#contract/assistant.ts'
import { type Door, openDoor } from './door.fixture.ts'
import { chain, hoursLater } from './orders.fixture.ts'
import { runSweep, sweeps } from './sweeps.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

/** A service that speaks the protocol; each test says what it answers, and sees what it was sent. */
type Say = { status?: number; text?: string; slow?: number }
let say: Say = {}
const heard: { auth: string | undefined; body: { model: string; messages: { role: string; content: string }[] } }[] = []
const service = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    heard.push({ auth: request.headers.authorization, body: JSON.parse(Buffer.concat(parts).toString()) })
    setTimeout(() => response.writeHead(say.status ?? 200).end(say.text ?? ''), say.slow ?? 0)
  })
})
const answer = (content: string, tokens = 300) =>
  JSON.stringify({ choices: [{ message: { content } }], usage: { total_tokens: tokens } })

const CALL = `坐席：您好，请讲。
市民：喂，你好，我叫陈晓红，白沙小区三栋的电梯坏了五天了，老人下不了楼。
市民：我的电话是 13900001234，希望尽快修好电梯。`

let door: Door
let off: Door
beforeAll(async () => {
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1/`
  door = await openDoor(engine, {
    languageModel: { url, name: 'a-model', key: 'secret-key', timeoutMs: 500, budget: 4000 },
  })
  off = await openDoor(engine)
})
afterAll(async () => {
  await Promise.all([door.close(), off.close()])
  service.close()
})
beforeEach(() => {
  heard.length = 0
  say = {}
  // Another day, another budget.
  hoursLater(door, 24)
})

const fill = async (at: Door = door, transcript = CALL) => {
  const said = await at.ask(await at.staff({ roles: ['agent'] }), 'fillForm', { body: { transcript } })
  expect(said.status, said.text).toBe(200)
  return fillForm.reply.parse(JSON.parse(said.text))
}
const prompts = async () => {
  const said = await door.ask(await door.staff({ roles: ['administrator'] }), 'listPrompts', { query: { limit: '10' } })
  return listPrompts.reply.parse(JSON.parse(said.text)).prompts
}

test('without a model the built-in means fill the form, and nothing is asked of anybody', async () => {
  const form = await fill(off)
  expect(form).toMatchObject({ by: 'built-in', instead: null })
  expect(form.content).toContain('白沙小区三栋的电梯坏了五天了，老人下不了楼。')
  expect(form.content).not.toContain('请讲')
  expect(form.title).toContain('电梯')
  expect(heard).toEqual([])
})

test('a model fills it from masked words, and its answer gets the numbers back', async () => {
  const filled = {
    title: '电梯坏了五天',
    content: '三栋电梯坏了五天，请回电 〔电话1〕。',
    demand: '尽快修好',
    respondent: null,
  }
  say = { text: answer(`好的：\n\`\`\`json\n${JSON.stringify(filled)}\n\`\`\``) }
  expect(await fill()).toEqual({
    ...{ by: 'language-model', instead: null, title: '电梯坏了五天', demand: '尽快修好' },
    ...{ content: '三栋电梯坏了五天，请回电 13900001234。', respondent: null, occurredAt: null, address: null },
  })
  const [asked] = heard
  expect(asked?.auth).toBe('Bearer secret-key')
  expect(asked?.body.model).toBe('a-model')
  const sent = JSON.stringify(asked?.body)
  expect(sent).toContain('〔电话1〕')
  expect(sent).not.toContain('13900001234')
  const [logged] = await prompts()
  expect(logged).toMatchObject({ purpose: 'form', outcome: 'done', tokens: 300, model: 'a-model' })
  expect(JSON.stringify(logged)).not.toContain('13900001234')
})

test.each<[string, Say, string]>([
  ['a time-out', { slow: 900, text: answer('{}') }, 'timed-out'],
  ['a fault of the service', { status: 500, text: 'sorry' }, 'failed'],
  ['an answer that is no JSON of the protocol', { text: '<html>' }, 'unreadable'],
  ['an answer that is no form', { text: answer('我不知道') }, 'unreadable'],
  ['an answer without end', { text: 'x'.repeat(200_000) }, 'failed'],
])('%s leaves the built-in form, says so and is logged', async (_, what, instead) => {
  say = what
  expect(await fill()).toMatchObject({ by: 'built-in', instead })
  const [logged] = await prompts()
  expect(logged?.outcome).toBe(instead)
})

test('the day’s budget holds though several ask at once, and begins anew the next day', async () => {
  say = { text: answer(JSON.stringify({ title: '电梯', content: '坏了' }), 1500), slow: 50 }
  const forms = await Promise.all([1, 2, 3, 4, 5, 6].map(() => fill()))
  const asked = forms.filter(({ by }) => by === 'language-model').length
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(6)
  expect(heard).toHaveLength(asked)
  expect(forms.filter(({ instead }) => instead === 'over-budget')).toHaveLength(6 - asked)
  hoursLater(door, 24)
  expect((await fill()).by).toBe('language-model')
})

test('a summary is of what the asker may read', async () => {
  const { accept } = await chain(door)
  const order = await accept({ content: '白沙小区路灯不亮。晚上走路很黑。请尽快修好。', anonymous: true })
  say = { status: 503 }
  const badge = await door.staff({ roles: ['agent'] })
  const said = await door.ask(badge, 'summariseOrder', { params: { orderId: order.id } })
  const summary = summariseOrder.reply.parse(JSON.parse(said.text))
  expect(summary).toMatchObject({ by: 'built-in', instead: 'failed', answer: null })
  expect(summary.request).toContain('路灯不亮')
  const stranger = await door.staff({ roles: ['liaison'], unit: 'education' })
  expect((await door.ask(stranger, 'summariseOrder', { params: { orderId: order.id } })).status).toBe(404)
})

test('after thirty days the words are gone and the numbers stay', async () => {
  say = { text: answer(JSON.stringify({ title: '电梯', content: '坏了' })) }
  await fill()
  hoursLater(door, 24 * 31)
  for (const sweep of sweeps.filter(({ name }) => name === 'forget')) await runSweep(door.house, sweep)
  const [logged] = await prompts()
  expect(logged).toMatchObject({ prompt: null, answer: null, tokens: 300 })
})
