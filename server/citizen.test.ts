import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { CitizenView, citizenCity } from '#contract/citizen.ts'
import { sql } from '#db/sql.ts'
import { type Door, NOBODY, openDoor } from './door.fixture.ts'
import { type Chain, chain, TOWN } from './orders.fixture.ts'

let door: Door
let people: Chain

beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  door = await openDoor(engine)
  people = await chain(door)
})
afterAll(() => door.close())

const wish = {
  request: { requestType: 'help', content: '门前路灯三盏不亮', region: TOWN, address: '石桥路 42 号' },
  appellant: { contactPhone: '13911112222' },
}
const orders = async () =>
  (await door.house.db.rows(sql`select count(*)::int as n from work_order`, z.object({ n: z.number() })))[0]?.n ?? 0
const submitted = async (headers: Record<string, string> = {}) =>
  (await door.ask(NOBODY, 'citizenSubmit', { body: wish, headers })).body as { no: string; code: string }
const follow = async ({ no, code }: { no: string; code: string }) =>
  CitizenView.parse((await door.ask(NOBODY, 'citizenFollow', { body: { no, code } })).body)

describe('a sending that is repeated', () => {
  test('from another network, with the key of its draft, is one order and one answer', async () => {
    const before = await orders()
    const key = { 'idempotency-key': '6f3a9d0c5b1e4f7a8c2d9e0b1a3c5d7f' }
    // Every call of the fixture comes from an address of its own, as from a phone that has left the house.
    expect(await submitted(key)).toEqual(await submitted(key))
    expect(await orders()).toBe(before + 1)
  })

  test('with a short key counts per address: it could be anybody’s', async () => {
    const before = await orders()
    const key = { 'idempotency-key': 'key-0001' }
    expect(await submitted(key)).not.toEqual(await submitted(key))
    expect(await orders()).toBe(before + 2)
  })
})

describe('taking a request back', () => {
  const back = (ticket: object, reason = '已经自己解决了') =>
    door.ask(NOBODY, 'citizenWithdraw', { body: { ...ticket, reason } })

  test('ends it, once, and says so to the citizen', async () => {
    const { no, code } = await submitted()
    expect((await follow({ no, code })).may).toContain('withdraw')
    const view = CitizenView.parse((await back({ no, code })).body)
    expect([view.stage, view.may.includes('withdraw')]).toEqual(['已撤单', false])
    expect((await back({ no, code })).code).toBe('wrong-state')
  })

  test('wants the code and a reason', async () => {
    const { no } = await submitted()
    expect((await back({ no, code: 'AAAAAA' })).code).toBe('ticket-unknown')
    expect((await back({ no, code: 'AAAAAA' }, ' ')).status).toBe(400)
  })

  test('is not possible while requests of others are handled in it', async () => {
    const master = await people.accept()
    const other = await people.accept()
    await people.on(people.desk, 'mergeOrder', other.id, { master: master.id, reason: '同一处路灯' })
    const ticket = { no: master.no, code: master.queryCode }
    expect((await back(ticket)).code).toBe('others-share-it')
    expect((await follow(ticket)).may).not.toContain('withdraw')
  })
})

describe('rating an answer', () => {
  const answers = { ...{ contacted: null, replyTrue: null, attitude: null, reason: null }, opinion: '灯还是不亮' }
  const rate = (ticket: object, solved: string, satisfaction: number) =>
    door.ask(NOBODY, 'citizenRate', { body: { ...ticket, answers: { ...answers, solved, satisfaction } } })
  const answered = async () => {
    const { id, no, queryCode } = await people.accept()
    await people.dispatch(id)
    await people.handle(people.lead, id, 1)
    await people.on(people.desk, 'reviewReply', id, { verdict: 'approve' })
    return { id, ticket: { no, code: queryCode } }
  }

  test('satisfied closes it', async () => {
    const { ticket } = await answered()
    expect((await follow(ticket)).may).toContain('rate')
    const view = CitizenView.parse((await rate(ticket, 'yes', 5)).body)
    expect([view.stage, view.rated, view.may]).toEqual(['已办结', { solved: 'yes', satisfaction: 5 }, []])
  })

  test('dissatisfied is kept and not asked for again, until there is a new answer', async () => {
    const { id, ticket } = await answered()
    const view = CitizenView.parse((await rate(ticket, 'no', 1)).body)
    expect([view.rated, view.may.includes('rate')]).toEqual([{ solved: 'no', satisfaction: 1 }, false])
    expect(view.steps.at(-1)?.words.zh).toBe('您已评价')
    await people.callback(id, 'rework')
    expect((await follow(ticket)).stage).toContain('重办中')
  })
})

test('what was not accepted tells the proper way, as it was told', async () => {
  const order = await people.accept({}, { kind: 'decline', reason: 'litigation', told: '可以向人民法院起诉' })
  expect((await follow({ no: order.no, code: order.queryCode })).told).toBe('可以向人民法院起诉')
})

test('the city’s pages learn its name, towns and what is not accepted, without a log-in', async () => {
  const city = citizenCity.reply.parse((await door.ask(NOBODY, 'citizenCity')).body)
  expect(city.towns.find(({ code }) => code === TOWN)).toEqual({ code: TOWN, name: '钟鼓街道', district: '锦澜区' })
  expect([city.name, city.requestTypes.length, city.notAccepted.length > 5]).toEqual(['云川市', 7, true])
  expect(city.answerWithin?.unit).toMatch(/working-day|hour/)
})
