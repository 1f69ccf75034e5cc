import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { loadCity } from '#city/load-city.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { instantOf } from '#domain/ids.ts'
import { type Counts, importFile } from '#server/import/import-file.ts'
import type { ImportHouse } from '#server/import/write-batch.ts'
import { openModels } from '#server/models/cold-start.ts'
import { numbersFrom } from '#server/numbers.ts'
import { newKeyFile, openVault } from '#server/vault.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claims: a CSV of requests with texts of about a hundred characters is imported into the embedded PostgreSQL at 3,000
 * orders a second and more on two cores, database and process on one machine, with everything an accepted request
 * has: log, fold, clocks, figures, sealed identity, search index. Rows known already are skipped at 20,000 a second.
 *
 * What limits it: each text is read for its scene (.4 ms) and for personal data (.5 ms) on the way in, which the first
 * figures did not contain; with the rest (.4 ms) that is one core for 780 orders a second, a year of a large city in half
 * an hour. Reading later would leave personal data in the search index meanwhile.
 * `--rows 60000`
 */
const THINGS = [
  '楼道照明灯',
  '电梯',
  '供水管道',
  '小区大门',
  '停车位',
  '下水道井盖',
  '路灯',
  '暖气',
  '垃圾桶',
  '健身器材',
]
const TROUBLES = [
  '损坏已有两周无人维修',
  '被人占用多次反映未果',
  '夜间噪声很大影响休息',
  '存在安全隐患老人出行不便',
  '收费标准不透明且拒绝开票',
]
const ASKS = [
  '希望有关部门尽快核实处理',
  '要求物业公示维修基金使用情况',
  '请社区居委会协调解决',
  '建议增加巡查次数',
  '诉求人要求书面答复',
]
const TYPES = ['投诉', '求助', '咨询', '建议', '举报']

/** Small and repeatable: the same rows on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

async function writeCsv(
  file: string,
  rows: number,
  places: readonly string[],
  words: readonly string[],
): Promise<void> {
  const out = createWriteStream(file)
  out.write(
    '外部单号,受理时间,渠道,诉求类型,标题,内容,具体诉求,区域,地址,经度,纬度,姓名,电话,是否匿名,紧急程度,被诉主体\n',
  )
  const roll = dice(7)
  const one = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  const day = Date.UTC(2025, 0, 1)
  for (let i = 0; i < rows; i++) {
    const at = new Date(day + (i / rows) * 300 * 86_400_000).toISOString().slice(0, 19).replace('T', ' ')
    const phone = `1${3 + roll(6)}${String(roll(1e9)).padStart(9, '0')}`
    const place = `幸福里小区${roll(40) + 1}号楼${roll(6) + 1}单元`
    const text = `市民反映,${place}的${one(THINGS)}${one(TROUBLES)},附近${one(words)}问题也较突出,${one(THINGS)}${one(TROUBLES)}。${one(words)}情况居民多次与物业沟通均推诿不予处理,${one(ASKS)},${one(ASKS)},联系电话${phone}。`
    const row = `U${1e9 + i},${at},电话,${one(TYPES)},${place}${one(THINGS)}问题,${text.replaceAll(',', '，')},${one(ASKS)},${one(places)},${place},${(111 + roll(9999) / 1e4).toFixed(4)},${(33 + roll(9999) / 1e4).toFixed(4)},张${roll(900)},${phone},否,一般,某物业公司`
    if (!out.write(`${row}\n`)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}

const CITY = join(import.meta.dirname, '../city/demo')

export async function run(options: Options): Promise<Result> {
  const rows = options.number('rows', 60_000)
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-bench-'))
  const server = await startEmbedded(join(folder, 'postgres'))
  const pool = openPool(server.url, { max: 4 })
  try {
    await migrate(server.url)
    const db = pgDb(pool)
    const city = await loadCity(CITY)
    const towns = [...city.regions.values()].filter((region) => region.level === 'town').map((region) => region.code)
    const words = [...city.categories.values()].flatMap((category) => category.keywords)
    const file = join(folder, 'requests.csv')
    await writeCsv(file, rows, towns, words)
    const numbers = numbersFrom(db, city.policy.orderPrefix)
    const now = () => instantOf(Date.now())
    const models = await openModels(db, city, CITY, now())
    const house = { db, city, models, vault: openVault(newKeyFile()), numbers, now }
    const first = await timed(house, file)
    const second = await timed(house, file)
    const told = (what: string, { seconds, processor, counts }: Timed) =>
      [what, counts.rows, counts.faulty, round(seconds), round(counts.rows / seconds, 0), round(processor, 0)] as const
    return {
      columns: ['', 'rows', 'faulty', 'seconds', 'rows/s', 'Node µs/row'],
      rows: [told('imported', first), told('known before', second)],
      keys: {
        ordersPerSecond: round(first.counts.imported / first.seconds, 0),
        rows: first.counts.rows,
        errors: first.counts.faulty,
        knownRowsPerSecond: round(second.counts.known / second.seconds, 0),
        nodeMicrosecondsPerOrder: round(first.processor, 0),
      },
    }
  } finally {
    await pool.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Timed = { counts: Counts; seconds: number; processor: number }

/** Wall time, and this process's processor time a row: on a busy machine only the second can be compared. */
async function timed(house: ImportHouse, file: string): Promise<Timed> {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const counts = await importFile(house, file, {
    system: 'upstream',
    channel: 'upstream',
    map: new Map(),
    dryRun: false,
  })
  const { user, system } = process.cpuUsage(used)
  return { counts, seconds: (performance.now() - begun) / 1000, processor: (user + system) / Math.max(1, counts.rows) }
}
