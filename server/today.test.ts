import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Today } from '#contract/today.ts'
import type { Instant } from '#domain/ids.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain, LEAD, ordersOfAllStates, sweepAll, TOWN } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('the board of today', () => {
  let door: Door
  let people: Chain
  let leader: Badge
  let board: Today
  const at = (moment: string) => door.house.setNow(moment as Instant)
  const read = async (badge: Badge, query: Record<string, string> = {}) => {
    const said = await door.ask(badge, 'getToday', { query })
    expect([said.status, said.text.slice(0, 200)]).toMatchObject([200, expect.anything()])
    return said.body as unknown as Today
  }
  const count = async (badge: Badge, query: Record<string, string>) =>
    (await door.ask(badge, 'countOrders', { query })).body.count

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    // The Monday before: one before ten o'clock, one after, both answered at once.
    at('2026-03-02T01:30:00.000Z')
    await people.accept({ requestType: 'consult' }, { kind: 'answer', answer: '见官网' })
    at('2026-03-02T03:00:00.000Z')
    await people.accept({ requestType: 'consult' }, { kind: 'answer', answer: '见官网' })
    at('2026-03-09T01:00:00.000Z')
    people = await chain(door)
    await ordersOfAllStates(door)
    // What the fixture does with time is a month ahead: the board is read on its last day.
    const now = Date.parse(door.house.now())
    at(new Date(now + 1000).toISOString())
    await sweepAll(door)
    people = await chain(door)
    leader = await door.staff({ roles: ['leader'], unit: 'government-office' })
    board = await read(leader)
  }, 120_000)
  afterAll(() => door.close())

  const figure = async (measure: string, day: string) => {
    const said = await door.ask(leader, 'getFigures', { query: { measure, from: day, to: day } })
    return ((said.body.rows as { n: number }[])[0]?.n ?? 0) as number
  }

  test('counts as the figures count', async () => {
    const { day } = board.today
    expect(board.accepted.today).toBeGreaterThan(8)
    expect({
      accepted: board.accepted.today,
      answered: board.answered.today,
      dispatched: board.dispatched.today,
      closed: board.closed.today,
    }).toEqual({
      accepted: await figure('accepted', day),
      answered: await figure('answered-directly', day),
      dispatched: await figure('dispatched', day),
      closed: await figure('closed', day),
    })
    for (const { rate, right, of } of board.rates)
      expect([rate, right, of]).toEqual([rate, await figure(`${rate}-right`, day), await figure(`${rate}-of`, day)])
    const open = [...board.units].reduce((all, unit) => all + unit.red + unit.amber + unit.green, 0)
    expect(open).toBeGreaterThan(0)
  })

  test('its parts add up to its whole', () => {
    const sum = (rows: readonly { today: number }[]) => rows.reduce((all, row) => all + row.today, 0)
    const whole = board.accepted.today
    expect([sum(board.hours), sum(board.categories), sum(board.channels), sum(board.towns)]).toEqual([
      whole,
      whole,
      whole,
      whole,
    ])
    expect(board.satisfaction.reduce((all, { n }) => all + n, 0)).toBe(
      board.rates.find(({ rate }) => rate === 'satisfaction')?.of,
    )
  })

  test('each number opens a list of as many orders', async () => {
    const { from, until } = board.today
    const accepted = { acceptedFrom: from, acceptedTo: until }
    expect(await count(leader, accepted)).toBe(board.accepted.today)
    expect(await count(leader, { ...accepted, state: 'answered' })).toBe(board.answered.today)
    expect(await count(leader, { dispatchedFrom: from, dispatchedTo: until })).toBe(board.dispatched.today)
    expect(await count(leader, { closedFrom: from, closedTo: until })).toBe(board.closed.today)
    expect(await count(leader, { state: 'pending-dispatch' })).toBe(board.dispatched.pending)
    expect(await count(leader, { light: 'red' })).toBe(board.red.open)
    expect(await count(leader, { light: 'yellow' })).toBe(board.amber.open)
    for (const town of board.towns) expect(await count(leader, { ...accepted, region: town.region })).toBe(town.today)
    for (const { unit, green } of board.units)
      expect(await count(leader, { lead: unit, light: 'green', open: 'yes' })).toBe(green)
    for (const { rate, right, of } of board.rates) {
      const closed = { closedFrom: from, closedTo: until }
      expect(await count(leader, { ...closed, rate: `${rate}-of` })).toBe(of)
      expect(await count(leader, { ...closed, rate: `${rate}-right` })).toBe(right)
    }
    for (const { level, n } of board.satisfaction)
      expect(await count(leader, { closedFrom: from, closedTo: until, rate: `satisfaction-${level}` })).toBe(n)
  })

  test('an earlier day is counted up to the same time of day', async () => {
    at('2026-03-09T02:00:00.000Z')
    leader = await door.staff({ roles: ['leader'], unit: 'government-office' })
    const monday = await read(leader)
    expect(monday.before.day).toBe('2026-03-02')
    expect(monday.accepted).toMatchObject({ before: 1, beforeDay: 2 })
    expect(monday.hours.map((row) => row.before).filter((n) => n > 0)).toEqual([1, 1])
    const { from, until } = monday.before
    expect(await count(leader, { acceptedFrom: from, acceptedTo: until })).toBe(1)
    expect((await read(leader, { compare: 'yesterday' })).accepted.before).toBe(0)
  })

  test('shows a district its own and a unit what it leads', async () => {
    at(board.cutoff)
    leader = await door.staff({ roles: ['leader'], unit: 'government-office' })
    const district = await door.staff({ roles: ['leader'], unit: 'government-office', region: TOWN.slice(0, 6) })
    expect((await read(district)).accepted.today).toBe(board.accepted.today)
    const elsewhere = await door.staff({ roles: ['leader'], unit: 'government-office', region: '990102' })
    expect((await read(elsewhere)).accepted.today).toBe(0)
    expect((await door.ask(elsewhere, 'getToday', { query: { region: TOWN } })).code).toBe('unknown-region')
    const unit = await read(people.lead)
    expect(unit.units.map((row) => row.unit)).toEqual([LEAD])
    expect(unit.closed.today).toBe(board.closed.today)
    const { from, until } = unit.today
    const own = { ownLead: 'yes', acceptedFrom: from, acceptedTo: until }
    expect(await count(people.lead, own)).toBe(unit.accepted.today)
  })

  test('is exported by those who answer for numbers, and the log says so', async () => {
    const said = await door.ask(leader, 'exportToday', { query: { format: 'csv' } })
    expect(said.text).toContain(`总量,受理,${board.accepted.today},`)
    const log = await door.ask(await door.staff({ roles: ['administrator'] }), 'listAdminLog')
    expect(log.text).toContain('export-today')
    expect((await door.ask(people.lead, 'exportToday', { query: { format: 'csv' } })).code).toBe('not-allowed')
  })
})
