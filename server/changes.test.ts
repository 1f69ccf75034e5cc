import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'
import { changeFeed } from './changes.ts'
import { handlersWith } from './handlers.ts'
import { httpServer } from './http.ts'
import { seedDemoStaff } from './seed-staff.ts'

const PASSWORD = 'listening-closely-2026'

/** What a listener hears, line by line, over a real socket. */
function listen(port: number, cookie: string) {
  const heard: string[] = []
  const request = get({ port, host: '127.0.0.1', path: '/api/changes', headers: { cookie } }, (response) => {
    response.setEncoding('utf8')
    response.on('data', (text: string) => heard.push(...text.split('\n').filter((line) => line.startsWith('data: '))))
  })
  return { heard, stop: () => request.destroy() }
}

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 80 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 100))
}

test('changes reach those who may see the order, within seconds, and nobody else', async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  const still = await testHouse(base.url, { mode: 'demo' })
  const house = { ...still, now: () => new Date().toISOString() as ReturnType<typeof still.now> }
  const feed = changeFeed(house)
  const app = httpServer(house, handlersWith(feed))
  try {
    await seedDemoStaff(house, PASSWORD)
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const logIn = async (login: string) => {
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
      return { cookie, headers: { cookie, 'x-csrf-token': String(answer.json().csrf) } }
    }
    const agent = await logIn('agent1')
    const unit = await logIn('education')
    const hotline = listen(port, agent.cookie)
    const stranger = listen(port, unit.cookie)
    await until(() => hotline.heard.length > 0 && stranger.heard.length > 0)
    const town = [...house.city.regions.values()].find((region) => region.level === 'town')
    const request = {
      requestType: 'help',
      content: '路灯不亮,电话 13800001234',
      category: 'E0301',
      region: town?.code,
      anonymous: true,
    }
    const payload = { channel: 'phone', request }
    const accepted = await app.inject({ method: 'POST', url: '/api/orders', payload, headers: agent.headers })
    expect(accepted.statusCode).toBe(200)
    await until(() => hotline.heard.length > 2)
    const told = hotline.heard.slice(1).map((line) => JSON.parse(line.slice(6)))
    expect(told.map((change) => change.kind)).toEqual(['opened', 'submitted'])
    expect(hotline.heard.join('')).not.toContain('1380000')
    expect(stranger.heard).toHaveLength(1)
    house.cityVersions = 'units:1'
    await until(() => stranger.heard.length > 1)
    expect([stranger.heard.at(-1), hotline.heard.at(-1)]).toEqual(['data: {}', 'data: {}'])
    hotline.stop()
    stranger.stop()
    await until(() => feed.listeners() === 0)
    expect(feed.listeners()).toBe(0)
  } finally {
    feed.stop()
    await app.close()
    await still.close()
    await base.drop()
  }
})
