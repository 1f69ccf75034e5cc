import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Reply } from '#contract/endpoint.ts'
import type { orderContext } from '#contract/order-page.ts'
import type { orderClocks, orderTimeline, orderViews } from '#contract/orders.ts'
import { textOf } from '#contract/story-line.ts'
import { type Badge, type Door, NOBODY, openDoor, urlOf } from './door.fixture.ts'
import { type Chain, CO, chain, hoursLater, LEAD, SECRETS, sweepAll } from './orders.fixture.ts'
import { unzip } from './task-sheet/zip.fixture.ts'

type Story = Reply<typeof orderTimeline>['entries']

describe.each(inject('engines'))('on $name, the page of an order', (engine) => {
  let door: Door
  let people: Chain
  let id: string
  let no: string
  let scene: string | undefined
  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    const { accept, on, desk, dispatch, lead } = people
    scene = [...door.house.city.categories.values()].find(
      (c) => c.level === 3 && c.kind === 'general' && !c.hazard,
    )?.code
    const accepted = await accept({
      category: scene,
      kind: 'general',
      content: '门口路面坑洼，电话 13800001234',
      demand: '尽快修好',
    })
    id = accepted.id
    no = accepted.no
    await dispatch(id, [CO])
    await on(lead, 'signAssignment', id, undefined, 1)
    hoursLater(door, 2)
    await on(
      lead,
      'recordContact',
      id,
      { method: 'phone', result: 'connected', summary: '市民说电话 13911112222 也可以打' },
      1,
    )
    await on(desk, 'urgeOrder', id, { text: '今晚能来吗' })
  })
  afterAll(() => door.close())

  const storyFor = async (badge: Badge): Promise<Story> =>
    (await door.ask(badge, 'orderTimeline', { params: { orderId: id } })).body.entries as Story
  const contextFor = async (badge: Badge, orderId = id) =>
    (await door.ask(badge, 'orderContext', { params: { orderId } })).body as Reply<typeof orderContext>

  describe('its story', () => {
    test('says who did what, quotes what people said, and whether the promise was kept', async () => {
      const story = await storyFor(people.desk)
      const told = (kind: string) => story.find((entry) => entry.kind === kind)
      expect(textOf(told('opened')?.line.zh ?? [])).toMatch(/^市民来电，.+ 受理。承诺.+前联系，.+前答复。$/)
      expect(told('dispatched')?.line.zh.filter((part) => part.strong).length).toBe(3)
      expect(told('dispatched')?.quotes.map((q) => q.zh)).toContain('没有采用规则建议，理由：测试')
      expect(told('contacted')).toMatchObject({ public: true, folded: false })
      expect(told('contacted')?.quotes[0]?.zh).toContain('13911112222')
      expect(told('contacted')?.kept[0]).toMatchObject({ code: 'C3', late: false })
      expect(told('contacted')?.kept[0]?.words.zh).toMatch(/^首次联系按时，比时限早 /)
      expect(told('urged')).toMatchObject({ tone: 'warn', quotes: [{ zh: '今晚能来吗', en: '今晚能来吗' }] })
      expect(told('submitted')).toMatchObject({ folded: true })
    })

    test('masks what people said, and keeps the names of the hotline’s people, for a unit', async () => {
      const text = JSON.stringify(await storyFor(people.lead))
      for (const secret of SECRETS) expect(text).not.toContain(secret)
      expect(text).toContain('139****2222')
      expect(textOf((await storyFor(people.lead)).find((e) => e.kind === 'dispatched')?.line.zh ?? [])).toMatch(
        /^(派单员|受理员|热线工作人员|值班长|派单组长) 派给/,
      )
    })

    test('marks as public exactly the steps the citizen reads on their own page', async () => {
      const order = (await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).body
      const body = { no: order.no, code: order.queryCode }
      const seen = (await door.ask(NOBODY, 'citizenFollow', { body })).body.steps as { at: string }[]
      const open = (await storyFor(people.desk)).filter((entry) => entry.public)
      expect(open.map((entry) => entry.at)).toEqual(seen.map((step) => step.at))
    })
  })

  test('a clock is explained day by day, with profile, calendar and where the reminders stand', async () => {
    const { clocks } = (await door.ask(people.desk, 'orderClocks', { params: { orderId: id } })).body as Reply<
      typeof orderClocks
    >
    const promise = clocks.find((clock) => clock.id === 'citizen-C5')
    if (promise === undefined) throw new Error('no promise')
    expect(promise.days[0]).toMatchObject({ why: 'start-day', counts: false, number: null })
    expect(promise.days.at(-1)).toMatchObject({ last: true, number: promise.limit.amount })
    expect(promise.days.filter((day) => day.counts).length).toBe(promise.limit.amount)
    expect(promise.marks.map((mark) => mark.percent)).toEqual([50, 75, 90])
    expect(promise.marks.map((m) => m.at)).toEqual(promise.marks.map((m) => m.at).toSorted())
    expect(promise.usedShare).toBeGreaterThanOrEqual(0)
    expect([promise.profileName, promise.calendarName, promise.calendarVersion].every((name) => name.length > 0)).toBe(
      true,
    )
    expect(clocks.find((clock) => clock.code === 'C3' && clock.party === 'unit')?.days).toEqual([])
  })

  describe('what lies around it', () => {
    test('acts are offered by role and refused by the table that the server would ask', async () => {
      const acts = Object.fromEntries((await contextFor(people.desk)).may.map(({ act, refusal }) => [act, refusal]))
      expect(acts).toMatchObject({
        urgeOrder: 'urged-just-now',
        supplementOrder: null,
        withdrawOrder: null,
        dispatchOrder: 'wrong-state',
        reopenOrder: 'wrong-state',
      })
      const urged = await door.ask(people.desk, 'urgeOrder', { params: { orderId: id }, body: {} })
      expect(urged.code).toBe('urged-just-now')
      const ofUnit = (await contextFor(people.lead)).may
      expect(ofUnit.map(({ act }) => act)).toContain('reportResult')
      expect(ofUnit.find(({ act }) => act === 'signAssignment')).toMatchObject({ refusal: 'wrong-state' })
      expect(ofUnit.map(({ act }) => act)).not.toContain('withdrawOrder')
    })

    test('the same caller’s orders are for desks that may look by number, and that look is logged', async () => {
      const other = await people.accept({ title: '另一件' })
      expect((await contextFor(people.desk)).sameCaller?.map((order) => order.id)).toContain(other.id)
      expect((await contextFor(people.lead)).sameCaller).toBeNull()
      const supervisor = await door.staff({ roles: ['supervisor'] })
      const { views } = (await door.ask(supervisor, 'orderViews', { params: { orderId: other.id } })).body as Reply<
        typeof orderViews
      >
      expect(views).toContainEqual(expect.objectContaining({ what: 'search', fields: ['same-caller'] }))
    })

    test('similar orders are counted without itself, merged ones have number and title', async () => {
      const second = await people.accept({ title: '同一个坑', category: scene })
      await people.on(people.desk, 'mergeOrder', second.id, { master: id, reason: '同一路段' })
      const around = await contextFor(people.desk)
      expect(around.similar?.count).toBeGreaterThanOrEqual(1)
      expect(around.merged).toEqual([expect.objectContaining({ no: second.no, title: '同一个坑', state: 'merged' })])
      expect((await contextFor(people.desk, second.id)).master).toMatchObject({ no })
      const said = await door.ask(people.desk, 'orderClocks', { params: { orderId: second.id } })
      const promise = (said.body as Reply<typeof orderClocks>).clocks.find((clock) => clock.id === 'citizen-C5')
      expect(promise).toMatchObject({ dropped: true, late: false })
    })

    test('the light says which rule spoke, and what would come next', async () => {
      const late = await people.accept({ title: '没人签收' })
      await people.dispatch(late.id)
      hoursLater(door, 20)
      await sweepAll(door)
      people = await chain(door)
      const around = await contextFor(people.desk, late.id)
      expect(around.lights[0]).toMatchObject({ light: 'yellow', standing: expect.any(Boolean) })
      expect(around.lights.map((hit) => hit.words.zh)).toContain('未按时签收')
      expect(around.lights.every((hit) => hit.rule !== null)).toBe(true)
      expect(around.next?.words.zh ?? '超过办理时限').toBe('超过办理时限')
    })

    test('a unit that is not on the order finds neither page nor paper', async () => {
      const stranger = await door.staff({ roles: ['liaison'], unit: 'education' })
      for (const name of ['orderContext', 'orderTaskSheet', 'orderTimeline'] as const)
        expect((await door.ask(stranger, name, { params: { orderId: id } })).code).toBe('not-found')
    })
  })

  describe('its paper', () => {
    const sheetFor = async (badge: Badge) => {
      const url = urlOf('orderTaskSheet', { params: { orderId: id } })
      const reply = await door.app.inject({ method: 'GET', url, headers: { ...badge, host: 'hotline.example' } })
      expect(reply.statusCode).toBe(200)
      expect(reply.headers['content-disposition']).toContain('.docx')
      return reply.rawPayload
    }

    test('is a DOCX with number, matter, clocks, units and a code, on A4 with the margins of official papers', async () => {
      const files = unzip(await sheetFor(people.desk))
      const text = files.get('word/document.xml') ?? ''
      for (const said of [no, '尽快修好', '138****1234', '怎么算的', '个工作日', '主办', '签字'])
        expect([said, text.includes(said)]).toEqual([said, true])
      expect(text.slice(-900)).toMatch(/<w:pgSz w:w="1190\d" w:h="1683\d"/)
      expect(text.slice(-900)).toMatch(
        /w:top="209\d".*w:bottom="198\d"|w:top="209\d" w:right="147\d" w:bottom="198\d" w:left="158\d"/,
      )
      expect([...files.keys()].some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true)
      expect(files.get('word/fontTable.xml')).toContain('Noto Serif CJK SC')
      const foot = [...files].find(([name]) => /^word\/footer\d*\.xml$/.test(name))?.[1] ?? ''
      expect(foot).toContain('导出')
    })

    test('is masked for a unit and logged as an export', async () => {
      const text = unzip(await sheetFor(people.lead)).get('word/document.xml') ?? ''
      for (const secret of SECRETS) expect([secret, text.includes(secret)]).toEqual([secret, false])
      expect(text.includes('138****1234')).toBe(true)
      const supervisor = await door.staff({ roles: ['supervisor'] })
      const said = await door.ask(supervisor, 'orderViews', { params: { orderId: id } })
      const exports = (said.body as Reply<typeof orderViews>).views.filter((view) => view.what === 'export')
      expect(exports.map((view) => view.unit)).toContain(LEAD)
    })

    const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path))
    test.skipIf(office === undefined)(
      'opens in LibreOffice (skipped where soffice is not installed)',
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'jiesu-sheet-'))
        try {
          const file = join(folder, 'sheet.docx')
          await writeFile(file, await sheetFor(people.desk))
          execFileSync(
            office ?? 'soffice',
            [
              `-env:UserInstallation=file://${folder}/profile`,
              '--headless',
              '--convert-to',
              'pdf',
              '--outdir',
              folder,
              file,
            ],
            { stdio: 'ignore', timeout: 110_000 },
          )
          expect((await readFile(join(folder, 'sheet.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      120_000,
    )
  })
})
