import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { instantOf } from '#domain/ids.ts'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/open-house.ts'
import { seedDemoStaff } from '#server/seed-staff.ts'
import { freshDatabase } from '#tools/test-db.ts'
import type { RawAnswer, RawRequest } from './api-client.ts'
import { withMoment } from './moment.ts'
import { withHelpers } from './past-helpers.ts'
import { staffSessions } from './staff-sessions.ts'

const [engine] = inject('engines')
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

/** As the first process of a past that is being made: the database is prepared and the keys are in the folder. */
async function firstProcess() {
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-helpers-'))
  const config = {
    ...readConfig({ JIESU_DATA: folder, JIESU_MODE: 'demo', JIESU_HISTORY: 'false' }),
    databaseUrl: base.url,
  }
  const { house, close } = await openHouse(config, { info: () => undefined, error: () => undefined })
  closing.push(base.drop, () => rm(folder, { recursive: true, force: true }), close)
  await seedDemoStaff(house, 'a-password-for-tests')
  return { house, config }
}

test('while the first process is busy a helper answers, at the moment of the request and as the person who asks', async () => {
  const { house, config } = await firstProcess()
  let kept = 0
  const { wire, end } = withHelpers(() => new Promise<RawAnswer>(() => (kept += 1)), config, 1)
  closing.push(async () => end())
  const { cookie, csrf } = await staffSessions(house, house.now()).open('agent1')
  const at = Date.parse(house.now()) - 40 * 86_400_000
  const body = JSON.stringify({
    channel: 'phone',
    request: { requestType: 'help', content: '楼道的灯不亮。', region: [...house.city.regions.keys()].at(-1) },
    outcome: { kind: 'draft' },
  })
  const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }
  const request: RawRequest = withMoment({ method: 'POST', url: '/api/orders', headers, body }, at)
  // Until it is ready all goes to the first process, which never answers here.
  let answer: RawAnswer | null = null
  for (let tries = 0; answer === null && tries < 300; tries++)
    answer = await Promise.race([wire(request), sleep(200, null)])
  expect(kept).toBeGreaterThan(0)
  expect(answer?.status, answer?.text).toBe(200)
  expect(JSON.parse(answer?.text ?? '')).toMatchObject({ state: 'draft', receivedAt: instantOf(at) })
}, 600_000)
