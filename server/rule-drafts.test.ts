import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { OtherNotice, Waiting } from '#contract/waiting.ts'
import { sql } from '#db/sql.ts'
import type { PartRow } from '#domain/city/part.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('a draft of the catalogue by somebody who may not publish', () => {
  let door: Door
  let lead: Badge
  let analyst: Badge
  let leader: Badge
  let rows: PartRow[] = []
  let id = 0

  const told = async (badge: Badge) => (await door.ask(badge, 'listNotices')).body.others as OtherNotice[]
  const waits = async (badge: Badge) => ((await door.ask(badge, 'getWaiting')).body as unknown as Waiting).drafts
  const save = (badge: Badge, owner: string) =>
    door.ask(badge, 'saveCityDraft', {
      params: { part: 'rules' },
      body: { base: 0, rows: rows.map((row, i) => (i === 0 ? { ...row, owner } : row)) },
    })
  const contentOf = async (draft: number) =>
    (await door.ask(lead, 'getCityVersion', { params: { part: 'rules', id: draft } })).body.content
  const step = (badge: Badge, name: 'handInRules' | 'takeBackRules' | 'sendBackRules', body?: object) =>
    door.ask(badge, name, { params: { id }, ...(body === undefined ? {} : { body }) })
  const adopt = (badge: Badge) =>
    door.ask(badge, 'adoptCityVersion', { params: { part: 'rules', id }, body: { note: '按会议纪要' } })

  beforeAll(async () => {
    door = await openDoor(engine)
    lead = await door.staff({ roles: ['dispatch-lead'] })
    analyst = await door.staff({ roles: ['analyst'] })
    leader = await door.staff({ roles: ['leader'], unit: 'government-office' })
    const folder = await door.ask(lead, 'getCityVersion', { params: { part: 'rules', id: 0 } })
    rows = folder.body.content as PartRow[]
  })
  afterAll(() => door.close())

  test('is not published before it is handed in, and only its author hands it in, with something in it', async () => {
    id = Number((await save(lead, rows[0]?.owner ?? '')).body.id)
    expect((await step(lead, 'handInRules', { note: '没有改动' })).code).toBe('nothing-changed')
    await save(lead, 'parks')
    expect((await adopt(leader)).code).toBe('not-handed-in')
    expect((await step(analyst, 'handInRules', { note: '替他提交' })).code).toBe('not-a-draft')
    expect((await step(lead, 'handInRules', { note: '维护单位改为园林' })).body.handedIn).toMatchObject({
      note: '维护单位改为园林',
    })
    expect((await step(lead, 'handInRules', { note: '再交一次' })).code).toBe('draft-handed-in')
  })

  test('whoever publishes is told and counts it; the author and others are not', async () => {
    expect((await told(leader)).map(({ kind }) => kind)).toEqual(['rules-handed-in'])
    expect([await waits(leader), await waits(lead)]).toEqual([1, null])
    expect(await told(analyst)).toEqual([])
  })

  test('while it waits it is not thrown away; what its author goes on with is a second draft, and it stays as it was', async () => {
    const discard = (draft: number) => door.ask(lead, 'discardCityDraft', { params: { part: 'rules', id: draft } })
    expect((await discard(id)).code).toBe('draft-handed-in')
    const waiting = await contentOf(id)
    const second = await save(lead, 'housing')
    expect(second.body).toMatchObject({ state: 'draft', mine: true, aside: false, handedIn: null })
    expect(second.body.id).not.toBe(id)
    expect(await contentOf(id)).toEqual(waiting)
    // Written on, it is still the second one; the first cannot come back to hand beside it.
    expect((await save(lead, 'parks')).body.id).toBe(second.body.id)
    expect((await step(lead, 'takeBackRules')).code).toBe('another-draft-open')
    expect((await discard(Number(second.body.id))).status).toBe(200)
  })

  test('many windows at once make one second draft', async () => {
    const saved = await Promise.all(['parks', 'housing', 'parks'].map((owner) => save(lead, owner)))
    expect(saved.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(saved.map(({ body }) => body.id)).size).toBe(1)
    await door.ask(lead, 'discardCityDraft', { params: { part: 'rules', id: Number(saved[0]?.body.id) } })
  })

  test('sent back while its author writes another, it waits beside it until that one is handed in', async () => {
    const second = Number((await save(lead, 'housing')).body.id)
    const back = await step(leader, 'sendBackRules', { reason: '先写清范围' })
    expect(back.body).toMatchObject({ aside: true, sentBack: { reason: '先写清范围' } })
    expect((await save(lead, 'parks')).body.id).toBe(second)
    expect((await step(lead, 'takeBackRules')).code).toBe('another-draft-open')
    // Handed in again as it is, or taken to hand once the other one is out of it.
    expect((await step(lead, 'handInRules', { note: '范围见附件' })).body).toMatchObject({
      aside: true,
      sentBack: null,
    })
    await step(leader, 'sendBackRules', { reason: '附件没有' })
    const both = { params: { id: second }, body: { note: '另一件' } }
    expect((await door.ask(lead, 'handInRules', both)).body.aside).toBe(true)
    expect((await step(lead, 'takeBackRules')).body).toMatchObject({ aside: false, handedIn: null, sentBack: null })
    expect((await save(lead, 'parks')).body.id).toBe(id)
    expect((await step(lead, 'handInRules', { note: '维护单位改为园林' })).status).toBe(200)
    await door.ask(lead, 'takeBackRules', { params: { id: second } })
    await door.ask(lead, 'discardCityDraft', { params: { part: 'rules', id: second } })
  })

  test('taken back it is the author’s again; handed in anew and sent back, the author hears why', async () => {
    expect((await step(analyst, 'takeBackRules')).code).toBe('not-a-draft')
    expect((await step(lead, 'takeBackRules')).body.handedIn).toBeNull()
    expect((await step(lead, 'takeBackRules')).code).toBe('not-handed-in')
    expect([await waits(leader), await told(leader)]).toEqual([0, []])
    expect((await save(lead, 'housing')).status).toBe(200)
    await step(lead, 'handInRules', { note: '维护单位改为住建' })
    expect((await step(lead, 'sendBackRules', { reason: '自己退自己' })).code).toBe('not-allowed')
    const back = await step(leader, 'sendBackRules', { reason: '请附会议纪要' })
    expect(back.body).toMatchObject({ state: 'draft', handedIn: null, sentBack: { reason: '请附会议纪要' } })
    expect((await step(leader, 'sendBackRules', { reason: '请附会议纪要' })).code).toBe('not-handed-in')
    expect((await told(lead)).map(({ kind }) => kind)).toEqual(['rules-sent-back'])
    expect(await told(leader)).toEqual([])
  })

  test('adopted, its author is told; every step stays in the log', async () => {
    const handed = await step(lead, 'handInRules', { note: '已附纪要' })
    expect(handed.body.sentBack).toBeNull()
    const old = { headers: { 'if-match': `"${Number(handed.body.version) - 1}"` } }
    const late = { params: { part: 'rules', id }, body: { note: '按会议纪要' }, ...old }
    expect((await door.ask(leader, 'adoptCityVersion', late)).code).toBe('stale-version')
    expect((await adopt(leader)).body).toMatchObject({ number: 1, state: 'adopted', handedIn: { note: '已附纪要' } })
    expect((await told(lead)).map(({ kind }) => kind)).toEqual(['rules-adopted'])
    expect((await step(lead, 'takeBackRules')).code).toBe('not-a-draft')
    const steps = await door.house.db.rows(
      sql`select step from draft_step where version = ${id} order by n`,
      z.object({ step: z.string() }),
    )
    expect(steps.map((one) => one.step)).toEqual([
      ...['handed-in', 'sent-back', 'handed-in', 'sent-back', 'taken-back'],
      ...['handed-in', 'taken-back', 'handed-in', 'sent-back', 'handed-in'],
    ])
    const logged = await door.house.db.rows(
      sql`select action as step from admin_log where target = ${`rules/${id}`} order by id`,
      z.object({ step: z.string() }),
    )
    expect(logged.map((one) => one.step)).toEqual([...steps.map((one) => `rules-${one.step}`), 'city-version-adopted'])
  })
})
