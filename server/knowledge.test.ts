import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { StoryEntry } from '#contract/story.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain } from './orders.fixture.ts'
import { seedKnowledge } from './seed-knowledge.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

const text = {
  category: 'E0201',
  title: '井盖坏了多久修好',
  content: '四小时内补盖，二十四小时内更换。',
  material: 'daily',
  keywords: ['井盖', '补盖'],
  ownerUnit: 'municipal-works',
  validFrom: '2026-01-01',
}

describe('the knowledge base', () => {
  let door: Door
  let keeper: Badge
  let people: Chain
  const ask = (name: Parameters<Door['ask']>[1], itemId: string, version?: number, body?: unknown, badge = keeper) =>
    door.ask(badge, name, {
      params: { itemId },
      ...(body === undefined ? {} : { body }),
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    })
  const create = async (more: object = {}) => {
    const said = await door.ask(keeper, 'createKnowledge', { body: { ...text, ...more } })
    expect(said.status, said.text).toBe(200)
    return said.body.id as string
  }

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    keeper = await door.staff({ roles: ['knowledge-keeper'] })
  })
  afterAll(() => door.close())

  test('begins with the city’s own items, once', async () => {
    expect(await seedKnowledge(door.house)).toBeGreaterThanOrEqual(60)
    expect(await seedKnowledge(door.house)).toBe(0)
    const { body } = await door.ask(people.lead, 'listKnowledge', { query: { category: 'E08' } })
    expect(body).toMatchObject({ count: 2, items: [{ state: 'in-force' }, { state: 'in-force' }] })
  })

  test('a draft is its keepers’ own until it is put in force; withdrawn it is gone again', async () => {
    const id = await create()
    expect((await ask('getKnowledge', id, undefined, undefined, people.desk)).status).toBe(404)
    expect((await ask('putKnowledgeInForce', id, 1)).body).toMatchObject({ state: 'in-force', version: 2 })
    expect((await ask('putKnowledgeInForce', id, 2)).code).toBe('item-in-force')
    expect((await ask('getKnowledge', id, undefined, undefined, people.desk)).body).toMatchObject({
      content: text.content,
      mayEdit: false,
    })
    expect((await ask('withdrawKnowledge', id, 2)).body).toMatchObject({ state: 'withdrawn', version: 3 })
    expect((await ask('getKnowledge', id, undefined, undefined, people.desk)).status).toBe(404)
    expect((await ask('changeKnowledge', id, 3, text)).code).toBe('item-withdrawn')
  })

  test('every version stays readable, and whoever was slower is told', async () => {
    const id = await create({ title: '第二个标题' })
    await ask('putKnowledgeInForce', id, 1)
    const changed = { ...text, title: '第二个标题', content: '两小时内到场。' }
    expect((await ask('changeKnowledge', id, 2, changed)).body).toMatchObject({ version: 3, content: '两小时内到场。' })
    expect((await ask('changeKnowledge', id, 2, changed)).code).toBe('stale-version')
    expect((await ask('changeKnowledge', id, undefined, changed)).code).toBe('version-needed')
    const old = (version: number, badge: Badge) =>
      door.ask(badge, 'knowledgeVersion', { params: { itemId: id, version } })
    expect((await old(2, people.desk)).body).toMatchObject({ content: text.content, version: 2 })
    expect((await old(1, people.desk)).status).toBe(404)
    expect((await old(1, keeper)).status).toBe(200)
  })

  test.each([
    ['a title that is taken', { title: '低保怎么办' }, 'knowledge-title-taken', true],
    ['a keyword that is the title', { title: '补盖' }, 'keyword-is-title', false],
    ['an end before the beginning', { title: 'a1', validTo: '2025-12-31' }, 'validity-reversed', false],
    ['a domain for a category', { title: 'a2', category: 'E' }, 'unknown-category', false],
    ['a unit the city has not', { title: 'a3', ownerUnit: 'nobody' }, 'unknown-unit', false],
  ])('%s is refused', async (_, more, code, twice) => {
    if (twice) await create(more)
    expect((await door.ask(keeper, 'createKnowledge', { body: { ...text, ...more } })).code).toBe(code)
  })

  test('after its last day it is expired: not found, not cited, not put in force', async () => {
    const id = await create({ title: '旧规定', validFrom: '2025-01-01', validTo: '2025-12-31' })
    expect((await ask('putKnowledgeInForce', id, 1)).code).toBe('item-expired')
  })

  test('an answer cites what is in force and is counted; anything else is refused', async () => {
    const id = await create({ title: '可以引用的一条' })
    const answer = (knowledge: string) =>
      door.ask(people.desk, 'acceptOrder', {
        body: {
          channel: 'phone',
          request: {
            requestType: 'consult',
            title: '咨询井盖',
            content: '井盖多久能修',
            category: 'E0201',
            region: '990101001',
          },
          appellant: {},
          outcome: { kind: 'answer', answer: text.content, knowledge },
        },
      })
    expect((await answer(id)).code).toBe('knowledge-not-in-force')
    expect((await answer('k-nobody')).code).toBe('knowledge-not-in-force')
    await ask('putKnowledgeInForce', id, 1)
    const said = await answer(id)
    expect(said.status, said.text).toBe(200)
    expect((await ask('getKnowledge', id)).body.hits).toBe(1)
    const story = await door.ask(people.desk, 'orderTimeline', { params: { orderId: String(said.body.id) } })
    const entries = story.body.entries as StoryEntry[]
    expect(entries.map(({ kind, cites }) => [kind, cites])).toContainEqual(['answered', id])
  })

  test('who does not keep it may not write it', async () => {
    expect((await door.ask(people.desk, 'createKnowledge', { body: text })).code).toBe('not-allowed')
  })
})
