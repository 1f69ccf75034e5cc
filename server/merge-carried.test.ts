import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { photo, plainPng } from '#tools/sample-files.ts'
import { type Door, NOBODY, openDoor } from './door.fixture.ts'
import { tablesAndLog } from './figures-of-log.fixture.ts'
import { mergedCallers } from './merged-callers.fixture.ts'
import { type Chain, chain, hoursLater, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
})
afterAll(() => door.close())

const { accept, get, merge, upload, logOf, pair } = mergedCallers(() => ({ door, people }))
const PHONE = '13900007777'

describe('a picture of who is merged', () => {
  test('goes to the unit at the master without its place and the caller’s name; the same twice goes once', async () => {
    const { master, ticket } = await pair(131)
    const sent = await upload(ticket, '欧阳小明拍.jpg', await photo())
    expect(sent.status, sent.text).toBe(200)
    expect((await upload(ticket, '欧阳小明拍.jpg', await photo())).status).toBe(200)
    const { files } = await get(master.id, people.lead)
    expect(files).toMatchObject([{ name: '***拍.jpg' }])
    const shown = await door.ask(people.lead, 'downloadFile', {
      params: { orderId: master.id, hash: files[0]?.file ?? '' },
    })
    expect(shown.status).toBe(200)
    expect(shown.headers).not.toHaveProperty('x-file-info')
    const story = (await door.ask(people.lead, 'orderTimeline', { params: { orderId: master.id } })).text
    expect(story).toContain('来自并案诉求 ')
    const masters = await door.ask(NOBODY, 'citizenFollow', { body: { no: master.no, code: master.queryCode } })
    expect(masters.body).toMatchObject({ files: 0 })
  })
})

describe('what was said before the merge', () => {
  /** A caller with words, an urge and two pictures, and a master at its unit; not merged yet. */
  async function unmerged(n: number) {
    const master = await accept(n)
    await people.dispatch(master.id)
    const own = await accept(n + 1, { content: `3 号门外也塌了，找欧阳小明 ${PHONE}` })
    const ticket = { no: own.no, code: own.queryCode }
    await door.ask(NOBODY, 'citizenSupplement', { body: { ...ticket, text: `坑边有电缆，我的电话 ${PHONE}` } })
    await door.ask(NOBODY, 'citizenUrge', { body: { ...ticket, text: '夜里看不见' } })
    await upload(ticket, '坑.jpg', await photo('2026:03:05 09:00:00'))
    await upload(ticket, '缆.png', await plainPng())
    return { master, own, ticket }
  }

  test('goes to the master with the merge: words, urge and pictures, whose they are and when, nothing personal', async () => {
    const { master, own } = await unmerged(141)
    const saidAt = door.house.now()
    hoursLater(door, 2)
    people = await chain(door)
    await merge(own.id, master.id)
    const unit = await get(master.id, people.lead)
    expect(unit.supplements.map(({ text }) => text.slice(0, 5))).toEqual(['3 号门外', '坑边有电缆'])
    for (const one of unit.supplements) expect(one).toMatchObject({ mergedNo: own.no, at: door.house.now(), saidAt })
    expect(unit).toMatchObject({ urgeCount: 1, urges: [{ text: '夜里看不见', mergedNo: own.no, saidAt }] })
    expect(unit.files.map(({ name }) => name)).toEqual(['坑.jpg', '缆.png'])
    for (const event of await logOf(master.id)) {
      expect(event).not.toContain(PHONE)
      expect(event).not.toContain('欧阳小明')
    }
    const story = (await door.ask(people.lead, 'orderTimeline', { params: { orderId: master.id } })).text
    expect(story).toContain(`来自并案诉求 ${own.no} 并案前的补充`)
    const masters = (await door.ask(NOBODY, 'citizenFollow', { body: { no: master.no, code: master.queryCode } })).text
    expect(masters).not.toContain('电缆')
    expect(masters).not.toContain(own.no)
    expect((await get(own.id)).supplements).toMatchObject([{ mergedNo: null, saidAt: null }])
  })

  test('split off and merged again, only what is new is told', async () => {
    const { master, own, ticket } = await unmerged(151)
    await merge(own.id, master.id)
    await door.ask(NOBODY, 'citizenSupplement', { body: { ...ticket, text: '有人摔了' } })
    await people.on(people.desk, 'unmergeOrder', own.id, { reason: '另一处' })
    hoursLater(door, 1)
    people = await chain(door)
    await door.ask(NOBODY, 'citizenSupplement', { body: { ...ticket, text: '还没人来' } })
    await merge(own.id, master.id)
    const seen = await get(master.id)
    expect(seen.supplements.map(({ text }) => text.slice(0, 4))).toEqual(['3 号门', '坑边有电', '有人摔了', '还没人来'])
    expect(seen.urgeCount).toBe(1)
    expect(seen.files).toHaveLength(2)
  })

  test('who says what the master says adds nothing; of many who say the same, one is told', async () => {
    const master = await accept(161)
    await people.dispatch(master.id)
    const [same, first, second] = [
      await accept(162),
      await accept(163, { content: '灯灭' }),
      await accept(164, { content: '灯 灭' }),
    ]
    for (const { id } of [same, first, second]) await merge(id, master.id)
    expect((await get(master.id)).supplements).toMatchObject([{ text: '灯灭', mergedNo: first.no }])
  })

  test('a stale page merges nothing and tells nothing', async () => {
    const { master, own } = await unmerged(171)
    const stale = await door.ask(people.desk, 'mergeOrder', {
      params: { orderId: own.id },
      body: { master: master.id, reason: '同一处' },
      headers: { 'if-match': '"1"' },
    })
    expect(stale.code).toBe('stale-version')
    expect(await get(master.id)).toMatchObject({ supplements: [], files: [], urgeCount: 0 })
  })
})

test('figures are what the log says, and every row is the fold of its events', async () => {
  await sweepAll(door)
  const { figures, orders } = await tablesAndLog(door.house.db)
  expect(figures.read).toEqual(figures.recounted)
  expect(orders.stored).toEqual(orders.replayed)
})
