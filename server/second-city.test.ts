import { expect, inject, test } from 'vitest'
import { api } from '#contract/api.ts'
import type { UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'
import { changeFeed } from './changes.ts'
import { handlersWith } from './handlers.ts'
import { httpServer } from './http.ts'
import { seedDemoStaff } from './seed-staff.ts'

const PASSWORD = 'a-second-city-2026'

/** Another city, other codes, other hours, days that end at closing: the same program, not one line of it changed. */
test('a city is data: a second one runs the whole chain over HTTP', async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  const house = await testHouse(base.url, {
    city: 'tiny',
    mode: 'demo',
    changeCity: (city) => ({ ...city, policy: { ...city.policy, reviewShare: 0 } }),
  })
  const feed = changeFeed(house)
  const app = httpServer(house, handlersWith(feed))
  try {
    await seedDemoStaff(house, PASSWORD)
    const as = async (login: string) => {
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
      const headers = { cookie, 'x-csrf-token': String(answer.json().csrf) }
      return async (url: string, payload?: object) => {
        const request = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload }
        const response = await app.inject({ ...request, url: `/api${url}`, headers })
        return response.json()
      }
    }
    const seat = await as('seat')
    const opened = await seat('/orders', {
      channel: 'phone',
      request: { requestType: 'help', content: '马路坑洼', category: 'R0101', region: '980101001' },
      appellant: { callerPhone: '13900000000' },
    })
    expect(opened).toMatchObject({ state: 'pending-dispatch', regionName: expect.stringContaining('东岸区') })
    expect(opened.no.startsWith(house.city.policy.orderPrefix)).toBe(true)
    const proposal = await seat(`/orders/${opened.id}/proposal`)
    expect(proposal).toMatchObject({ lead: 'roads', rule: 'r-R01' })
    await seat(`/orders/${opened.id}/dispatch`, { lead: proposal.lead as UnitId })
    const unit = await as('roads')
    await unit(`/orders/${opened.id}/assignments/1/sign`, {})
    const contact = { method: 'phone', result: 'connected', summary: '已联系' }
    await unit(`/orders/${opened.id}/assignments/1/contact`, contact)
    const report = { handling: '已补', publicReply: '路面已修补', factTrue: 'yes', solved: 'solved', signer: '石大路' }
    expect(await unit(`/orders/${opened.id}/assignments/1/report`, report)).toMatchObject({
      state: 'pending-reply-review',
    })
    const { clocks } = await unit(`/orders/${opened.id}/clocks`)
    const answer = clocks.find((clock: { id: string }) => clock.id === 'citizen-C5')
    // Monday 10:00 and days that end at closing: 18:00 in Beijing, not midnight.
    expect(answer.due.slice(11, 16)).toBe('10:00')
    expect(Object.keys(api).length).toBeGreaterThan(40)
  } finally {
    feed.stop()
    await app.close()
    await house.close()
    await base.drop()
  }
})
