import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, inject, test } from 'vitest'
import { outboxBacklog } from '#db/sweeps.ts'
import { instantOf } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'
import { acceptOne } from '#tools/test-shell.ts'
import { sweepOutbox } from './outbox.ts'

test('a notice waits for its gateway, is tried again later, and arrives with the same id', async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const got: { id: string; phone: string; text: string }[] = []
  let away = true
  const gateway = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push(JSON.parse(Buffer.concat(parts).toString()))
      response.writeHead(away ? 503 : 204).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const smsUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`
  const base = await freshDatabase(engine)
  const house = await testHouse(base.url, {
    smsUrl,
    changeCity: (city) => ({ ...city, policy: { ...city.policy, notices: true } }),
  })
  try {
    const { order } = await acceptOne(house)
    await sweepOutbox(house, house.now())
    expect((await outboxBacklog(house.db)).n).toBe(1)
    expect(await sweepOutbox(house, house.now())).toBe(0)
    away = false
    const later = instantOf(Date.parse(house.now()) + 61_000)
    expect(await sweepOutbox(house, later)).toBe(1)
    expect((await outboxBacklog(house.db)).n).toBe(0)
    expect(got).toHaveLength(2)
    expect(got[0]?.id).toBe(got[1]?.id)
    expect(got[1]).toMatchObject({ phone: '13800001234', text: expect.stringContaining(order.no) })
  } finally {
    gateway.close()
    await house.close()
    await base.drop()
  }
})
