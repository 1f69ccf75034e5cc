import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OrderReturns, ProblemOrder, ReturnInQueue } from '#contract/returns.ts'
import { type Dispute, disputes } from '#domain/dispatch/disputes.fixture.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { tablesAndLog } from './figures-of-log.fixture.ts'
import { type Chain, chain, hoursLater, SECRETS, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

const A = 'housing'
const B = 'transport'
const asked = {
  reason: 'not-our-duty',
  explanation: '井盖铸有供水字样，请联系 13911112222 核实',
  basis: '云川市供水条例第十二条',
  document: '云水函〔2026〕3号',
  suggestedUnit: 'water-group',
  signer: '王局',
}

describe('an order that a unit gives back', () => {
  let door: Door
  let people: Chain
  let lead: Badge
  const units = new Map<string, Badge>()
  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    lead = await door.staff({ roles: ['dispatch-lead'] })
  })
  afterAll(() => door.close())

  /** A session ends overnight: after a jump in time everybody logs in again. */
  const later = async (hours: number) => {
    hoursLater(door, hours)
    await sweepAll(door)
    units.clear()
    people = await chain(door)
    lead = await door.staff({ roles: ['dispatch-lead'] })
  }
  const unitOf = async (unit: string): Promise<Badge> => {
    const known = units.get(unit) ?? (await door.staff({ roles: ['liaison'], unit }))
    units.set(unit, known)
    return known
  }
  const sent = (orderId: string, unit: string, more: object = {}) =>
    people.on(people.desk, 'dispatchOrder', orderId, { lead: unit, co: [], overrideReason: '测试', ...more })
  const ask = async (orderId: string, n: number, unit: string, body: object = {}) =>
    door.ask(await unitOf(unit), 'requestReturn', { params: { orderId, n }, body: { ...asked, ...body } })
  const decide = (orderId: string, n: number, verdict: string, badge = lead) =>
    door.ask(badge, 'decideReturn', { params: { orderId, n }, body: { verdict, finding: '已核对三定方案' } })
  const returnsOf = async (badge: Badge, orderId: string) =>
    (await door.ask(badge, 'orderReturns', { params: { orderId } })).body as OrderReturns
  const dispatched = async (wish: object = {}) => {
    const { id } = await people.accept(wish)
    await sent(id, A)
    return id
  }
  const twice = async () => {
    const id = await dispatched()
    expect((await ask(id, 1, A)).status).toBe(200)
    expect((await decide(id, 1, 'approve')).status).toBe(200)
    await sent(id, B)
    expect((await ask(id, 2, B, { reason: 'ownership', suggestedUnit: null })).status).toBe(200)
    return id
  }
  const ruling = (more: object = {}) => ({
    lead: B,
    co: ['water-group'],
    ruling: '产权不明，市政先行处置',
    opinions: [
      { unit: A, opinion: '不属住建' },
      { unit: B, opinion: '产权在水务' },
    ],
    minutes: '3月2日会商，六方到会',
    minutesNo: '云热会〔2026〕5号',
    ...more,
  })
  const rule = (orderId: string, body: object, badge = lead) =>
    door.ask(badge, 'adjudicate', { params: { orderId }, body })

  test('approved, it is dispatched again and never to the same unit; the citizen reads that it is being handled', async () => {
    const id = await dispatched()
    const { no, queryCode } = (await people.on(people.desk, 'getOrder', id)).body as Record<string, string>
    expect((await ask(id, 1, A)).body.state).toBe('in-handling')
    const queue = (await door.ask(lead, 'listReturns')).body.returns as ReturnInQueue[]
    expect(queue.find(({ order }) => order.id === id)?.request).toMatchObject({
      unit: A,
      suggested: { unit: 'water-group' },
      mustAdjudicate: false,
      due: '2026-03-02T08:00:00.000Z',
    })
    expect((await decide(id, 1, 'approve')).body.state).toBe('pending-dispatch')
    const again = await door.ask(people.desk, 'dispatchOrder', {
      params: { orderId: id },
      body: { lead: A, co: [], overrideReason: '再派' },
    })
    expect(again.code).toBe('unit-already-returned-it')
    const offers = await door.ask(people.desk, 'dispatchCandidates', { params: { orderId: id } })
    const refused = (offers.body.candidates as { unit: string; refused: string | null }[]).filter((c) => c.unit === A)
    expect(refused.every((c) => c.refused === 'unit-already-returned-it')).toBe(true)
    expect((offers.body.choice as { lead: string }).lead).not.toBe(A)
    const seen = (await door.ask({}, 'citizenFollow', { body: { no, code: queryCode } })).body
    expect(seen.stage).toBe('办理中')
    expect(JSON.stringify(seen)).not.toMatch(/退单|王局|裁定/)
    // Until another has signed, the first receiver answers for it and sees it.
    expect((await returnsOf(await unitOf(A), id)).responsible?.unit).toBe(A)
    await sent(id, B)
    await people.on(await unitOf(B), 'signAssignment', id, undefined, 2)
    expect((await door.ask(await unitOf(A), 'getOrder', { params: { orderId: id } })).status).toBe(404)
    expect((await returnsOf(people.desk, id)).responsible?.unit).toBe(B)
  })

  test('who does not know the citizen reads the grounds masked, in the order and in the queue', async () => {
    const id = await dispatched()
    await ask(id, 1, A)
    const unit = await returnsOf(await unitOf(A), id)
    const told = [
      JSON.stringify(unit),
      (await door.ask(await unitOf(A), 'orderTimeline', { params: { orderId: id } })).text,
    ]
    for (const text of told) for (const secret of SECRETS) expect(text).not.toContain(secret)
    expect(unit.own).toMatchObject({ n: 1, until: '2026-03-03T16:00:00.000Z', no: { code: 'return-asked-before' } })
  })

  test.each([
    ['without evidence', { document: '' }, 422, 'return-evidence-needed'],
    ['with a file that is not attached', { evidence: ['a'.repeat(64)] }, 422, 'unknown-file'],
    ['without a basis', { basis: '' }, 422, 'return-basis-needed'],
    ['for a reason nobody knows', { reason: 'busy' }, 400, 'invalid-request'],
    ['unsigned', { signer: ' ' }, 400, 'invalid-request'],
  ] as const)('%s it is refused and nothing is lost', async (_, body, status, code) => {
    const id = await dispatched()
    const said = await ask(id, 1, A, body)
    expect([said.status, said.code]).toEqual([status, code])
    expect((await ask(id, 1, A)).status).toBe(200)
  })

  test('by a unit not assigned it does not exist; by another unit of the order it is not theirs; twice is once too often', async () => {
    const id = await dispatched()
    expect((await ask(id, 1, 'police')).status).toBe(404)
    await ask(id, 1, A)
    expect((await ask(id, 1, A)).code).toBe('return-asked-before')
    const shared = (await people.accept()).id
    await people.dispatch(shared, [B])
    expect((await ask(shared, 1, B)).code).toBe('not-your-assignment')
    expect((await decide(shared, 1, 'approve')).code).toBe('no-return-open')
    expect((await decide(id, 1, 'approve', people.desk)).status).toBe(403)
  })

  test('an answer asked for twice over the network is one request', async () => {
    const id = await dispatched()
    const badge = await unitOf(A)
    const wish = { params: { orderId: id, n: 1 }, body: asked, headers: { 'idempotency-key': 'return-1' } }
    const [first, second] = [await door.ask(badge, 'requestReturn', wish), await door.ask(badge, 'requestReturn', wish)]
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await returnsOf(lead, id)).returns.length).toBe(1)
  })

  test('a second return ends with a ruling only; it names whose it is, and a rule comes of it', async () => {
    const id = await twice()
    expect((await decide(id, 2, 'approve')).code).toBe('needs-adjudication')
    expect((await decide(id, 2, 'reject')).code).toBe('needs-adjudication')
    expect((await decide(id, 2, 'adjudicate')).body.state).toBe('in-adjudication')
    const leader = await door.staff({ roles: ['leader'] })
    const open = (await door.ask(leader, 'listProblemOrders')).body
    const found = (open.orders as ProblemOrder[]).find(({ order }) => order.id === id)
    expect(found).toMatchObject({
      adjudication: { interimLead: { unit: A }, toHear: [{ unit: A }, { unit: B }], ruling: null },
      units: [{ unit: A }, { unit: B }],
    })
    const waiting = (await door.ask(leader, 'getWaiting')).body
    expect([waiting.problems, waiting.returns]).toEqual([open.open, null])
    expect((await rule(id, ruling({ opinions: [] }))).code).toBe('unit-not-heard')
    expect((await rule(id, ruling(), people.desk)).status).toBe(403)
    expect((await rule(id, ruling(), leader)).body.state).toBe('in-handling')
    expect((await ask(id, 3, B)).code).toBe('ruling-is-final')
    expect((await rule(id, ruling())).code).toBe('wrong-state')
    const ruled = (await door.ask(leader, 'listProblemOrders', { query: { tab: 'ruled' } })).body
      .orders as ProblemOrder[]
    expect(ruled[0]?.adjudication.ruling).toMatchObject({ lead: { unit: B }, minutesNo: '云热会〔2026〕5号' })

    const drafted = await door.ask(lead, 'draftRuleFromRuling', {
      params: { orderId: id },
      body: { reach: 'district' },
    })
    expect(drafted.body).toMatchObject({
      replaced: false,
      rule: { category: 'E0201', region: '990101', lead: B, co: 'water-group' },
    })
    const again = await door.ask(lead, 'draftRuleFromRuling', { params: { orderId: id }, body: { reach: 'district' } })
    expect(again.body).toMatchObject({ replaced: true, draft: drafted.body.draft })
    const admin = await door.staff({ roles: ['administrator'] })
    const kept = await door.ask(admin, 'getCityVersion', { params: { part: 'rules', id: Number(drafted.body.draft) } })
    expect(kept.body.state).toBe('draft')
    const rows = (kept.body.content as { category: string; region: string; basis: string }[]).filter(
      (row) => row.category === 'E0201' && row.region === '990101',
    )
    expect(rows).toEqual([
      expect.objectContaining({ basis: '派单争议裁定（云热会〔2026〕5号）：产权不明，市政先行处置' }),
    ])
    const unruled = await door.ask(lead, 'draftRuleFromRuling', {
      params: { orderId: await dispatched() },
      body: {},
    })
    expect(unruled.code).toBe('nothing-ruled')
  })

  test('the citizen reads of the first dispatch only, and officials are named for what they did', async () => {
    const id = await twice()
    const badge = await unitOf(B)
    const { entries } = (await door.ask(badge, 'orderTimeline', { params: { orderId: id } })).body as {
      entries: Entry[]
    }
    const sentOut = entries.filter(({ kind }) => kind === 'dispatched').map((entry) => entry.public)
    expect(sentOut).toEqual([true, false])
    expect(entries.filter(({ kind }) => kind.startsWith('return-')).every((entry) => !entry.public)).toBe(true)
    const said = entries
      .findLast(({ kind }) => kind === 'return-requested')
      ?.line.zh.map(({ text }) => text)
      .join('')
    expect(said).toContain('测试人员')
  })

  test('units hear of it: the one that asked, the one that is ruled on, the leads and leaders', async () => {
    const id = await twice()
    await decide(id, 2, 'adjudicate')
    hoursLater(door, 0.1)
    await rule(id, ruling({ lead: 'water-group', co: [] }))
    const heard = async (badge: Badge) =>
      ((await door.ask(badge, 'listNotices')).body.notices as { orderId: string; kind: string }[])
        .filter((notice) => notice.orderId === id)
        .map((notice) => notice.kind)
    expect(await heard(await unitOf(A))).toContain('return-approved')
    expect(await heard(await unitOf(B))).toEqual(expect.arrayContaining(['sent-to-adjudication', 'recalled']))
    expect(await heard(await unitOf('water-group'))).toEqual(['adjudicated'])
  })

  test('a limit that passes during the ruling is recorded, and the ruling starts the new lead afresh', async () => {
    const id = await twice()
    await decide(id, 2, 'adjudicate')
    await later(24 * 6)
    const late = await returnsOf(lead, id)
    expect(late.adjudication?.late).toBe(true)
    const before = (await door.ask(lead, 'orderClocks', { params: { orderId: id } })).body.clocks as Clock[]
    const missed = before.filter((clock) => clock.late).map((clock) => clock.id)
    expect(missed).toEqual(expect.arrayContaining(['2-C5', 'citizen-C5', 'hotline-C11-1']))
    expect((await rule(id, ruling())).status).toBe(200)
    const after = (await door.ask(lead, 'orderClocks', { params: { orderId: id } })).body.clocks as Clock[]
    expect(after.find((clock) => clock.id === '3-C5')).toMatchObject({ late: false, from: door.house.now() })
    expect(after.find((clock) => clock.id === '2-C5')).toMatchObject({ late: true, stoppedAt: door.house.now() })
  })

  test('after its window a unit gives nothing back', async () => {
    const id = await dispatched()
    await later(24 * 4)
    const said = await ask(id, 1, A)
    expect([said.status, said.code]).toEqual([409, 'return-window-closed'])
    expect((await returnsOf(await unitOf(A), id)).own?.no?.code).toBe('return-window-closed')
  })

  test.each(disputes)('the dispute about $matter is ruled as usual', async (dispute: Dispute) => {
    const id = (
      await people.accept({ content: dispute.content, title: `${dispute.matter}争议`, category: dispute.category })
    ).id
    await sent(id, dispute.first)
    expect((await ask(id, 1, dispute.first, { reason: dispute.reason, suggestedUnit: null })).status).toBe(200)
    expect((await decide(id, 1, 'approve')).status).toBe(200)
    // Some are first passed to the street, which only a named exception allows (国办函〔2025〕66号).
    await sent(id, dispute.second, { exceptionGround: '争议期间先由街道到场调解' })
    expect((await ask(id, 2, dispute.second, { reason: dispute.reason, suggestedUnit: null })).status).toBe(200)
    expect((await decide(id, 2, 'adjudicate')).status).toBe(200)
    const opinions = [dispute.first, dispute.second].map((unit) => ({ unit, opinion: '不属我单位' }))
    const said = await rule(id, { ...ruling({ opinions }), lead: dispute.lead, co: dispute.co, ruling: dispute.ruling })
    expect(said.status).toBe(200)
    const { responsible, adjudication } = await returnsOf(lead, id)
    expect([responsible?.unit, adjudication?.ruling?.lead.unit]).toEqual([dispute.first, dispute.lead])
  })

  test('tables and figures say what the log says, and the measures can be asked for', async () => {
    const { figures, orders } = await tablesAndLog(door.house.db)
    expect(orders.stored).toEqual(orders.replayed)
    expect(figures.read).toEqual(figures.recounted)
    const ask = async (measure: string) =>
      (await door.ask(lead, 'getFigures', { query: { measure } })).body.rows as { n: number }[]
    for (const measure of [
      'first-dispatched',
      'first-dispatch-wrong',
      'return-requested',
      'adjudicated',
      'return-unclear-duty',
    ])
      expect((await ask(measure))[0]?.n).toBeGreaterThan(0)
  })
})

type Entry = { kind: string; public: boolean; line: { zh: { text: string }[] } }
type Clock = { id: string; late: boolean; from: string; stoppedAt: string | null }
