import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { hasAdministrator } from '#db/staff.ts'
import { type Config, ConfigFault, readConfig } from './config.ts'
import { jsonLog } from './log.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { createFirstAdministrator, seedDemoStaff } from './seed-staff.ts'
import { startSweeps } from './sweeps.ts'

/** Known to everybody, so good for nothing but a demo on this machine: a production start forces another. */
export const DEMO_PASSWORD = 'yunchuan-demo-2026'

const DEMO_LOGINS: readonly (readonly [string, string])[] = [
  ['agent1', '坐席 seat agent'],
  ['shift1', '班长 shift lead'],
  ['reviewer1', '审核 reviewer'],
  ['dispatcher1', '派单员 dispatcher'],
  ['housing', '承办单位联络员 unit liaison'],
  ['housing-leader', '单位负责人 unit leader'],
  ['callback1', '回访员 callback agent'],
  ['supervisor1', '督办员 supervisor'],
  ['leader1', '分管领导 leader'],
  ['admin', '管理员 administrator'],
]

async function hasOrders({ house }: OpenHouse): Promise<boolean> {
  const rows = await house.db.rows(sql`select order_id from work_order limit 1`, z.object({ order_id: z.string() }))
  return rows.length > 0
}

async function prepare(open: OpenHouse, config: Config): Promise<void> {
  if (config.mode === 'production') {
    if (config.admin !== null) await createFirstAdministrator(open.house, config.admin)
    if (!(await hasAdministrator(open.house.db)))
      throw new ConfigFault([
        'JIESU_ADMIN, JIESU_ADMIN_PASSWORD: nobody administers this database yet; name its first administrator. 系统尚无管理员,请指定首位管理员。',
      ])
    return
  }
  await seedDemoStaff(open.house, DEMO_PASSWORD)
  if (config.history && !(await hasOrders(open))) {
    const { makeHistory } = await import('#sim/make-history.ts')
    await makeHistory(open, DEMO_PASSWORD, (line) => process.stdout.write(line))
  }
}

function printWelcome(config: Config, url: string, cityName: string): void {
  console.log(`\n接诉 Jiesu · ${cityName}\n  ${url}\n  API: ${url}/docs   健康 health: ${url}/api/health`)
  if (config.mode === 'production') return
  console.log(`\n  演示账号 demo log-ins (password ${DEMO_PASSWORD}):`)
  for (const [login, role] of DEMO_LOGINS) console.log(`    ${login.padEnd(15)} ${role}`)
  console.log('    每个承办单位的编号即其联络员账号 · every unit’s id is its liaison’s log-in\n')
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = jsonLog(config.mode === 'production' ? 'all' : 'faults')
  const open = await openHouse(config, log)
  await prepare(open, config)
  const url = await open.app.listen({ port: config.port, host: config.host })
  const sweeping = startSweeps(open.house)
  printWelcome(config, url, open.house.city.policy.name)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await sweeping.stop()
    await open.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

/** What a person can act on is one sentence; anything else keeps its stack. */
start().catch((error: unknown) => {
  const plain = error instanceof Error && error.name !== 'Error' && error.name !== 'TypeError'
  console.error(plain ? (error as Error).message : error)
  process.exit(1)
})
