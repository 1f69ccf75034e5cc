import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('saved views', () => {
  let door: Door
  let mine: Badge
  let colleague: Badge
  let stranger: Badge
  const list = async (badge: Badge) =>
    (await door.ask(badge, 'listViews', { query: { page: 'orders' } })).body.views as Record<string, unknown>[]
  const save = (badge: Badge, body: object) =>
    door.ask(badge, 'createView', { body: { page: 'orders', query: {}, ...body } })

  beforeAll(async () => {
    door = await openDoor(engine)
    mine = await door.staff({ roles: ['dispatcher'] })
    colleague = await door.staff({ roles: ['reviewer'] })
    stranger = await door.staff({ roles: ['liaison'], unit: 'housing' })
  })
  afterAll(() => door.close())

  test('a view is found again, its lists as they stand in a URL, and shared with the own unit only', async () => {
    const saved = await save(mine, {
      name: '红灯',
      query: { light: 'red', state: 'in-handling,rework', sort: 'due' },
      columns: ['no', 'title'],
      shared: true,
    })
    expect(saved.body).toMatchObject({
      query: { light: ['red'], state: ['in-handling', 'rework'] },
      mine: true,
      version: 1,
    })
    await save(mine, { name: '只我看' })
    expect((await list(mine)).map((view) => view.name)).toEqual(['红灯', '只我看'])
    expect(await list(colleague)).toMatchObject([{ name: '红灯', mine: false, owner: '测试人员' }])
    expect(await list(stranger)).toEqual([])
  })

  test('a name stands for one view, in whatever case', async () => {
    await save(mine, { name: 'Late ones' })
    expect((await save(mine, { name: 'late ONES' })).code).toBe('view-name-taken')
    expect((await save(colleague, { name: 'Late ones' })).status).toBe(200)
  })

  test('a filter that is none is refused by name', async () => {
    const said = await save(mine, { name: '错', query: { state: 'lost' } })
    expect([said.status, said.body.errors]).toMatchObject([400, [{ path: 'query.state.0' }]])
  })

  test('only one’s own is changed, with the version one has seen, and deleted', async () => {
    const [view] = await list(mine)
    const change = (badge: Badge, version: number, body: object) =>
      door.ask(badge, 'updateView', {
        params: { viewId: String(view?.id) },
        body,
        headers: { 'if-match': `"${version}"` },
      })
    expect((await change(colleague, 1, { name: '我的' })).code).toBe('not-found')
    expect((await change(mine, 7, { name: '急' })).code).toBe('stale-version')
    expect((await change(mine, 1, { name: '只我看' })).code).toBe('view-name-taken')
    expect((await change(mine, 1, { name: '急', columns: null })).body).toMatchObject({
      name: '急',
      columns: null,
      query: { light: ['red'] },
      version: 2,
    })
    const drop = (version: number) =>
      door.ask(mine, 'deleteView', { params: { viewId: String(view?.id) }, headers: { 'if-match': `"${version}"` } })
    expect((await drop(1)).code).toBe('stale-version')
    expect((await drop(2)).status).toBe(200)
    expect((await list(mine)).map((one) => one.name)).not.toContain('急')
  })

  test('what a vocabulary has lost is left out of a view, the rest serves', async () => {
    await save(mine, { name: '旧词', query: { light: 'red', state: 'rework' } })
    await door.house.db.run(
      sql`update saved_view set query = '{"light":["red"],"state":["gone"]}'::json where name = '旧词'`,
    )
    const old = (await list(mine)).find((view) => view.name === '旧词')
    expect(old?.query).toEqual({ light: ['red'] })
  })

  test('thirty are enough', async () => {
    const one = await door.staff({ roles: ['analyst'] })
    for (let n = 0; n < 30; n++) await save(one, { name: `视图 ${n}` })
    expect((await save(one, { name: '再来一个' })).code).toBe('too-many-views')
  })
})
