import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import type { ModelView } from '#contract/models.ts'
import { addCategoryModel, adoptCategoryModel, categoryModelFile } from '#db/category-models.ts'
import { sql } from '#db/sql.ts'
import type { Instant } from '#domain/ids.ts'
import { trainCategoryModel } from '#language/category/train-category-model.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne } from '#tools/test-shell.ts'
import { type Badge, type Door, openDoor } from '../door.fixture.ts'
import { runSweep, sweeps } from '../sweeps.ts'
import { labelsOf } from './city-labels.ts'
import { coldStart } from './cold-start.ts'
import { suggestCategory } from './suggest-category.ts'

let door: Door
let admin: Badge
let neighbour: TestHouse

beforeEach(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  door = await openDoor(engine, { city: 'tiny' })
  admin = await door.staff({ roles: ['administrator'], unit: 'line' })
  neighbour = await testHouse(door.url, { city: 'tiny' })
})
afterEach(async () => {
  await neighbour.close()
  await door.close()
})

type List = {
  inForce: { number: number; unknown: { code: string }[] } | null
  refused: { number: number; kind: string; reason: string }[]
  training: { state: string; model: number | null; fault: string | null } | null
  learnable: { orders: number; scenes: number }
  models: ModelView[]
}
const list = async (): Promise<List> => (await door.ask(admin, 'listModels')).body as unknown as List

/** Trains to the end; the number of the draft. */
async function train(): Promise<number> {
  const said = await door.ask(admin, 'trainModel')
  if (said.status !== 200) throw new Error(said.text)
  for (;;) {
    const { training } = await list()
    if (training?.state === 'done' && training.model !== null) return training.model
    if (training?.state !== 'running') throw new Error(JSON.stringify(training))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const adopt = (number: number, instead: number | null, note = '') =>
  door.ask(admin, 'adoptModel', { params: { number }, body: { note, instead } })
const upload = (file: Buffer) =>
  door.ask(admin, 'uploadModel', { body: file, headers: { 'content-type': 'application/octet-stream' } })
const sweepModel = (house: TestHouse) =>
  runSweep(house, sweeps.find(({ name }) => name === 'model') ?? sweeps[0] ?? never())
const never = (): never => {
  throw new Error('no sweep')
}
const version = (house: TestHouse) => suggestCategory(house, '', '桥要塌了').version

/** Some closed orders of two scenes, each with a phone number in its text. */
async function closeOrders(n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    const category = i % 2 === 0 ? 'R0101' : 'W0101'
    const content = i % 2 === 0 ? `第${i}段老街坑坑洼洼 13800001234` : `第${i}栋楼上半夜蹦迪`
    await acceptOne(door.house, { category, content })
  }
  await door.house.db.run(sql`update work_order set state = 'closed', ended_at = ${door.house.now()}`)
}

describe('a new city', () => {
  test('begins with a model of its own words, adopted by the system and kept once for all processes', async () => {
    const { inForce, models, learnable } = await list()
    expect(inForce).toMatchObject({ number: 1, unknown: [] })
    expect(models).toHaveLength(1)
    expect(models[0]).toMatchObject({ origin: 'cold-start', state: 'in-force', sameLabels: true, adoptedBy: 'system' })
    expect(models[0]?.card).toMatchObject({ scenes: 4, figures: null, learned: { orders: 0 } })
    expect(learnable).toMatchObject({ orders: 0, scenes: 4 })
    expect(neighbour.models.inForce?.number).toBe(1)
  })

  test('suggests by it, and says with which model', async () => {
    const agent = await door.staff({ roles: ['agent'], unit: 'line' })
    const { body } = await door.ask(agent, 'classifyText', { body: { content: '村口那座桥要塌了，没人敢走' } })
    expect(body).toMatchObject({ version: 'model-1' })
    expect((body.suggestions as unknown[]).length).toBeGreaterThan(0)
  })

  test.each([
    '。',
    '😀😀😀',
    'no heating since monday',
    'luan ting che',
    '<b>&nbsp;</b>',
    'æ\u0085\u00b5ç',
    '吵'.repeat(2000),
  ])('has an answer to %j', async (content) => {
    const agent = await door.staff({ roles: ['agent'], unit: 'line' })
    const said = await door.ask(agent, 'classifyText', { body: { content } })
    expect(said.status).toBe(200)
    expect((said.body.suggestions as { confidence: number }[]).every(({ confidence }) => confidence <= 1)).toBe(true)
  })
})

describe('training', () => {
  test('learns from closed orders, is a draft, and takes effect when a person adopts it; going back is adopting again', async () => {
    await closeOrders(8)
    const number = await train()
    const draft = (await list()).models.find((model) => model.number === number)
    expect(draft).toMatchObject({ state: 'draft', origin: 'trained', adoptedBy: null })
    expect(draft?.card.learned).toMatchObject({ orders: 8, until: door.house.now() })
    expect(version(door.house)).toBe('model-1')

    expect((await adopt(number, 1, '第一季度')).body).toMatchObject({ state: 'in-force', note: '第一季度' })
    expect(version(door.house)).toBe(`model-${number}`)
    expect(version(neighbour)).toBe('model-1')
    expect(await sweepModel(neighbour)).toBe(1)
    expect(version(neighbour)).toBe(`model-${number}`)

    expect((await adopt(1, number)).status).toBe(200)
    expect(version(door.house)).toBe('model-1')
    expect((await list()).models.map(({ state }) => state)).toEqual(['retired', 'in-force'])
  })

  test('holds back the latest orders and says how right it was on them', async () => {
    await closeOrders(120)
    const number = await train()
    const { card } = (await door.ask(admin, 'getModel', { params: { number } })).body as unknown as ModelView
    expect(card.figures).toMatchObject({ of: 24 })
    expect(card.figures?.right).toBeGreaterThan(20)
    expect(card.figures?.bands.reduce((sum, band) => sum + band.of, 0)).toBe(24)
    expect(card.compared).toMatchObject({ number: 1, of: 24, knew: 0 })
    const wrong = card.figures?.worst.flatMap(({ confusedWith }) => confusedWith.flatMap(({ orders }) => orders)) ?? []
    for (const { no } of wrong) expect(no).toMatch(/^HL/)
  })

  test('puts no text into the file, and two trainings give the same bytes', async () => {
    await closeOrders(4)
    const [first, second] = [await train(), await train()]
    const files = await Promise.all([first, second].map((number) => categoryModelFile(door.house.db, number)))
    expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true)
    for (const word of ['老街', '13800001234', '蹦迪']) expect(files[0]?.includes(word)).toBe(false)
  })

  test('goes on once at a time, whatever the process; one that was cut off keeps nobody waiting', async () => {
    const [one, other] = await Promise.all([door.house.trainer.begin('a'), neighbour.trainer.begin('b')])
    expect([one.ok, other.ok].sort()).toEqual([false, true])
    await Promise.all([one, other].map((begun) => (begun.ok ? begun.ended : null)))
    await door.house.db.run(sql`
      insert into category_training (begun_by, begun_at, step, done, of, beat_at)
      values ('gone', ${door.house.now()}, 'learning', 0, 0, ${'2026-03-02T01:00:00Z' as Instant})`)
    expect((await list()).training?.state).toBe('cut-off')
    expect((await train()) > 1).toBe(true)
  })

  test('that is stopped with its house ends and leaves no model', async () => {
    const begun = await neighbour.trainer.begin('s-admin')
    if (!begun.ok) throw new Error(begun.refusal)
    await neighbour.trainer.stop()
    expect(await begun.ended).toHaveProperty('fault')
    expect((await list()).training?.state).toBe('failed')
    expect((await list()).models).toHaveLength(1)
  })
})

describe('a model is refused, and the one in force stays', () => {
  test.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length / 2), 'model-cut-short'],
    [
      'altered',
      (file: Buffer) => Buffer.from(file.map((byte, i) => (i === file.length - 200 ? byte ^ 1 : byte))),
      'model-unreadable',
    ],
    ['something else', () => Buffer.from('PK\u0003\u0004 no model'), 'model-unreadable'],
    ['empty', () => Buffer.alloc(0), 'file-empty'],
  ])('an upload that is %s', async (_, spoil, code) => {
    const file = (await categoryModelFile(door.house.db, 1)) ?? Buffer.alloc(0)
    expect((await upload(spoil(file))).code).toBe(code)
    expect((await list()).models).toHaveLength(1)
    expect(version(door.house)).toBe('model-1')
  })

  test('one of another city; its own comes back as a draft', async () => {
    const labels = labelsOf(door.house.city).map((label) => ({ ...label, code: `Z${label.code}` }))
    const foreign = trainCategoryModel({ labels: labels.map((l) => ({ ...l, parent: null })), phrases: [], orders: [] })
    expect((await upload(Buffer.from(foreign))).code).toBe('model-of-other-labels')
    const own = await door.ask(admin, 'downloadModel', { params: { number: 1 } })
    expect(own.headers['content-disposition']).toContain('category-model-1')
    const file = (await categoryModelFile(door.house.db, 1)) ?? Buffer.alloc(0)
    expect((await upload(file)).body).toMatchObject({ origin: 'uploaded', state: 'draft', sameLabels: true })
  })

  test('one whose file in the database is not whole: every process keeps the one before and health says why', async () => {
    const { db } = door.house
    const file = ((await categoryModelFile(db, 1)) ?? Buffer.alloc(0)).subarray(0, 1000)
    const { card } = await coldStart(door.house.city)
    const number = await addCategoryModel(
      db,
      { origin: 'trained', by: 'x', labelSet: card.labelSet, card, file },
      door.house.now(),
    )
    expect((await adopt(number, 1)).code).toBe('model-cut-short')
    await adoptCategoryModel(db, number, 'x', '', door.house.now())
    for (const house of [door.house, neighbour]) {
      expect(await sweepModel(house)).toBe(1)
      expect(version(house)).toBe('model-1')
      expect(await sweepModel(house)).toBe(0)
    }
    const said = await list()
    expect(said.refused).toMatchObject([{ number, kind: 'cut-short' }])
    expect(said.inForce?.number).toBe(1)
    expect(said.models.map(({ state }) => state)).toEqual(['refused', 'in-force'])
    expect((await door.ask({}, 'health')).body).toMatchObject({
      status: 'degraded',
      model: { number: 1, alarm: expect.stringContaining(`model ${number} was refused`) },
    })
    expect((await adopt(1, 1)).status).toBe(200)
    expect((await list()).refused).toEqual([])
  })

  test('an adoption decided on what is no longer in force, a second one of the same, and throwing away what was in force', async () => {
    const number = await train()
    expect((await adopt(number, 7)).code).toBe('another-model-adopted')
    expect((await adopt(1, 1)).code).toBe('already-in-force')
    expect((await adopt(99, 1)).code).toBe('not-found')
    expect((await door.ask(admin, 'discardModel', { params: { number: 1 } })).code).toBe('model-was-adopted')
    expect((await door.ask(admin, 'discardModel', { params: { number } })).status).toBe(200)
    expect((await list()).models).toHaveLength(1)
  })

  test('where no adopted one can be read any more, a house opens with the city’s own words', async () => {
    const { db } = door.house
    const { card } = await coldStart(door.house.city)
    const file = Buffer.from('of a release before')
    await db.run(sql`alter table category_model_adoption disable trigger category_model_adoption_append_only`)
    await db.run(sql`delete from category_model_adoption`)
    const at = door.house.now()
    const number = await addCategoryModel(db, { origin: 'trained', by: 'x', labelSet: card.labelSet, card, file }, at)
    await adoptCategoryModel(db, number, 'x', '', at)
    const reopened = await testHouse(door.url, { city: 'tiny' })
    expect(reopened.models).toMatchObject({ inForce: { number: number + 1 }, refused: [] })
    await reopened.close()
  })

  test('nobody alters a model or an adoption, not even in the database', async () => {
    const { db } = door.house
    await expect(db.run(sql`update category_model set card = '{}'`)).rejects.toThrow('append-only')
    await expect(db.run(sql`delete from category_model`)).rejects.toThrow('foreign key')
    await expect(db.run(sql`delete from category_model_adoption`)).rejects.toThrow('append-only')
    await expect(db.run(sql`update category_model_adoption set note = 'x'`)).rejects.toThrow('append-only')
  })
})

describe('the city changes', () => {
  const change = async (alter: (rows: Record<string, string>[]) => Record<string, string>[]) => {
    const params = { part: 'categories', id: 0 }
    const { body } = await door.ask(admin, 'getCityVersion', { params })
    const rows = alter((body as unknown as { content: Record<string, string>[] }).content)
    const draft = await door.ask(admin, 'saveCityDraft', { params, body: { base: 0, rows, note: '' } })
    const { id } = draft.body as { id: number }
    const said = await door.ask(admin, 'adoptCityVersion', {
      params: { part: 'categories', id },
      body: { note: '调整' },
    })
    if (said.status !== 200) throw new Error(said.text)
  }

  test('a rename changes nothing, a split is named as unknown and reached by its words, a closed scene is not suggested', async () => {
    const text = '桥要塌了，没人敢走'
    const before = suggestCategory(door.house, '', text).suggestions[0]?.category ?? ''
    await change((rows) => {
      const split = rows.find((row) => row.code === before) ?? {}
      const added = { ...split, code: `${before.slice(0, 3)}98`, name: '天桥不通', keywords: '天桥' }
      return [...rows.map((row) => (row.code === before ? { ...row, name: '改了名字' } : row)), added]
    })
    expect(suggestCategory(door.house, '', text).suggestions[0]?.category).toBe(before)
    const { inForce, models } = await list()
    expect(inForce?.unknown).toMatchObject([{ code: `${before.slice(0, 3)}98`, name: '天桥不通' }])
    expect(models[0]).toMatchObject({ state: 'in-force', sameLabels: false })
    const found = suggestCategory(door.house, '', '广场的天桥封了').suggestions.map(({ category }) => category)
    expect(found).toContain(`${before.slice(0, 3)}98`)

    const number = await train()
    expect((await adopt(number, 1)).status).toBe(200)
    const after = await list()
    expect(after.inForce?.unknown).toEqual([])
    expect(after.models.find((model) => model.number === number)?.sameLabels).toBe(true)
  })

  test('a removed scene leaves the model in force, and is not suggested', async () => {
    const text = '桥要塌了，没人敢走'
    const gone = suggestCategory(door.house, '', text).suggestions[0]?.category ?? ''
    await change((rows) => rows.filter((row) => row.code !== gone))
    const { inForce, refused } = await list()
    expect([inForce?.number, refused]).toEqual([1, []])
    expect(suggestCategory(door.house, '', text).suggestions.map(({ category }) => category)).not.toContain(gone)
  })
})
