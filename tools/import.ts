import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCity } from '#city/load-city.ts'
import { ExternalNo } from '#domain/accept/request.ts'
import { instantOf } from '#domain/ids.ts'
import { ErrorFile } from '#server/import/error-file.ts'
import type { Fault } from '#server/import/fault.ts'
import { importFile } from '#server/import/import-file.ts'
import { readColumnMap } from '#server/import/match-columns.ts'
import { channelOf } from '#server/import/words.ts'
import { openModels } from '#server/models/cold-start.ts'
import { numbersFrom } from '#server/numbers.ts'
import { runCommand } from '#tools/data-command.ts'
import { openData } from '#tools/open-data.ts'

const USAGE =
  'npm run import -- FILE [--system NAME] [--channel upstream] [--dry-run] [--notify] [--map COLUMN=FIELD …]' +
  '\n  FILE: CSV (UTF-8, GB18030; comma, tab, semicolon) or JSON lines, also as .gz, or XLSX' +
  '\n  --system: who gave the external numbers 外部单号所属系统; --dry-run: check only 只检查不导入' +
  '\n  --notify: text the citizens that their request was accepted 向诉求人发送受理短信'

const SHOWN_FAULTS = 20

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      system: { type: 'string', default: 'import' },
      channel: { type: 'string', default: 'upstream' },
      'dry-run': { type: 'boolean', default: false },
      notify: { type: 'boolean', default: false },
      map: { type: 'string', multiple: true, default: [] },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(USAGE)
  const channel = channelOf(values.channel)
  if (channel === null) throw new Error(`--channel ${values.channel} is no channel. 没有这个受理渠道。\n${USAGE}`)
  const system = ExternalNo.shape.system.parse(values.system)
  return {
    file: resolve(file),
    system,
    channel,
    dryRun: values['dry-run'],
    notify: values.notify,
    map: readColumnMap(values.map),
  }
}

/** Prints the first faults; all of them go to the file. */
function faultTeller(errors: ErrorFile) {
  let told = 0
  return async (fault: Fault): Promise<void> => {
    told += 1
    if (told <= SHOWN_FAULTS) console.log(`  row ${fault.row}  ${fault.column}  "${fault.found}"  → ${fault.expected}`)
    await errors.add(fault)
  }
}

await runCommand(async (args) => {
  const { file, ...options } = readArguments(args)
  if (!existsSync(file)) throw new Error(`${file} is not there. 文件不存在。`)
  const { config, vault, db, close } = await openData()
  const errors = new ErrorFile(`${file}.errors.csv`)
  try {
    const city = await loadCity(config.cityFolder)
    const house = {
      db,
      city,
      models: await openModels(db, city, config.cityFolder, instantOf(Date.now())),
      vault,
      numbers: numbersFrom(db, city.policy.orderPrefix),
      now: () => instantOf(Date.now()),
    }
    const begun = performance.now()
    let toldAt = begun
    const counts = await importFile(house, file, {
      ...options,
      onFault: faultTeller(errors),
      onIgnored: (columns) => {
        if (columns.length > 0) console.log(`Columns left out 未导入的列: ${columns.join(', ')}`)
      },
      onProgress: ({ rows, imported, known, faulty }) => {
        if (performance.now() - toldAt < 5000) return
        toldAt = performance.now()
        console.log(`… ${rows} rows: ${imported} imported, ${known} known, ${faulty} faulty`)
      },
    })
    const seconds = (performance.now() - begun) / 1000
    const verb = options.dryRun ? ['would be imported', '可导入'] : ['imported', '已导入']
    console.log(
      `${counts.rows} rows in ${seconds.toFixed(1)} s: ${counts.imported} ${verb[0]}, ${counts.known} known before, ${counts.faulty} faulty.`,
    )
    console.log(`共 ${counts.rows} 行:${verb[1]} ${counts.imported},此前已有 ${counts.known},有误 ${counts.faulty}。`)
    if (counts.faulty > 0) console.log(`All faults 全部错误: ${errors.path}`)
  } finally {
    await errors.close()
    await close()
  }
})
