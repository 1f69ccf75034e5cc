import { type Retired, type Rotation, retireKeys, rotateKeys, stageKey } from '#server/rotate-keys.ts'
import { runCommand } from '#tools/data-command.ts'
import { keysInUse } from '#tools/keys-in-use.ts'
import { openData } from '#tools/open-data.ts'

async function addOnly(rotation: Rotation, path: string): Promise<void> {
  await stageKey(rotation)
  console.log(
    `A new key is in ${path} and not yet used: copy the file to every machine, then run this without --add-only.`,
  )
  console.log('新密钥已加入密钥文件但尚未启用:请将该文件复制到每台服务器,再不带 --add-only 运行本命令。')
}

async function rotate(rotation: Rotation, index: 'keep' | 'renew'): Promise<void> {
  const { done, unreadable } = await rotateKeys(rotation, { index })
  console.log(`${done} rows are done. 已处理 ${done} 行。`)
  if (unreadable.length > 0) {
    console.error(`${unreadable.length} rows cannot be read with any key; left as they are. 以下各行无法解密,未改动:`)
    for (const row of unreadable.slice(0, 20)) console.error(`  ${row}`)
    process.exitCode = 1
    return
  }
  console.log('After two minutes, take the old keys out: npm run rotate-keys -- --retire')
  console.log('两分钟后可移除旧密钥:npm run rotate-keys -- --retire')
  console.log('Backups made before now still need them: keep a copy of the keys file with those backups.')
  console.log('此前的备份仍需旧密钥,请随备份另存一份密钥文件。')
}

const refusals = {
  'too-early':
    'The keys changed within the last two minutes, or a new key is not used yet; try again. 密钥刚刚变动或新密钥尚未启用,请稍后再试。',
  'rows-left':
    'rows are still under an old key: run "npm run rotate-keys" first. 行仍使用旧密钥,请先运行 npm run rotate-keys。',
  unreadable: 'rows cannot be read; nothing was removed. 行无法解密,未移除任何密钥。',
} as const

function sayRetired(retired: Retired): void {
  if (retired.ok) {
    console.log(`${retired.keys} old keys were removed. 已移除 ${retired.keys} 个旧密钥。`)
    return
  }
  console.error(`${retired.rows > 0 ? `${retired.rows} ` : ''}${refusals[retired.why]}`)
  process.exitCode = 1
}

function progressLines(): Rotation['progress'] {
  let next = 0
  return (done, of) => {
    if (Date.now() < next && done < of) return
    next = Date.now() + 1000
    console.log(`… ${done} / ${of}`)
  }
}

/**
 * `npm run rotate-keys -- [--add-only] [--index] [--retire]`, beside a running Jiesu or alone. Killed, it is simply run
 * again. `--add-only` is for several machines: copy the keys file to all of them before going on.
 */
await runCommand(async (args) => {
  const data = await openData()
  try {
    const keys = keysInUse(data.config.keysFile)
    const rotation: Rotation = { db: data.db, keys, progress: progressLines() }
    if (args.includes('--add-only')) await addOnly(rotation, data.config.keysFile)
    else if (args.includes('--retire')) sayRetired(await retireKeys(rotation))
    else await rotate(rotation, args.includes('--index') ? 'renew' : 'keep')
  } finally {
    await data.close()
  }
})
