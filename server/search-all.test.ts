import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { SearchHit, SearchReply } from '#contract/search-all.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain, citizen, DISTRICT, LEAD, TOWN } from './orders.fixture.ts'
import { refillBatch } from './refill-texts.ts'
import { seedKnowledge } from './seed-knowledge.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('search in requests, replies and knowledge', () => {
  let door: Door
  let people: Chain
  const find = async (q: string, more: object = {}, badge: Badge = people.desk) =>
    door.ask(badge, 'searchAll', { body: { q, kinds: ['orders'], ...more } })
  const found = async (q: string, more: object = {}, badge: Badge = people.desk) => {
    const said = await find(q, more, badge)
    expect(said.status, said.text).toBe(200)
    return said.body as unknown as SearchReply
  }
  const titles = ({ hits }: SearchReply) =>
    hits.map((hit) => (hit.kind === 'knowledge' ? hit.item.title : hit.order.title))
  const marked = (hit: SearchHit | undefined) =>
    hit?.snippets.flatMap(({ text, marks }) => marks.map(({ from, to }) => text.slice(from, to)))

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    await seedKnowledge(door.house)
    const said = (title: string, content: string, more: object = {}) => people.accept({ title, content, ...more })
    await said('楼道灯坏了', '枫丹花园三号楼楼道灯不亮，路灯也暗', { demand: '尽快修好路灯' })
    await said('路灯不亮', '江边一排路灯都不亮，太黑。我怕摔跤')
    await said('夜间施工', '工地半夜施工，围挡上的路灯还晃眼 100%_a\\b')
    await said('请求修路', '村里的路坏了；灯也坏了。联系 13800001234')
  })
  afterAll(() => door.close())

  test('stands best what says it in the title, then in the demand, then in the text', async () => {
    expect(titles(await found('路灯'))).toEqual(['路灯不亮', '楼道灯坏了', '夜间施工'])
  })

  test('wants all words; where none has all of them it takes those with most and says so', async () => {
    expect(titles(await found('路灯 施工'))).toEqual(['夜间施工'])
    const most = await found('路灯 江边 饕餮')
    expect(titles(most)[0]).toBe('路灯不亮')
    expect(most.tallies).toMatchObject([{ kind: 'orders', matched: 'most' }])
    expect((await found('饕餮')).tallies).toMatchObject([{ count: 0, matched: 'none' }])
  })

  test('a sentence that nobody said in these words is cut into words', async () => {
    const cut = await found('江边摔跤路灯')
    expect(titles(cut)).toEqual(['路灯不亮'])
    expect(cut.tallies).toMatchObject([{ matched: 'cut' }])
    expect(titles(await found('“江边摔跤路灯”'))).toEqual([])
  })

  test.each([
    ['with its punctuation', '亮，太', '路灯不亮'],
    ['one letter beside punctuation', '。我', '路灯不亮'],
    ['across a semicolon', '了；灯', '请求修路'],
    ['per cent, underscore, backslash as they are', '%_a\\b', '夜间施工'],
    ['full-width and capital letters', '１００％_A', '夜间施工'],
  ])('finds a stretch of the text: %s', async (_, q, title) => {
    expect(titles(await found(q))).toEqual([title])
  })

  test.each(['亮', '。。', '🚧', '  、 '])('%j holds nothing to look for, and says so', async (q) => {
    expect(await find(q)).toMatchObject(
      q.trim() === '' ? { status: 400 } : { status: 422, code: 'too-short-to-search' },
    )
  })

  test.each(['<b>路灯</b>', "路灯'; drop table", '🚧🚧坏了', 'bad\u0000text', '路'.repeat(200)])(
    '%j is answered',
    async (q) => {
      expect([200, 400]).toContain((await find(q)).status)
    },
  )

  test('a hundred thousand characters are refused', async () => {
    expect((await find('路灯'.repeat(50_000))).status).toBe(400)
  })

  test('marks what was found, and shows no number', async () => {
    const [hit] = (await found('联系')).hits
    expect(marked(hit)).toEqual(['联系'])
    expect(JSON.stringify(await found('灯也坏了'))).not.toContain(citizen.callerPhone)
    expect((await found(citizen.callerPhone)).hits).toEqual([])
  })

  test.each([
    ['initials', 'fdhy', { name: '枫丹花园', why: 'initials' }],
    ['pinyin', 'fengdanhuayuan', { name: '枫丹花园', why: 'pinyin' }],
    ['another character of the same sound', '风丹花园', { name: '枫丹花园', why: 'spelling' }],
    ['one character wrong, in a longer word', '枫单花园路灯', { name: '枫丹花园', why: 'spelling' }],
    ['traditional characters', '樓道燈', { name: '楼道灯', why: 'traditional' }],
  ])('also searches what was meant: %s', async (_, q, also) => {
    const reply = await found(q)
    expect(reply.also).toContainEqual(expect.objectContaining(also))
    expect(titles(reply)).toEqual(['楼道灯坏了'])
    expect((await found(q, { asTyped: true })).also).toEqual([])
  })

  test('filters narrow it, and a unit finds what is its own', async () => {
    expect(titles(await found('路灯', { filters: { urgency: 'critical' } }))).toEqual([])
    expect((await found('路灯', { filters: { open: 'yes', category: 'E' } })).tallies).toMatchObject([{ count: 3 }])
    expect(titles(await found('路灯', {}, people.lead))).toEqual([])
    const { hits } = await found('江边')
    await people.dispatch(hits[0]?.kind === 'orders' ? hits[0].order.id : '')
    expect(titles(await found('路灯', {}, people.lead))).toEqual(['路灯不亮'])
  })

  test('answers are found with the unit that gave them', async () => {
    const order = await people.accept({ title: '暖气不热' })
    await people.dispatch(order.id)
    await people.on(people.lead, 'signAssignment', order.id, undefined, 1)
    const contact = { method: 'phone', result: 'connected', summary: '已联系' }
    await people.on(people.lead, 'recordContact', order.id, contact, 1)
    const report = { ...people.report, publicReply: '已更换分水器滤网，室温十九度' }
    await people.on(people.lead, 'reportResult', order.id, report, 1)
    const [hit] = (await found('分水器', { kinds: ['replies'] })).hits
    expect(hit).toMatchObject({
      kind: 'replies',
      order: { id: order.id },
      by: door.house.city.units.get(LEAD as never)?.name,
    })
    expect(marked(hit)).toEqual(['分水器'])
  })

  test('a unit given an order after it was answered finds the answer too', async () => {
    const order = await people.accept({ title: '公积金贷款房屋漏水' })
    const fund = await door.staff({ roles: ['liaison'], unit: 'housing-fund' })
    const heating = await door.staff({ roles: ['liaison'], unit: 'heating-office' })
    await people.dispatch(order.id, ['housing-fund'])
    await people.handle(fund, order.id, 2)
    const asks = { kinds: ['orders', 'replies'] }
    expect(titles(await found('漏水', asks, heating))).toEqual([])
    await people.on(people.lead, 'signAssignment', order.id, undefined, 1)
    await people.on(people.lead, 'handDown', order.id, { unit: 'heating-office' }, 1)
    expect(titles(await found('漏水', asks, heating))).toEqual(['公积金贷款房屋漏水'])
    expect(titles(await found('修补', asks, heating))).toEqual(['公积金贷款房屋漏水'])
  })

  test('filters find an order and its answer by what it is now: kind, category, place, channel', async () => {
    const order = await people.accept({ title: '井盖响' })
    const { request, version } = (await door.ask(people.desk, 'getOrder', { params: { orderId: order.id } })).body
    const body = { request: { ...(request as object), category: 'A0101', requestType: 'complaint' }, reason: '更正' }
    const wish = { params: { orderId: order.id }, body, headers: { 'if-match': `"${String(version)}"` } }
    expect((await door.ask(people.desk, 'amendOrder', wish)).status).toBe(200)
    await people.dispatch(order.id)
    await people.handle(people.lead, order.id, 1)
    const by = async (kind: string, filters: object) =>
      titles(await found(kind === 'orders' ? '井盖' : '修补', { kinds: [kind], filters }))
    for (const kind of ['orders', 'replies']) {
      for (const category of ['A', 'A01', 'A0101']) expect(await by(kind, { category })).toEqual(['井盖响'])
      for (const region of [DISTRICT, TOWN]) expect(await by(kind, { category: 'A', region })).toEqual(['井盖响'])
      expect(await by(kind, { type: 'complaint', channel: 'phone,wechat' })).toEqual(['井盖响'])
      expect(await by(kind, { region: `${TOWN}001` })).toEqual([])
      expect(await by(kind, { category: 'E', type: 'complaint' })).toEqual([])
      expect(await by(kind, { type: 'complaint', channel: 'wechat' })).toEqual([])
    }
  })

  test('the knowledge base answers beside them, first of all by its title', async () => {
    const reply = await found('测温退费', { kinds: ['knowledge', 'orders'] })
    expect(titles(reply)[0]).toBe('供热温度不达标怎么测温退费')
    expect(reply.tallies).toContainEqual(expect.objectContaining({ kind: 'knowledge', matched: 'all' }))
  })

  test('texts of before get their present form, and are found by replies too', async () => {
    const { db } = door.house
    await db.run(sql`delete from reply_text`)
    await db.run(sql`update order_text set joints = '{}', body = replace(body, E'\n\n', E'\n')`)
    await db.run(sql`insert into text_refill (done_to) values ('')`)
    expect((await found('分水器', { kinds: ['replies'] })).hits).toEqual([])
    expect(titles(await found('。我'))).toEqual([])
    while ((await refillBatch(door.house, 2)) !== null);
    expect((await found('分水器', { kinds: ['replies'] })).hits).toHaveLength(1)
    expect(titles(await found('。我'))).toEqual(['路灯不亮'])
  })
})
