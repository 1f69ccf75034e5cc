import { z } from 'zod'
import { loadCity } from '#city/load-city.ts'
import { demoHistory, emptyDemo, markDemoHistory } from '#db/demo-history.ts'
import { sql } from '#db/sql.ts'
import { hasAdministrator } from '#db/staff.ts'
import { buildPages } from './built-pages.ts'
import { type Config, ConfigFault, readConfig } from './config.ts'
import { DEMO_PASSWORD } from './demo-password.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { jsonLog } from './log.ts'
import { coldStart } from './models/cold-start.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { seedKnowledge } from './seed-knowledge.ts'
import { createFirstAdministrator, seedDemoStaff } from './seed-staff.ts'
import type { Log } from './shell.ts'
import { startSweeps } from './sweeps.ts'

const DEMO_LOGINS: readonly (readonly [string, string])[] = [
  ['agent1', '坐席 seat agent'],
  ['shift1', '班长 shift lead'],
  ['reviewer1', '审核 reviewer'],
  ['dispatcher1', '派单员 dispatcher'],
  ['dispatchlead1', '派单组长 dispatch lead'],
  ['housing', '承办单位联络员 unit liaison'],
  ['housing-leader', '单位负责人 unit leader'],
  ['grid1', '网格员 grid worker'],
  ['callback1', '回访员 callback agent'],
  ['supervisor1', '督办员 supervisor'],
  ['leader1', '分管领导 leader'],
  ['admin', '管理员 administrator'],
]

async function prepareProduction({ house }: OpenHouse, config: Config): Promise<void> {
  if (config.admin !== null) await createFirstAdministrator(house, config.admin)
  if (await hasAdministrator(house.db)) return
  throw new ConfigFault([
    'JIESU_ADMIN, JIESU_ADMIN_PASSWORD: nobody administers this database yet; name its first administrator. 系统尚无管理员，请指定首位管理员。',
  ])
}

async function hasOrders({ house }: OpenHouse): Promise<boolean> {
  const rows = await house.db.rows(sql`select order_id from work_order limit 1`, z.object({ order_id: z.string() }))
  return rows.length > 0
}

/** The demo's people, and in an empty demo the invented past: made once, and made anew if a start was cut off in it. */
async function prepareDemo(open: OpenHouse, config: Config): Promise<void> {
  await seedDemoStaff(open.house, DEMO_PASSWORD)
  if (!config.history || (await hasOrders(open))) return
  await markDemoHistory(open.house.db, 'begun', open.house.now(), 0)
  const { makeHistory } = await import('#sim/make-history.ts')
  const { tally } = await makeHistory(open, (line) => process.stdout.write(line), undefined, config)
  await markDemoHistory(open.house.db, 'done', open.house.now(), tally.accepted)
}

async function openPrepared(config: Config, log: Log): Promise<OpenHouse> {
  const open = await openHouse(config, log)
  if (config.mode === 'demo' && (await demoHistory(open.house.db)) === 'begun') {
    await emptyDemo(open.data.url)
    await open.close()
    return openPrepared(config, log)
  }
  await (config.mode === 'production' ? prepareProduction(open, config) : prepareDemo(open, config))
  await seedKnowledge(open.house)
  return open
}

function printWelcome(config: Config, url: string, cityName: string): void {
  console.log(
    `\n接诉 Jiesu · ${cityName}\n  ${url}\n  市民 citizens: ${url}/c\n  API: ${url}/docs\n  健康 health: ${url}/health`,
  )
  if (config.mode === 'production') return
  console.log(`\n  演示账号 demo log-ins (password ${DEMO_PASSWORD}):`)
  for (const [login, role] of DEMO_LOGINS) console.log(`    ${login.padEnd(15)} ${role}`)
  console.log('    每个承办单位的编号即其联络员账号 · every unit’s id is its liaison’s log-in\n')
}

/** Stops in order: no new work, what is under way to its end, the database last. */
function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of signals) process.on(signal, once)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  // Until the house is open a signal simply ends the process; its exit stops the database.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  // A first start teaches the first model while it builds the pages; a fault of the city is told when the house opens.
  void loadCity(config.cityFolder)
    .then(coldStart)
    .catch(() => undefined)
  await buildPages(process.env, (line) => console.log(line))
  const open = await openPrepared(config, jsonLog(config.mode === 'production' ? 'all' : 'faults'))
  giveBackMemory()
  const url = await open.app.listen({ port: config.port, host: config.host }).catch((error: { code?: string }) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new ConfigFault([
      `PORT: ${config.port} is taken by another program; choose another. 端口已被占用，请换一个。`,
    ])
  })
  const sweeping = startSweeps(open.house)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal)
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    await sweeping.stop()
    await open.close()
  })
  printWelcome(config, url, open.house.city.policy.name)
}

/** What a person can act on is one sentence; anything else keeps its stack. */
start().catch((error: unknown) => {
  const plain = error instanceof Error && !['Error', 'TypeError', 'RangeError'].includes(error.name)
  console.error(plain ? error.message : error)
  process.exit(1)
})
