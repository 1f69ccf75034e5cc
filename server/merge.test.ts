import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { AlertView } from '#contract/alerts.ts'
import type { MasterCaller } from '#contract/merge.ts'
import type { SimilarOrder } from '#contract/seat.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, NOBODY, openDoor } from './door.fixture.ts'
import { tablesAndLog } from './figures-of-log.fixture.ts'
import { mergedCallers } from './merged-callers.fixture.ts'
import { type Chain, chain, hoursLater, SECRETS, sweepAll } from './orders.fixture.ts'
import { writersGone } from './same/writers-gone.fixture.ts'
import { runSweep, sweeps } from './sweeps.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
let lead: Badge

const sweepBy = async (...names: readonly string[]) => {
  for (const name of names) for (const sweep of sweeps) if (sweep.name === name) await runSweep(door.house, sweep)
}
const settle = async () => {
  await sweepBy('signatures')
  await writersGone(door.house.db)
  await sweepBy('same-index', 'links', 'clusters', 'alerts')
}
const { accept, get, kindsOf, answer, approve } = mergedCallers(() => ({ door, people }))
const merge = (orders: readonly string[], master: string) =>
  door.ask(people.desk, 'mergeOrders', { body: { master, orders, reason: '同一处' } })
const refused = (said: { body: Record<string, unknown> }) =>
  (said.body as { results: { ok: boolean; refusal?: string }[] }).results.map((one) => one.refusal ?? null)
const unhappy = { solved: 'no', satisfaction: 1, reason: '还是坏的' }
const notices = (id: string) =>
  door.house.db.rows(
    sql`select payload ->> 'text' as text from outbox where order_id = ${id} and topic = 'notice' order by id`,
    z.object({ text: z.string() }),
  )
beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
  lead = await door.staff({ roles: ['dispatch-lead'] })
})
afterAll(() => door.close())

describe('one master, many callers', () => {
  test('several are merged at once; each that cannot be says why and stops no other', async () => {
    const master = await accept(1)
    const [a, b, secret, sent] = [
      await accept(2),
      await accept(3),
      await accept(4, { confidential: 'all' }),
      await accept(5),
    ]
    await people.dispatch(sent.id)
    const said = await merge([a.id, b.id, secret.id, sent.id, master.id], master.id)
    expect(refused(said)).toEqual([null, null, 'confidential-not-merged', 'wrong-state', 'master-is-itself'])
    expect((await get(master.id)).mergedOrders).toEqual([a.id, b.id])
    expect(refused(await merge([a.id], master.id))).toEqual(['already-merged'])
    expect(refused(await merge([secret.id], a.id))).toEqual(['confidential-not-merged'])
    const another = await accept(6)
    expect(refused(await merge([another.id], a.id))).toEqual(['master-is-merged'])
    expect(refused(await merge([master.id], another.id))).toEqual(['order-has-merged-orders'])
    expect(refused(await merge([another.id], '01ARZ3NDEKTSV4RRFFQ69G5FAV'))).toEqual(['unknown-master'])
  })

  test('two people who merge two orders into each other: one is merged, the other is told why not', async () => {
    const [a, b] = [await accept(11), await accept(12)]
    const ask = (orderId: string, master: string) =>
      door.ask(people.desk, 'mergeOrder', { params: { orderId }, body: { master, reason: '同一处' } })
    const said = await Promise.all([ask(a.id, b.id), ask(b.id, a.id)])
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const states = [await get(a.id), await get(b.id)]
    expect(states.filter(({ master }) => master !== null)).toHaveLength(1)
    expect(states.flatMap(({ mergedOrders }) => mergedOrders)).toHaveLength(1)
  })

  test('each caller is told, called back by himself, and closes his own', async () => {
    const master = await accept(21)
    const others = [await accept(22), await accept(23)]
    await people.dispatch(master.id)
    await merge(
      others.map(({ id }) => id),
      master.id,
    )
    await approve(master.id)
    for (const { id } of others) {
      expect((await get(id)).state).toBe('pending-callback')
      const texts = (await notices(id)).map(({ text }) => text)
      if (door.house.city.policy.notices) expect(texts.at(-1)).toContain('已答复')
    }
    const queue = await door.ask(people.desk, 'listCallbacks', { query: { limit: '200' } })
    const ids = (queue.body as { orders: { id: string }[] }).orders.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([master.id, ...others.map(({ id }) => id)]))
    const [first, second] = others
    if (first === undefined || second === undefined) throw new Error('no orders')
    expect((await answer(first.id, 'close')).status).toBe(200)
    expect((await get(first.id)).state).toBe('closed')
    expect((await get(master.id)).state).toBe('pending-callback')
    const callers = (await door.ask(people.desk, 'orderCallers', { params: { orderId: master.id } })).body as {
      callers: MasterCaller[]
      answered: number
    }
    expect(callers.callers.map(({ id, callback }) => [id, callback.standing]).toSorted()).toEqual(
      [
        [master.id, 'to-call'],
        [first.id, 'answered'],
        [second.id, 'to-call'],
      ].toSorted(),
    )
    expect(callers.callers[0]?.isMaster).toBe(true)
    expect(callers.answered).toBe(1)
    expect(callers.callers.find(({ id }) => id === first.id)?.appellant.callerPhone).toMatch(/\*/)
    expect(callers.callers.find(({ id }) => id === first.id)?.callback).toMatchObject({
      solved: 'yes',
      satisfaction: 5,
    })
    const seenByUnit = await door.ask(people.co, 'orderCallers', { params: { orderId: master.id } })
    expect(seenByUnit.status).toBe(404)
    const leadUnit = await door.ask(people.lead, 'orderCallers', { params: { orderId: master.id } })
    for (const secret of SECRETS) expect(leadUnit.text).not.toContain(secret)
  })

  test('a dissatisfied caller has the master done again; everybody still waiting waits for the new answer', async () => {
    const master = await accept(31)
    const [angry, waiting, content] = [await accept(32), await accept(33), await accept(34)]
    await people.dispatch(master.id)
    await merge([angry.id, waiting.id, content.id], master.id)
    await approve(master.id)
    expect((await answer(content.id, 'close')).status).toBe(200)
    expect((await answer(angry.id, 'rework', unhappy)).status).toBe(200)
    expect((await get(master.id)).state).toBe('rework')
    expect((await get(angry.id)).state).toBe('merged')
    expect((await get(waiting.id)).state).toBe('merged')
    expect((await get(content.id)).state).toBe('closed')
    await people.on(people.lead, 'reportResult', master.id, { ...people.report, headInvolved: '到场' }, 1)
    await people.on(people.desk, 'reviewReply', master.id, { verdict: 'approve' })
    expect((await get(angry.id)).state).toBe('pending-callback')
    expect((await get(waiting.id)).state).toBe('pending-callback')
    expect((await get(content.id)).state).toBe('closed')
  })

  test('the citizen of a merged order sees the master’s progress, and not its number or its caller', async () => {
    const master = await accept(41)
    const own = await accept(42)
    await people.dispatch(master.id)
    await merge([own.id], master.id)
    const follow = async () =>
      (await door.ask(NOBODY, 'citizenFollow', { body: { no: own.no, code: own.queryCode } })).body as {
        stage: string
        units: string[]
        expectedBy: string | null
        steps: { words: { zh: string } }[]
        reply: string | null
      }
    const before = await follow()
    expect(before.stage).toContain('合并办理')
    expect(before.units).toHaveLength(1)
    expect(before.expectedBy).not.toBeNull()
    expect(before.steps.map(({ words }) => words.zh)).toEqual(expect.arrayContaining(['与同类诉求合并办理']))
    expect(before.steps.some(({ words }) => words.zh.startsWith('已派单至'))).toBe(true)
    expect(JSON.stringify(before)).not.toContain(master.no)
    await approve(master.id)
    expect(await follow()).toMatchObject({ stage: '已答复', reply: '路面已修补' })
  })

  test('a master with others in it is not withdrawn under them', async () => {
    const [master, own] = [await accept(51), await accept(52)]
    await merge([own.id], master.id)
    const said = await door.ask(people.desk, 'withdrawOrder', {
      params: { orderId: master.id },
      body: { askedBy: 'appellant', reason: '不办了', checked: '回拨' },
    })
    expect(said.code).toBe('others-share-it')
  })
})

describe('splitting off', () => {
  test('back to the dispatch desk with both logs saying so; a stale page is refused', async () => {
    const [master, own] = [await accept(61), await accept(62)]
    await merge([own.id], master.id)
    const { version } = await get(own.id)
    const ask = (headers: Record<string, string> = {}) =>
      door.ask(people.desk, 'unmergeOrder', { params: { orderId: own.id }, body: { reason: '另一个路段' }, headers })
    expect((await ask({ 'if-match': `"${version - 1}"` })).code).toBe('stale-version')
    expect((await ask({ 'if-match': `"${version}"` })).status).toBe(200)
    expect((await get(own.id)).state).toBe('pending-dispatch')
    expect(await kindsOf(own.id)).toEqual(['opened', 'submitted', 'merged', 'unmerged'])
    expect((await kindsOf(master.id)).at(-1)).toBe('let-go')
    expect((await ask()).code).toBe('not-merged')
    await people.dispatch(own.id)
    expect((await get(own.id)).state).toBe('in-handling')
  })

  test('at the callback another matter becomes an order of its own', async () => {
    const [master, own] = [await accept(63), await accept(64)]
    await people.dispatch(master.id)
    await merge([own.id], master.id)
    await approve(master.id)
    expect((await answer(own.id, 'split', unhappy)).status).toBe(200)
    expect(await get(own.id)).toMatchObject({ state: 'pending-dispatch', master: null })
    expect((await get(master.id)).mergedOrders).toEqual([])
    expect((await answer(master.id, 'split', unhappy)).code).toBe('not-merged')
  })
})

describe('proposals by the table', () => {
  const spot = { lng: 113.2, lat: 34.2 }
  const text = { title: '江湾路路灯不亮', content: '江湾路二十号门口的路灯连着三天不亮，晚上很黑', ...spot }

  test('others at one spot are proposed for merging, with each test; refused, not proposed again', async () => {
    const first = await accept(71, text)
    hoursLater(door, 1)
    people = await chain(door)
    const second = await accept(72, { ...text, content: '江湾路二十号路灯不亮好几天了，请修一修' })
    await settle()
    const proposals = async () =>
      (
        (await door.ask(people.desk, 'sameMatter', { params: { orderId: second.id } })).body as {
          orders: SimilarOrder[]
        }
      ).orders.find(({ id }) => id === first.id)
    const one = await proposals()
    expect(one?.proposal?.kind).toBe('merge')
    expect(one?.proposal?.tests.map(({ zh }) => zh).join()).toMatch(/不同诉求人.*相距 0 米.*相隔 1 小时.*在办/)
    expect(one?.score).toBeGreaterThan(0.5)
    const judged = await door.ask(people.desk, 'judgeProposal', {
      params: { orderId: second.id, otherId: first.id },
      body: { verdict: 'refused', reason: '不是同一盏' },
    })
    expect(judged.body).toMatchObject({ kind: 'merge' })
    expect(judged.body.probability).toBeCloseTo(one?.score ?? 0, 1)
    expect((await proposals())?.proposal).toBeNull()
    await merge([second.id], first.id)
    const kept = await door.house.db.rows(
      sql`select verdict, kind, desk from merge_verdict where order_id = ${second.id}`,
      z.object({ verdict: z.string(), kind: z.string(), desk: z.string() }),
    )
    expect(kept).toEqual([{ verdict: 'accepted', kind: 'merge', desk: 'dispatch' }])
  })

  test('the same caller is told of the open order at the seat, and of the ended one as a repeat that is counted', async () => {
    const mine = { ...text, title: '河滨路井盖响', content: '河滨路八号门前井盖松动，车过就响', lng: 113.4, lat: 34.4 }
    const first = await accept(73, mine)
    const seat = async () =>
      (
        (
          await door.ask(people.desk, 'similarOrders', {
            body: {
              phone: '13900002073',
              title: mine.title,
              content: mine.content,
              category: 'E0201',
              lng: mine.lng,
              lat: mine.lat,
              region: '990101001',
            },
          })
        ).body as { orders: SimilarOrder[] }
      ).orders.find(({ id }) => id === first.id)
    expect((await seat())?.proposal?.kind).toBe('same-order')
    const early = await accept(73, mine)
    const link = (of: string) => door.ask(people.desk, 'linkRepeat', { params: { orderId: early.id }, body: { of } })
    expect((await link(first.id)).code).toBe('not-ended')
    await people.dispatch(first.id)
    await approve(first.id)
    await people.callback(first.id, 'close')
    expect((await seat())?.proposal?.kind).toBe('repeat')
    const stranger = await accept(74, mine)
    await people.dispatch(stranger.id)
    await approve(stranger.id)
    await people.callback(stranger.id, 'close')
    expect((await link(stranger.id)).code).toBe('another-caller')
    expect((await link('01ARZ3NDEKTSV4RRFFQ69G5FAV')).code).toBe('unknown-order')
    expect((await link(first.id)).status).toBe(200)
    expect((await kindsOf(early.id)).at(-1)).toBe('repeat-linked')
    const [row] = await door.house.db.rows(
      sql`select coalesce(sum(n), 0)::int as n from measure_delta where measure = 'repeat'`,
      z.object({ n: z.number() }),
    )
    expect(row?.n).toBe(1)
  })
})

describe('alerts', () => {
  const alerts = async (badge = lead, query: Record<string, string> = {}) =>
    (await door.ask(badge, 'listAlerts', { query })).body as { open: number; alerts: AlertView[] }

  test('five callers in one merge: raised once, in the log and at the bell, and acknowledged by one person', async () => {
    const master = await accept(81)
    const ids: string[] = []
    for (const n of [82, 83, 84]) ids.push((await accept(n)).id)
    await merge(ids, master.id)
    const twice = await accept(84)
    await merge([twice.id], master.id)
    expect((await alerts(lead, { kind: 'many-callers' })).alerts).toEqual([])
    await merge([(await accept(85)).id], master.id)
    await merge([(await accept(86)).id], master.id)
    const found = (await alerts(lead, { kind: 'many-callers' })).alerts
    expect(found.map(({ orderId, callers, orders }) => [orderId, callers, orders])).toEqual([[master.id, 6, 7]])
    expect((await kindsOf(master.id)).filter((kind) => kind === 'alert-raised')).toHaveLength(1)
    const bell = (await door.ask(lead, 'listNotices')).body as { notices: { kind: string; orderId: string }[] }
    expect(bell.notices.filter(({ kind }) => kind === 'alert-raised').map(({ orderId }) => orderId)).toContain(
      master.id,
    )
    const alertId = found[0]?.id ?? 0
    const leader = await door.staff({ roles: ['leader'] })
    const acknowledge = (badge: Badge) =>
      door.ask(badge, 'acknowledgeAlert', { params: { alertId }, body: { note: '已请市政到场' } })
    expect((await acknowledge(leader)).body).toMatchObject({ acknowledged: { note: '已请市政到场' } })
    expect((await acknowledge(lead)).code).toBe('already-acknowledged')
    expect((await alerts(lead, { kind: 'many-callers' })).alerts).toEqual([])
    expect((await alerts(lead, { kind: 'many-callers', tab: 'all' })).alerts).toHaveLength(1)
    expect((await door.ask(people.lead, 'listAlerts')).status).toBe(403)
    const elsewhere = await door.staff({ roles: ['supervisor'], region: '990102' })
    expect((await alerts(elsewhere, { tab: 'all' })).alerts).toEqual([])
  })

  test('three callers of one matter within the hour, before anybody has merged them', async () => {
    const said = (more: string) => ({
      title: '翠竹苑停水',
      content: `翠竹苑小区从今天早上开始全部停水，物业说水管爆了${more}`,
      lng: 113.7,
      lat: 34.7,
    })
    for (const [n, more] of ['', '，什么时候来水', '，家里有老人', '，急'].entries()) {
      hoursLater(door, 0.1)
      await accept(91 + n, said(more))
    }
    await settle()
    await settle()
    const burst = (await alerts(lead, { kind: 'burst' })).alerts.filter(({ title }) => title.includes('翠竹苑'))
    expect(burst).toHaveLength(1)
    expect(burst[0]?.callers).toBeGreaterThanOrEqual(3)
    await sweepBy('alerts')
    expect((await alerts(lead, { kind: 'burst' })).alerts.filter(({ title }) => title.includes('翠竹苑'))).toHaveLength(
      1,
    )
  })

  test('the same text from ten hands is organised; nine, or one hand ten times, is not', async () => {
    const letter =
      '强烈反对在江北花园旁边建设垃圾中转站，环评没有公示，居民没有被征求意见，请立即停工并公开全部审批材料'
    const send = async (n: number, content: string) => {
      hoursLater(door, 0.02)
      await accept(n, { title: `反对建站${n % 3}`, content, address: `江北花园${n}栋`, lng: null, lat: null })
    }
    for (let n = 0; n < 12; n++) await send(100, '请问公积金贷款提前还款需要带哪些材料，网上能不能办理，多久可以办好')
    for (let n = 0; n < 9; n++) await send(110 + n, letter)
    await settle()
    const identical = async () => (await alerts(lead, { kind: 'identical' })).alerts
    expect(await identical()).toEqual([])
    await send(119, letter)
    await settle()
    const found = await identical()
    expect(found.map(({ callers, orders }) => [callers, orders])).toEqual([[10, 10]])
    await send(120, letter)
    await settle()
    expect((await identical()).map(({ callers }) => callers)).toEqual([11])
  })
})

test('figures are what the log says, and every row is the fold of its events', async () => {
  await sweepAll(door)
  const { figures, orders } = await tablesAndLog(door.house.db)
  expect(figures.read).toEqual(figures.recounted)
  expect(orders.stored).toEqual(orders.replayed)
})
