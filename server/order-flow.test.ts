import { afterAll, describe, expect, inject, test } from 'vitest'
import { acceptOrder } from '#contract/accept.ts'
import type { Handlers } from '#contract/api.ts'
import { foldFigures, readFigures } from '#db/figures.ts'
import { sealChanges } from '#db/seals.ts'
import { sql } from '#db/sql.ts'
import { verifyLog } from '#db/verify.ts'
import type { OrderId } from '#domain/ids.ts'
import { satisfied } from '#domain/order/order.fixture.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'
import { shellAs } from '#tools/test-shell.ts'
import { acceptHandlers } from './accept.ts'
import { chainHandlers } from './chain.ts'
import { orderHandlers } from './orders.ts'
import type { Shell } from './shell.ts'
import { runSweep, sweeps } from './sweeps.ts'

const handlers = { ...acceptHandlers, ...chainHandlers, ...orderHandlers } satisfies Partial<Handlers<Shell>>

const hours = (house: { now(): string; setNow(at: never): void }, n: number) =>
  house.setNow(new Date(Date.parse(house.now()) + n * 3_600_000).toISOString() as never)

describe.each(inject('engines'))('on $name', (engine) => {
  const closing: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })

  test('one request goes through the whole chain; log, clocks, figures and lists agree', async () => {
    const base = await freshDatabase(engine)
    const house = await testHouse(base.url)
    closing.push(base.drop, house.close)
    const town = [...house.city.regions.values()].find((r) => r.level === 'town')
    const accepted = await handlers.acceptOrder(shellAs(house, 'agent'), {
      body: acceptOrder.body.parse({
        channel: 'phone',
        request: {
          requestType: 'complaint',
          content: '小区门口的窨井盖缺失,晚上很危险,联系电话 13800001234',
          category: 'E0201',
          region: town?.code,
        },
        appellant: {
          name: '王小明',
          gender: 'male',
          callerPhone: '13800001234',
          contactPhone: null,
          email: null,
          idNumber: null,
          enterpriseName: null,
          creditCode: null,
        },
        outcome: { kind: 'submit', review: 'auto' },
      }),
    })
    if (!accepted.ok) throw new Error(accepted.refusal)
    const id = accepted.reply.id as OrderId
    expect(accepted.reply).toMatchObject({
      state: 'pending-dispatch',
      appellant: { address: '王先生', contactPhone: '138****1234' },
    })
    const params = { orderId: id }
    const proposal = await handlers.proposeDispatch(shellAs(house, 'dispatcher'), { params })
    if (!proposal.ok || proposal.reply.lead === null) throw new Error('no proposal')
    const lead = proposal.reply.lead
    const sent = await handlers.dispatchOrder(shellAs(house, 'dispatcher'), {
      params,
      body: { lead, co: [], overrideReason: null, note: null },
    })
    expect(sent.ok && sent.reply.state).toBe('in-handling')
    const unit = shellAs(house, 'liaison', lead)
    expect(await handlers.getOrder(shellAs(house, 'liaison', 'education'), { params })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    const seenByUnit = await handlers.getOrder(unit, { params })
    expect(seenByUnit.ok && seenByUnit.reply.request.content).toContain('138****1234')
    expect((await handlers.signAssignment(unit, { params: { ...params, n: 1 } })).ok).toBe(true)
    hours(house, 1)
    const contact = { method: 'phone', result: 'connected', summary: '已联系', evidence: [] } as const
    expect(
      (
        await handlers.recordContact(shellAs(house, 'liaison', lead), {
          params: { ...params, n: 1 },
          body: { ...contact, evidence: [] },
        })
      ).ok,
    ).toBe(true)
    const report = {
      handling: '已补装井盖',
      publicReply: '井盖已补装',
      factTrue: 'yes',
      solved: 'solved',
      solvedReason: null,
      overDuty: false,
      policyBasis: null,
      evidence: [],
      signer: '李局',
      headInvolved: null,
    } as const
    expect(
      (
        await handlers.reportResult(shellAs(house, 'liaison', lead), {
          params: { ...params, n: 1 },
          body: { ...report, evidence: [] },
        })
      ).ok,
    ).toBe(true)
    expect((await handlers.reviewReply(shellAs(house, 'reviewer'), { params, body: { verdict: 'approve' } })).ok).toBe(
      true,
    )
    const closed = await handlers.recordCallback(shellAs(house, 'callback-agent'), {
      params,
      body: { result: 'answered', channel: 'phone', answers: satisfied, outcome: 'close', note: null },
    })
    expect(closed.ok && closed.reply.state).toBe('closed')

    const count = async (measure: string) =>
      (
        await readFigures(house.db, { measures: [measure], dim: 'all', key: null, from: null, to: null, daily: false })
      )[0]?.n ?? 0
    const figures = async () => ({
      accepted: await count('accepted'),
      closed: await count('closed'),
      inTime: await count('closed-in-time'),
      open: await count('open'),
      right: await count('resolution-right'),
    })
    const before = await figures()
    expect(before).toEqual({ accepted: 1, closed: 1, inTime: 1, open: 0, right: 1 })
    expect(await foldFigures(house.db)).toBeGreaterThan(5)
    expect(await figures()).toEqual(before)

    const found = await handlers.listOrders(shellAs(house, 'supervisor'), {
      query: { text: '井盖', limit: 10, sort: 'newest' },
    })
    expect(found.ok && found.reply.orders.map((o) => o.id)).toEqual([id])
    const byPhone = await handlers.findByPhone(shellAs(house, 'agent'), { body: { phone: '138 0000 1234', limit: 10 } })
    expect(byPhone.ok && byPhone.reply.orders.length).toBe(1)
    const clocks = await handlers.orderClocks(shellAs(house, 'supervisor'), { params })
    expect(clocks.ok && clocks.reply.clocks.every((c) => c.words.zh.length > 10)).toBe(true)
    const views = await handlers.orderViews(shellAs(house, 'supervisor'), { params, query: {} })
    expect(views.ok && views.reply.views.length).toBeGreaterThan(0)

    expect(await sealChanges(house.db, house.now(), house.vault.sign)).toBe(1)
    const verified = await verifyLog(house.db, house.vault.verify)
    expect(verified).toMatchObject({ orders: 1, seals: 1, unsealed: 0, broken: null })
    await expect(house.db.run(sql`update order_event set kind = 'x'`)).rejects.toThrow('append-only')
    await expect(house.db.run(sql`delete from order_event`)).rejects.toThrow('append-only')
  })

  test('what time brings is done once: auto-signing, lights, archive', async () => {
    const base = await freshDatabase(engine)
    const house = await testHouse(base.url)
    closing.push(base.drop, house.close)
    const town = [...house.city.regions.values()].find((r) => r.level === 'town')
    const accepted = await handlers.acceptOrder(shellAs(house, 'agent'), {
      body: acceptOrder.body.parse({
        channel: 'phone',
        request: {
          requestType: 'help',
          content: '路灯不亮',
          category: 'E0301',
          region: town?.code,
          anonymous: true,
        },
        appellant: {},
        outcome: { kind: 'submit', review: 'auto' },
      }),
    })
    if (!accepted.ok) throw new Error(accepted.refusal)
    const params = { orderId: accepted.reply.id as OrderId }
    const proposal = await handlers.proposeDispatch(shellAs(house, 'dispatcher'), { params })
    if (!proposal.ok || proposal.reply.lead === null) throw new Error('no proposal')
    await handlers.dispatchOrder(shellAs(house, 'dispatcher'), {
      params,
      body: { lead: proposal.reply.lead, co: [], overrideReason: null, note: null },
    })
    hours(house, 24 * 9)
    const due = sweeps.find((s) => s.name === 'due')
    if (due === undefined) throw new Error('no due sweep')
    expect(await runSweep(house, due)).toBe(1)
    expect(await runSweep(house, due)).toBe(0)
    const order = await handlers.getOrder(shellAs(house, 'supervisor'), { params })
    expect(order.ok && order.reply).toMatchObject({
      light: 'red',
      assignments: [{ autoSigned: true, contactExempt: true }],
    })
  })
})
