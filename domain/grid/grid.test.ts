import { beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import type { RequestWish } from '../accept/open-order.ts'
import type { City } from '../city/city.ts'
import { dueEvents } from '../deadline/due-work.ts'
import { dispatchOrder } from '../dispatch/dispatch-order.ts'
import { firstReceiver, responsibleOf, unitsTouched } from '../dispatch/returns.ts'
import { handDown } from '../handling/hand-down.ts'
import { recordArrival } from '../handling/record-arrival.ts'
import { reportResult } from '../handling/report-result.ts'
import type { CategoryCode, Day, FileHash, Instant, RegionCode, StaffId, UnitId } from '../ids.ts'
import { deltasOf } from '../measures/deltas.ts'
import type { Actor } from '../order/actor.ts'
import { apply } from '../order/fold.ts'
import { at, dispatched, dispatcher, done, liaison, nth, report, submitted } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { dispatchToGrid } from './dispatch-to-grid.ts'
import { gridRefused } from './grid-refused.ts'
import { gridResult } from './grid-result.ts'
import type { GridLoad, GridWorker } from './grid-worker.ts'
import { isWithin, workersFor } from './grid-worker.ts'
import { metresBetween } from './place-distance.ts'
import { reportUp } from './report-up.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})

const COMMUNITY = '990101001001' as RegionCode
const GRID = '990101001001001' as RegionCode
const STREET = 'town-990101001' as UnitId
const MORNING = at('2026-03-02 10:00')

const worker = (id: string, region: string, more: Partial<GridWorker> = {}): GridWorker => ({
  id: id as StaffId,
  name: id,
  unit: `community-${COMMUNITY}` as UnitId,
  region: region as RegionCode,
  post: 'main',
  hours: null,
  away: false,
  awayUntil: null,
  ...more,
})
const load = (
  workers: readonly GridWorker[],
  today: Record<string, number> = {},
  grid: RegionCode | null = GRID,
): GridLoad => ({
  grid,
  workers,
  today: new Map(Object.entries(today).map(([id, n]) => [id as StaffId, n])),
})
const one = (): GridLoad => load([worker('s-grid1', GRID)])

const rubbish = (more: Partial<RequestWish> = {}, now: Instant = MORNING): Order =>
  submitted(
    city,
    {
      requestType: 'help',
      category: 'B0204' as CategoryCode,
      title: '楼后积存垃圾',
      content: '楼后空地堆了很久的垃圾，没人清',
      region: COMMUNITY,
      lng: 111.39,
      lat: 33.9,
      ...more,
    },
    now,
  )
const gridWorker: Actor = {
  kind: 'staff',
  id: 's-grid1',
  role: 'grid-worker',
  unit: `community-${COMMUNITY}` as UnitId,
}
const plain = { note: null, exceptionGround: null }
const toGrid = (order: Order = rubbish(), now: Instant = MORNING): Order =>
  done(order, dispatchToGrid(order, plain, dispatcher, city, one(), now))

const HASH = 'a'.repeat(64) as FileHash
const photo = { file: HASH, taken: { at: '2026-03-02T11:00:00+08:00', lng: 111.3901, lat: 33.9, accuracy: 12 } }
const files = [{ file: HASH, name: '现场照片.jpg', mime: 'image/jpeg', bytes: 9 }]
const solved = { result: 'solved', told: 'visit', note: null, photos: [photo], files, signer: '何国远' } as const
const result = { ...solved, photos: [...solved.photos], files }

describe('what may go to a grid worker', () => {
  test.each<[string, Partial<RequestWish>, string | null]>([
    ['a simple scene that the catalogue lets go', {}, null],
    [
      'a scene of a department',
      { category: 'E0201' as CategoryCode, hazard: false, kind: 'general' },
      'not-grid-direct',
    ],
    ['no scene at all', { category: 'A' as CategoryCode }, 'not-grid-direct'],
    ['a whistle-blower', { requestType: 'report' }, 'confidential-not-to-grid'],
    ['a report without a secret', { requestType: 'report', confidential: 'none' }, 'law-enforcement-not-to-grid'],
    ['a demand for a fine', { demand: '请查处并罚款' }, 'law-enforcement-not-to-grid'],
    ['a name kept back', { confidential: 'name' }, 'confidential-not-to-grid'],
    ['everything kept back', { confidential: 'all' }, 'confidential-not-to-grid'],
    ['a number kept back, which a grid worker never sees', { confidential: 'contact' }, null],
    ['a complex matter', { kind: 'complex' }, 'not-simple'],
    ['a hazard', { hazard: true }, 'not-simple'],
    ['a place nobody walks', { region: '990101002' as RegionCode }, 'no-grid-worker'],
  ])('%s', (_name, wish, refusal) => {
    const asked =
      wish.requestType === 'report' && wish.confidential === undefined
        ? { ...wish, confidential: 'all' as const }
        : wish
    const there = 'region' in wish ? { ...load([]), grid: null } : one()
    expect(gridRefused(rubbish(asked), city, there, MORNING)).toBe(refusal)
  })

  test.each<[string, Instant, string | null]>([
    ['before eight', at('2026-03-02 07:59'), 'grid-off-hours'],
    ['at eight', at('2026-03-02 08:00'), null],
    ['a minute before the end', at('2026-03-02 19:59'), null],
    ['at the end', at('2026-03-02 20:00'), 'grid-off-hours'],
  ])('the city’s hours, %s', (_name, now, refusal) => {
    expect(gridRefused(rubbish({}, at('2026-03-02 07:00')), city, one(), now)).toBe(refusal)
  })

  test('a worker’s own hours may cross midnight', () => {
    const night = { from: '22:00', to: '06:00' }
    expect(isWithin(night, at('2026-03-02 23:30'))).toBe(true)
    expect(isWithin(night, at('2026-03-02 05:59'))).toBe(true)
    expect(isWithin(night, at('2026-03-02 06:00'))).toBe(false)
    const late = load([worker('s-night', GRID, { hours: night })])
    expect(gridRefused(rubbish(), city, late, MORNING)).toBe('grid-off-hours')
    expect(gridRefused(rubbish(), city, late, at('2026-03-02 22:10'))).toBe(null)
  })

  test('eight a day and no ninth', () => {
    const with7 = load([worker('s-grid1', GRID)], { 's-grid1': 7 })
    const with8 = load([worker('s-grid1', GRID)], { 's-grid1': 8 })
    expect(gridRefused(rubbish(), city, with7, MORNING)).toBe(null)
    expect(gridRefused(rubbish(), city, with8, MORNING)).toBe('grid-workers-full')
  })

  test('the grid’s own worker first, then its stand-in, then the community’s, then the neighbours', () => {
    const neighbour = worker('s-next', `${COMMUNITY}002`)
    const community = worker('s-comm', COMMUNITY, { post: 'backup' })
    const standIn = worker('s-back', GRID, { post: 'backup' })
    const own = worker('s-own', GRID)
    const all = load([neighbour, community, standIn, own])
    expect(workersFor(GRID, all).map(({ id }) => id)).toEqual(['s-own', 's-back', 's-comm', 's-next'])
    const away = load([{ ...own, away: true }, standIn])
    const order = rubbish()
    const sent = done(order, dispatchToGrid(order, plain, dispatcher, city, away, MORNING))
    expect(sent.assignments[0]?.grid).toEqual({ worker: 's-back', post: 'backup', street: STREET })
  })

  test.each([
    ['without a last day, for ever', null, '2027-03-02 10:00', 'no-grid-worker'],
    ['with one, to its last minute', '2026-03-02', '2026-03-02 19:59', 'no-grid-worker'],
    ['and back on the next morning', '2026-03-02', '2026-03-03 08:00', null],
  ] as const)('away %s', (_, until, now, refused) => {
    const gone = load([worker('s-own', GRID, { away: true, awayUntil: until as Day | null })])
    expect(gridRefused(rubbish(), city, gone, at(now))).toBe(refused)
  })
})

describe('straight to the grid', () => {
  test('the worker has it under the limits of the grid profile, the street is told and counts it', () => {
    const before = rubbish()
    const decision = dispatchToGrid(before, plain, dispatcher, city, one(), MORNING)
    if (!decision.ok) throw new Error(decision.refusal)
    const [event] = decision.events
    if (event === undefined) throw new Error('nothing was decided')
    const order = apply(before, event)
    expect(order.assignments[0]).toMatchObject({ unit: gridWorker.unit, role: 'lead', grid: { street: STREET } })
    const answer = order.clocks.find((clock) => clock.id === '1-C5')
    expect(answer?.due).toBe(at('2026-03-03 10:00'))
    expect(deltasOf(before, event, order).find(({ measure }) => measure === 'dispatched')?.unit).toBe(STREET)
  })

  test('a guard is set aside only with a ground, and the log keeps it', () => {
    const pothole = rubbish({ category: 'B0401' as CategoryCode, kind: 'general', hazard: false })
    expect(dispatchToGrid(pothole, plain, dispatcher, city, one(), MORNING)).toEqual({
      ok: false,
      refusal: 'not-grid-direct',
    })
    const wish = { note: null, exceptionGround: '街道履职清单第12项' }
    const sent = dispatchToGrid(pothole, wish, dispatcher, city, one(), MORNING)
    expect(sent.ok && sent.events[0]).toMatchObject({
      by: dispatcher,
      exception: { guard: 'not-grid-direct', ground: '街道履职清单第12项' },
    })
    const secret = rubbish({ confidential: 'all' })
    expect(dispatchToGrid(secret, wish, dispatcher, city, one(), MORNING)).toEqual({
      ok: false,
      refusal: 'confidential-not-to-grid',
    })
  })

  test('three taps: one action signs, arrives, shows the photo, tells the citizen and reports', () => {
    const order = toGrid()
    const reported = done(order, gridResult(order, nth(order, 1), result, gridWorker, city, at('2026-03-02 11:00')))
    expect(reported.state).toBe('pending-reply-review')
    expect(reported.assignments[0]).toMatchObject({ state: 'reported', arrivedAt: at('2026-03-02 11:00') })
    expect(reported.files).toMatchObject([{ file: HASH, at: at('2026-03-02 11:00'), taken: photo.taken }])
    const again = gridResult(reported, nth(order, 1), result, gridWorker, city, at('2026-03-02 11:01'))
    expect(again).toEqual({ ok: false, refusal: 'wrong-state' })
  })

  test('nobody told, no photo of one’s own, another’s matter: no', () => {
    const order = toGrid()
    const id = nth(order, 1)
    const now = at('2026-03-02 11:00')
    const no = (wish: Parameters<typeof gridResult>[2], by: Actor = gridWorker) =>
      gridResult(order, id, wish, by, city, now)
    expect(no({ ...result, told: null })).toEqual({ ok: false, refusal: 'contact-needed-first' })
    expect(no({ ...result, files: [] })).toEqual({ ok: false, refusal: 'unknown-file' })
    expect(no(result, { ...gridWorker, id: 's-grid2' })).toEqual({ ok: false, refusal: 'not-your-assignment' })
  })

  test('an anonymous matter needs nobody told', () => {
    const order = toGrid(rubbish({ anonymous: true }))
    const reported = done(
      order,
      gridResult(order, nth(order, 1), { ...result, told: null }, gridWorker, city, at('2026-03-02 11:00')),
    )
    expect(reported.state).toBe('pending-reply-review')
  })
})

describe('T32: back up again', () => {
  const up = { ground: 'needs-department', note: '要换整个垃圾箱', photos: [photo], files } as const

  test('one tap, any time before the result; the history goes with it and no grid gets it again', () => {
    const order = toGrid()
    const now = at('2026-03-02 12:00')
    const back = done(order, reportUp(order, nth(order, 1), { ...up, photos: [photo] }, gridWorker, city, now))
    expect(back.state).toBe('pending-dispatch')
    expect(back.reportsUp).toMatchObject([{ ground: 'needs-department', note: '要换整个垃圾箱', evidence: [HASH] }])
    expect(back.clocks.filter((clock) => clock.assignment !== null && clock.stoppedAt === null)).toEqual([])
    expect(back.clocks.find((clock) => clock.id === 'hotline-C1-2')?.from).toBe(now)
    expect(back.clocks.find((clock) => clock.id === 'citizen-C5')?.from).toBe(order.receivedAt)
    expect(gridRefused(back, city, one(), now)).toBe('already-tried-by-grid')
    expect(firstReceiver(back)).toBe(null)
    const sent = done(
      back,
      dispatchOrder(
        back,
        { lead: 'sanitation-group' as UnitId, co: [], overrideReason: '测试', note: null },
        dispatcher,
        city,
        now,
      ),
    )
    expect(firstReceiver(sent)).toBe('sanitation-group')
    expect(unitsTouched(sent)).toBe(1)
    expect(responsibleOf(sent)).toBe('sanitation-group')
  })

  test('24 hours without a result: the platform takes it up, once', () => {
    const order = toGrid()
    const late = at('2026-03-03 10:01')
    const swept = dueEvents(order, city, late)
    expect(swept.filter(({ kind }) => kind === 'reported-up')).toMatchObject([{ ground: 'over-24-hours' }])
    const back = swept.reduce(apply, order)
    expect(back.state).toBe('pending-dispatch')
    expect(dueEvents(back, city, late)).toEqual([])
  })

  test('who has reported it is past that', () => {
    const order = toGrid()
    const reported = done(order, gridResult(order, nth(order, 1), result, gridWorker, city, at('2026-03-02 11:00')))
    expect(reportUp(reported, nth(order, 1), { ...up, photos: [] }, gridWorker, city, at('2026-03-02 11:05'))).toEqual({
      ok: false,
      refusal: 'wrong-state',
    })
  })

  test('what a unit handles cannot be reported up', () => {
    const order = dispatched(city, ['sanitation-group'], MORNING)
    const by = { ...liaison('sanitation-group') }
    expect(reportUp(order, nth(order, 1), { ...up, photos: [] }, by, city, MORNING)).toEqual({
      ok: false,
      refusal: 'not-a-grid-assignment',
    })
  })
})

describe('国办函〔2025〕66号: nothing departmental goes to the grass roots', () => {
  const wage = (): Order =>
    rubbish({ category: 'G0101' as CategoryCode, title: '拖欠工资', content: '工地拖欠三个月工资', kind: 'general' })

  test('a dispatch to the street is refused, with a ground it is logged', () => {
    const order = wage()
    const wish = { lead: STREET, co: [], overrideReason: '属地处理', note: null }
    expect(dispatchOrder(order, wish, dispatcher, city, MORNING)).toEqual({ ok: false, refusal: 'departmental-matter' })
    const sent = dispatchOrder(
      order,
      { ...wish, exceptionGround: '专题会议纪要〔2026〕3号' },
      dispatcher,
      city,
      MORNING,
    )
    expect(sent.ok && sent.events[0]).toMatchObject({
      by: { id: dispatcher.id },
      exception: { guard: 'departmental-matter', ground: '专题会议纪要〔2026〕3号' },
    })
  })

  test('nor may it be handed down to a community', () => {
    const order = wage()
    const wish = { lead: STREET, co: [], overrideReason: '属地处理', note: null, exceptionGround: '纪要' }
    const sent = done(order, dispatchOrder(order, wish, dispatcher, city, MORNING))
    const signed = apply(sent, { kind: 'signed', at: MORNING, by: liaison(STREET), assignment: nth(sent, 1) })
    const down = { unit: `community-${COMMUNITY}` as UnitId, note: null }
    expect(handDown(signed, nth(sent, 1), down, liaison(STREET), city, MORNING)).toEqual({
      ok: false,
      refusal: 'departmental-matter',
    })
    const excepted = handDown(
      signed,
      nth(sent, 1),
      { ...down, exceptionGround: '纪要' },
      liaison(STREET),
      city,
      MORNING,
    )
    expect(excepted.ok && excepted.events[0]).toMatchObject({ exception: { ground: '纪要' } })
  })

  test('what the catalogue itself gives the street is the street’s', () => {
    const order = rubbish({ category: 'D0303' as CategoryCode })
    const wish = { lead: STREET, co: [], overrideReason: '属地处理', note: null }
    expect(dispatchOrder(order, wish, dispatcher, city, MORNING).ok).toBe(true)
  })
})

describe('吹哨报到', () => {
  const whistled = (): Order => {
    const order = {
      ...rubbish({ category: 'B0401' as CategoryCode, kind: 'general', hazard: false }),
      channel: 'grid-report' as const,
    }
    const wish = { lead: 'city-management' as UnitId, co: [], overrideReason: '测试', note: null }
    return done(order, dispatchOrder(order, wish, dispatcher, city, MORNING))
  }
  const by = liaison('city-management')
  const there = { lng: 111.3905, lat: 33.9003, evidence: [] }

  test('whoever gets it owes an arrival, confirmed by the place', () => {
    const order = whistled()
    const id = nth(order, 1)
    expect(order.clocks.find((clock) => clock.id === '1-C4')?.due).toBe(at('2026-03-02 14:00'))
    const signed = apply(order, { kind: 'signed', at: MORNING, by, assignment: id })
    const no = (wish: Parameters<typeof recordArrival>[2]) => recordArrival(signed, id, wish, by, city, MORNING)
    expect(no({ lng: null, lat: null, evidence: [] })).toEqual({ ok: false, refusal: 'arrival-place-needed' })
    expect(no({ lng: 111.5, lat: 33.9, evidence: [] })).toEqual({ ok: false, refusal: 'not-at-the-place' })
    const arrived = recordArrival(signed, id, there, by, city, MORNING)
    expect(arrived.ok && arrived.events[0]).toMatchObject({
      kind: 'arrived',
      metres: metresBetween(there, { lng: 111.39, lat: 33.9 }),
    })
  })

  test('no report before the arrival', () => {
    const order = whistled()
    const id = nth(order, 1)
    const ready = [
      { kind: 'signed' as const, at: MORNING, by, assignment: id },
      { kind: 'contact-exempted' as const, at: MORNING, by, assignment: id, ground: 'anonymous' as const },
    ].reduce(apply, order)
    expect(reportResult(ready, id, report(), by, city, MORNING)).toEqual({ ok: false, refusal: 'arrival-needed' })
    const arrived = done(ready, recordArrival(ready, id, there, by, city, MORNING))
    expect(reportResult(arrived, id, report(), by, city, MORNING).ok).toBe(true)
  })
})
