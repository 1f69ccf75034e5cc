import { resolve } from 'node:path'
import { backupEmbedded } from '#db/backup.ts'
import { refuseForeignDatabase, runCommand } from '#tools/data-command.ts'

/** `npm run backup -- [FILE] [--with-keys]` */
await runCommand(async (args, dataFolder) => {
  refuseForeignDatabase('pg_dump or pg_basebackup')
  const withKeys = args.includes('--with-keys')
  const file = resolve(args.find((arg) => !arg.startsWith('--')) ?? `jiesu-${timeOfDay(new Date())}.tar.gz`)
  const { bytes, attachments, keys } = await backupEmbedded(dataFolder, file, { withKeys })
  console.log(`Wrote ${file}: ${(bytes / 1e6).toFixed(1)} MB, database and ${attachments} attachments.`)
  console.log(`备份完成:${file},含数据库和 ${attachments} 个附件。`)
  if (keys === 'left-out') {
    console.log(
      `\nThe keys are NOT in it. Without ${dataFolder}/keys.json nobody can read the personal data: keep a copy elsewhere.`,
    )
    console.log(`密钥不在备份中。没有 ${dataFolder}/keys.json 就无法读取个人信息,请另行妥善保管。`)
  }
  if (keys === 'included') {
    console.log('\nThe keys ARE in it: whoever has this file can read the personal data. Keep it locked away.')
    console.log('备份中含密钥,持有该文件即可读取个人信息,请严格保管。')
  }
})

/** 20261123-1530, in Beijing time: China keeps one time zone and no summer time. */
function timeOfDay(now: Date): string {
  const [day = '', time = ''] = new Date(now.getTime() + 8 * 3_600_000).toISOString().split('T')
  return `${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}`
}
