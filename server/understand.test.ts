import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { understand } from '#contract/understand.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'

let door: Door
let agent: Badge

beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  door = await openDoor(engine)
  agent = await door.staff({ roles: ['agent'] })
})
afterAll(() => door.close())

const ask = async (body: { title?: string; content?: string; region?: string }) =>
  understand.reply.parse((await door.ask(agent, 'understand', { body })).body)

describe('a text is understood', () => {
  test('with type, place, respondent, time and demand, each with its words and where they stand', async () => {
    const title = '烧烤店扰民'
    const content = '投诉枫丹花园3栋楼下的福聚烧烤店，每晚十点到凌晨两点油烟很大，希望城管尽快处理。'
    const { requestType, place, respondent, urgency, demand, occurredAt, facts, hazard } = await ask({ title, content })
    expect([requestType.suggestions[0]?.value, requestType.sure]).toEqual(['complaint', true])
    expect(place.suggestions[0]).toMatchObject({
      place: {
        name: '枫丹花园',
        kind: 'estate',
        path: [{ name: '锦澜区' }, { level: 'town' }, { level: 'community' }],
      },
      address: '枫丹花园3栋',
      words: [{ text: '枫丹花园3栋', field: 'content', from: 2 }],
    })
    expect(place.sure).toBe(true)
    expect(respondent.suggestions[0]).toMatchObject({ name: '福聚烧烤店', sort: 'shop' })
    expect(urgency.suggestions[0]?.value).toBe('normal')
    expect([demand?.text, occurredAt?.text, hazard]).toEqual(['希望城管尽快处理', '每晚十点到凌晨两点', null])
    for (const { field, from, to, text } of facts)
      expect((field === 'title' ? title : content).slice(from, to)).toBe(text)
    const recurrence = facts.find(({ kind }) => kind === 'recurrence')
    expect(recurrence).toMatchObject({
      value: { every: 'night', from: '22:00', to: '02:00' },
      words: { zh: '每晚 22:00–02:00', en: 'every night 22:00–02:00' },
    })
  })

  test('a misspelled name is proposed with what it probably means', async () => {
    const { place } = await ask({ content: '枫丹花圆的电梯坏了' })
    expect(place.suggestions[0]).toMatchObject({
      place: { name: '枫丹花园' },
      why: { zh: '“枫丹花圆”可能是“枫丹花园”' },
    })
  })

  test('a road of many communities is not sure, unless the caller’s region or another place says which is meant', async () => {
    const open = (await ask({ content: '建设路的路灯坏了' })).place
    expect([open.sure, open.suggestions.length]).toEqual([false, 3])
    expect(open.suggestions[0]?.why.zh).toMatch(/全市有\d+处/)
    const region = open.suggestions[1]?.place.region ?? ''
    const known = (await ask({ content: '建设路的路灯坏了', region })).place
    expect(known.suggestions[0]?.place.region).toBe(region)
    expect(known.suggestions[0]?.probability).toBeGreaterThan(open.suggestions[0]?.probability ?? 1)
  })

  test('danger makes it urgent and a hazard; where it is denied it does not', async () => {
    const leak = await ask({ content: '阳光小区楼道里有很浓的煤气味' })
    expect([leak.urgency.suggestions[0]?.value, leak.hazard?.words[0]?.text]).toEqual(['critical', '浓的煤气味'])
    const none = await ask({ content: '请问家里没有漏气，怎么办理燃气过户' })
    expect([none.urgency.suggestions[0]?.value, none.facts.some(({ kind }) => kind === 'safety')]).toEqual([
      'normal',
      false,
    ])
  })

  test('the city’s own model proposes the category', async () => {
    const { category, model } = await ask({ content: '小区门口的路灯不亮，晚上漆黑一片' })
    if (door.house.models.inForce === null) expect([model, category.suggestions]).toEqual(['none', []])
    else expect(category.suggestions[0]).toMatchObject({ category: 'E0301', path: expect.stringContaining('›') })
  })
})

test('of a personal number the reply holds the mask and the place, nothing is kept and nothing logged', async () => {
  const lines: string[] = []
  const { log } = door.house
  door.house.log = {
    info: (fields) => lines.push(JSON.stringify(fields)),
    error: (fields) => lines.push(JSON.stringify(fields)),
  }
  const key = { 'idempotency-key': 'understand-once-1' }
  const body = { content: '对方电话13812345678，身份证990101199003071238，车牌云A12345' }
  const said = await door.ask(agent, 'understand', { body, headers: key })
  door.house.log = log
  const { facts } = understand.reply.parse(said.body)
  expect(facts.flatMap((fact) => (fact.kind === 'personal' ? [fact.value.kind] : []))).toEqual([
    'phone',
    'identity',
    'plate',
  ])
  expect(said.text).not.toMatch(/13812345678|990101199003071238|A12345/)
  expect(lines.join()).not.toMatch(/13812345678|对方/)
  const kept = await door.house.db.rows(sql`select count(*)::int as n from idempotency`, z.object({ n: z.number() }))
  expect(kept[0]?.n).toBe(0)
})

test.each([
  ['nothing', ''],
  ['a space', ' '],
  ['one character', '水'],
  ['pictures', '😀👨‍👩‍👧‍👦🔥'],
  ['traditional characters', '請問楓丹花園的電梯壞了怎麼辦'],
  ['pinyin', 'fengdan huayuan de dianti huai le'],
  ['English', 'The lift in the estate has been broken for three days.'],
  ['HTML', '<script>alert("枫丹花园")</script><b>着火</b>'],
  ['mojibake', 'æž«ä¸¹èŠ±å›­çš„ç”µæ¢¯å\u009d\u008fäº†'],
  ['the same again and again', '枫丹花园'.repeat(1250)],
])('%s has a defined answer', async (_, content) => {
  const { facts, category } = await ask({ content })
  for (const fact of facts) expect(fact.to).toBeLessThanOrEqual(content.length)
  expect(category.suggestions.length).toBeLessThanOrEqual(3)
})

test('an empty text is about nothing, a text too long is refused', async () => {
  const { requestType, urgency, place, respondent, facts } = await ask({})
  expect(
    [requestType, urgency, place, respondent].every(({ sure, suggestions }) => !sure && suggestions.length === 0),
  ).toBe(true)
  expect(facts).toEqual([])
  expect((await door.ask(agent, 'understand', { body: { content: '长'.repeat(5001) } })).status).toBe(400)
})

test('hotline desks and machines that accept may ask, units and citizens not', async () => {
  const code = async (badge: Badge) => (await door.ask(badge, 'understand', { body: { content: '路灯不亮' } })).status
  expect(await code(await door.staff({ roles: ['dispatcher'] }))).toBe(200)
  expect(await code(await door.machine({ scopes: ['accept'] }))).toBe(200)
  expect(await code(await door.staff({ roles: ['liaison'], unit: 'housing' }))).toBe(403)
  expect(await code({})).toBe(401)
})
