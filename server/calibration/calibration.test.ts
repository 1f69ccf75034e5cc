import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { CalibrationSample } from '#contract/calibration.ts'
import {
  type CalibrationProposal,
  type CalibrationReplay,
  type RoundView,
  UNSURE_SAMPLE,
} from '#contract/calibration-shapes.ts'
import { drawUnsure } from '#db/calibration-batch.ts'
import { rulesChanged } from '#db/calibration-proposals.ts'
import { sql } from '#db/sql.ts'
import { Day, dayOf } from '#domain/ids.ts'
import { type Badge, type Door, openDoor } from '../door.fixture.ts'
import { type Chain, chain, hoursLater, SECRETS } from '../orders.fixture.ts'
import { sweepCalibration } from './monthly-round.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

/** A scene that the demo's catalogue gives to one unit wherever it is. */
const SCENE = 'B0203'
const RIGHT = 'parks'

describe('a month of orders that one rule sends astray in parks', () => {
  let door: Door
  let people: Chain
  let lead: Badge
  let analyst: Badge
  let leader: Badge
  let named = ''
  let round = 0

  const badges = async () => {
    people = await chain(door)
    lead = await door.staff({ roles: ['dispatch-lead'] })
    analyst = await door.staff({ roles: ['analyst'] })
    leader = await door.staff({ roles: ['leader'], unit: 'government-office' })
  }
  const liaison = (unit: string) => door.staff({ roles: ['liaison'], unit })
  const ask = (badge: Badge, name: Parameters<Door['ask']>[1], body?: object, more: object = {}) =>
    door.ask(badge, name, { params: { round, ...more }, ...(body === undefined ? {} : { body }) })
  const view = async () => (await ask(analyst, 'getCalibrationRound')).body as unknown as RoundView
  const today = () => dayOf(door.house.now())

  const sent = async (placeType: string, astray: boolean) => {
    const { id } = await people.accept({ category: SCENE, placeType, title: '路面有垃圾', content: '这里垃圾没人清' })
    const proposed = await people.on(people.desk, 'proposeDispatch', id)
    named = String((proposed.body as { lead: string }).lead)
    await people.on(people.desk, 'dispatchOrder', id, { lead: named, co: [] })
    const unit = await liaison(named)
    if (!astray) return people.on(unit, 'signAssignment', id, undefined, 1)
    await people.on(
      unit,
      'requestReturn',
      id,
      {
        reason: 'not-our-duty',
        explanation: '公园内由园林负责',
        basis: '城市绿化条例',
        document: '云园函1号',
        suggestedUnit: RIGHT,
        signer: '王局',
      },
      1,
    )
    await people.on(lead, 'decideReturn', id, { verdict: 'approve', finding: '属园林' }, 1)
    await people.on(people.desk, 'dispatchOrder', id, { lead: RIGHT, co: [], overrideReason: '园林职责' })
    return people.on(await liaison(RIGHT), 'signAssignment', id, undefined, 2)
  }

  /** As if each had been classified once more: the machine sure of all but the first two. */
  const reclassified = () =>
    door.house.db.run(sql`
      insert into suggestion_signal (order_id, seq, kind, at, version, suggested, probability, sure, chosen, adopted, desk, by)
      select order_id, 1000, 'category', now(), 'rules-1', case n when 1 then null else ${SCENE} end,
             case n when 1 then null when 2 then 0.25 else 0.97 end, n > 2, ${SCENE}, true, 'seat', 'x'
      from   (select order_id, row_number() over (order by order_id) as n from work_order) o`)

  beforeAll(async () => {
    door = await openDoor(engine)
    await badges()
    for (let i = 0; i < 6; i++) await sent('park', true)
    for (let i = 0; i < 7; i++) await sent('road', false)
    await reclassified()
  }, 180_000)
  afterAll(() => door.close())

  test('days to come, and days without orders, make no round', async () => {
    const future = await door.ask(analyst, 'startCalibrationRound', { body: { from: today(), to: '2027-01-01' } })
    expect(future.code).toBe('calibration-span')
    const empty = await door.ask(analyst, 'startCalibrationRound', { body: { from: '2025-03-01', to: '2025-03-31' } })
    expect(empty.code).toBe('calibration-nothing')
  })

  test('the machine finds the exception, with its cases for and against', async () => {
    const made = await door.ask(analyst, 'startCalibrationRound', { body: { from: today(), to: today() } })
    expect(made.status, made.text).toBe(200)
    round = (made.body as { round: number }).round
    const { proposals, batch } = await view()
    expect(proposals).toHaveLength(1)
    const [proposal] = proposals
    expect(proposal).toMatchObject({ origin: 'machine', kind: 'add-rule', state: 'open', disputed: false })
    expect(proposal?.cells).toMatchObject({ placeType: 'park', lead: RIGHT })
    expect(proposal?.evidence).toMatchObject({ support: 6, against: 0, gains: 6, losses: 0 })
    expect(proposal?.evidence?.orders).toHaveLength(6)
    expect(proposal?.units.map(({ unit }) => unit).toSorted()).toEqual([named, RIGHT].toSorted())
    expect(batch).toMatchObject({ orders: 13, cases: 13 })
    expect(batch.byVolume[0]).toMatchObject({ scene: SCENE, dispatched: 13, returned: 6, wrong: 6 })
    expect(batch.byReturns).toEqual([])
  })

  test('a second round waits for the first', async () => {
    const second = await door.ask(analyst, 'startCalibrationRound', { body: { from: today(), to: today() } })
    expect(second.code).toBe('calibration-under-way')
    expect(await sweepCalibration(door.house, door.house.now())).toBe(0)
  })

  test('drawn orders are shown without the citizen and marked', async () => {
    const shown = await door.ask(analyst, 'calibrationSamples', { params: { round }, query: { scene: SCENE } })
    const samples = shown.body.samples as CalibrationSample[]
    expect(samples).toHaveLength(13)
    for (const secret of SECRETS) expect(shown.text).not.toContain(secret)
    const [first] = samples
    const marks = { classRight: true, unitRight: false, slaRight: true, note: '应归园林' }
    expect((await ask(analyst, 'markCalibrationSample', marks, { orderId: first?.id })).status).toBe(200)
    const other = await ask(analyst, 'markCalibrationSample', marks, { orderId: '01KJQ000000000000000000000' })
    expect(other.code).toBe('not-found')
    expect((await view()).samples).toEqual([
      expect.objectContaining({ scene: SCENE, drawn: 13, marked: 1, unitWrong: 1, classWrong: 0 }),
    ])
  })

  test('orders whose class the machine was not sure of are in the batch, and say so in the sample', async () => {
    const { batch } = await view()
    expect(batch.unsure.count).toBe(2)
    expect(batch.unsure.orders.map(({ probability }) => probability)).toEqual([null, 0.25])
    expect(batch.unsure.orders[0]?.suggestedName).toBeNull()
    const shown = await door.ask(analyst, 'calibrationSamples', { params: { round }, query: { scene: SCENE } })
    const samples = shown.body.samples as CalibrationSample[]
    const uncertain = new Set(samples.filter(({ unsure }) => unsure !== null).map(({ id }) => id))
    expect(uncertain).toEqual(new Set(batch.unsure.orders.map(({ id }) => id)))
  })

  test('people propose rules and words beside it; a row that cannot be read is refused', async () => {
    const wish = { kind: 'add-rule', title: '市场内归市场监管', basis: '会商纪要' }
    expect((await ask(analyst, 'addCalibrationProposal', wish)).code).toBe('calibration-rule-needed')
    const bad = { ...wish, cells: { id: 'p-1', priority: '0', category: SCENE, lead: 'nobody-here', basis: 'x' } }
    expect((await ask(analyst, 'addCalibrationProposal', bad)).code).toBe('calibration-rule-unreadable')
    const unknown = { ...wish, kind: 'change-lead', cells: { ...bad.cells, lead: 'market' } }
    expect((await ask(analyst, 'addCalibrationProposal', unknown)).code).toBe('unknown-rule')
    const good = { ...wish, cells: { ...bad.cells, lead: 'market', placeType: 'market' } }
    expect((await ask(analyst, 'addCalibrationProposal', good)).status).toBe(200)
    const said = {
      kind: 'class-boundary',
      category: SCENE,
      title: '垃圾与渣土的界限',
      text: '装修产生的归渣土',
      basis: '抽样复核',
    }
    expect((await ask(analyst, 'addCalibrationProposal', said)).status).toBe(200)
    expect((await view()).proposals.map(({ kind }) => kind)).toEqual(['add-rule', 'add-rule', 'class-boundary'])
  })

  test('nothing goes out undecided; a refusal keeps its reason, an edit is told', async () => {
    expect((await ask(analyst, 'consultCalibration')).code).toBe('calibration-undecided')
    const [found, own, words] = (await view()).proposals as CalibrationProposal[]
    const decide = (proposal: number | undefined, body: object) =>
      door.ask(analyst, 'decideCalibrationProposal', { params: { proposal: proposal ?? 0 }, body })
    expect((await decide(own?.proposal, { verdict: 'refuse', reason: '样本太少' })).status).toBe(200)
    expect((await decide(words?.proposal, { verdict: 'accept' })).status).toBe(200)
    const cells = { ...found?.cells, co: named }
    expect((await decide(found?.proposal, { verdict: 'accept', cells })).status).toBe(200)
    const after = (await view()).proposals
    expect(after.map(({ state, reason, edited }) => ({ state, reason, edited }))).toEqual([
      { state: 'accepted', reason: null, edited: true },
      { state: 'refused', reason: '样本太少', edited: false },
      { state: 'accepted', reason: null, edited: false },
    ])
  })

  test('units concerned are asked and told by the bell, others are not; the day or the last word ends it', async () => {
    const until = String((await ask(analyst, 'consultCalibration')).body.until)
    expect(Date.parse(until)).toBeGreaterThan(Date.parse(door.house.now()) + 4 * 86_400_000)
    const parks = await liaison(RIGHT)
    const asked = await door.ask(parks, 'listConsultations')
    const [proposal] = asked.body.proposals as CalibrationProposal[]
    expect(proposal?.evidence?.orders).toEqual([])
    const bell = (await door.ask(parks, 'listNotices')).body.others as { kind: string }[]
    expect(bell.map(({ kind }) => kind)).toEqual(['consultation'])
    const stranger = await liaison('education')
    expect((await door.ask(stranger, 'listConsultations')).body.proposals).toEqual([])
    const say = (badge: Badge, body: object) =>
      door.ask(badge, 'giveCalibrationOpinion', { params: { proposal: proposal?.proposal ?? 0 }, body })
    expect((await say(stranger, { agrees: true })).code).toBe('not-consulted')
    expect((await say(parks, { agrees: false })).code).toBe('invalid-request')
    expect((await say(parks, { agrees: false, opinion: '公园外围道路不归我们' })).status).toBe(200)
    expect((await ask(analyst, 'endCalibrationConsultation')).code).toBe('consultation-open')
    expect((await view()).proposals[0]).toMatchObject({ disputed: true, silent: [{ unit: named }] })
    hoursLater(door, 24 * 8)
    await badges()
    expect((await ask(analyst, 'endCalibrationConsultation')).status).toBe(200)
    expect((await door.ask(await liaison(RIGHT), 'listConsultations')).body.proposals).toEqual([])
  })

  test('an objection is settled, the set replayed, and only then published by a leader', async () => {
    const publish = (badge: Badge) => ask(badge, 'publishCalibration', { reason: '按会商纪要' })
    expect((await publish(analyst)).code).toBe('not-allowed')
    expect((await publish(leader)).code).toBe('calibration-disputed')
    const settle = { keep: true, note: '会商：限于公园围墙之内，双方同意' }
    const [proposal] = (await view()).proposals
    const params = { proposal: proposal?.proposal ?? 0 }
    expect((await door.ask(lead, 'settleCalibrationProposal', { params, body: settle })).status).toBe(200)
    expect((await door.ask(lead, 'settleCalibrationProposal', { params, body: settle })).code).toBe('not-disputed')
    expect((await publish(leader)).code).toBe('replay-needed')
    const replay = (await ask(analyst, 'replayCalibration', { days: 30 })).body as unknown as CalibrationReplay
    expect(replay).toMatchObject({
      cases: 13,
      rightBefore: 7,
      rightAfter: 13,
      moved: 6,
      gains: 6,
      losses: 0,
      issues: [],
    })
    expect(replay.load).toEqual(expect.arrayContaining([expect.objectContaining({ unit: RIGHT, before: 0, after: 6 })]))
    const before = door.house.city.rules.length
    expect((await publish(leader)).status).toBe(200)
    expect(door.house.city.rules).toHaveLength(before + 1)
    expect((await publish(leader)).code).toBe('calibration-state')
  })

  test('the next order goes right, the year’s report counts it, and the round sees what its rule did', async () => {
    const { id } = await people.accept({ category: SCENE, placeType: 'park', title: '垃圾', content: '公园垃圾没人清' })
    await people.on(people.desk, 'dispatchOrder', id, { lead: RIGHT, co: [] })
    hoursLater(door, 1)
    const counted = await door.ask(analyst, 'ruleChanges', { query: { from: '2026-01-01', to: '2026-12-31' } })
    expect(counted.body.count).toBe(1)
    const { watch, proposals, state, publishedAt } = await view()
    const mended = await rulesChanged(door.house.db)
    expect(mended.size).toBe(2)
    expect([...mended.values()]).toEqual([publishedAt, publishedAt])
    expect([...mended.keys()]).toContain(proposals[0]?.cells?.id)
    expect(state).toBe('published')
    expect(watch).toMatchObject({
      before: { dispatched: 13, wrong: 6 },
      since: { dispatched: 1, wrong: 0 },
      over: false,
    })
    expect(proposals[0]?.real).toEqual({ dispatched: 1, wrong: 0 })
    const bell = (await door.ask(people.desk, 'listNotices')).body.others as { kind: string }[]
    expect(bell.map(({ kind }) => kind)).toEqual(['rules-published'])
  })

  test('rolled back, the catalogue stands as it stood, by a version of its own', async () => {
    const back = await ask(leader, 'rollBackCalibration', { reason: '试行有问题' })
    expect(back.status, back.text).toBe(200)
    expect(door.house.city.rules.some(({ placeType, category }) => placeType === 'park' && category === SCENE)).toBe(
      false,
    )
    expect((await ask(leader, 'rollBackCalibration', { reason: '再撤一次' })).code).toBe('calibration-state')
    expect((await view()).state).toBe('rolled-back')
    expect((await rulesChanged(door.house.db)).size).toBe(0)
  })

  test('of unsure orders that no scene’s sample has, the least sure come into a sample of their own', async () => {
    const { db } = door.house
    await db.run(sql`delete from calibration_sample where round = ${round}`)
    const long = Day.parse('2025-03-01')
    expect(await drawUnsure(db, round, UNSURE_SAMPLE, long, long, 1)).toBe(0)
    const { batch, from, to } = await view()
    expect(await drawUnsure(db, round, UNSURE_SAMPLE, from, to, 1)).toBe(1)
    expect(await drawUnsure(db, round, UNSURE_SAMPLE, from, to, 5)).toBe(1)
    const call = { params: { round }, query: { scene: UNSURE_SAMPLE } }
    const drawn = (await door.ask(analyst, 'calibrationSamples', call)).body.samples as CalibrationSample[]
    expect(new Set(drawn.map(({ id }) => id))).toEqual(new Set(batch.unsure.orders.map(({ id }) => id)))
    expect((await view()).samples).toEqual([expect.objectContaining({ scene: UNSURE_SAMPLE, drawn: 2 })])
  })

  test('a unit’s word is never overwritten', async () => {
    await expect(door.house.db.run(sql`update calibration_opinion set opinion = ''`)).rejects.toThrow()
  })
})
