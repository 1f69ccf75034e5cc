import { resolve } from 'node:path'
import { restoreEmbedded } from '#db/restore.ts'
import { refuseForeignDatabase, runCommand } from '#tools/data-command.ts'

/** `npm run restore -- FILE` */
await runCommand(async (args, dataFolder) => {
  refuseForeignDatabase('pg_restore or its copy of the cluster')
  const [file] = args
  if (file === undefined)
    throw new Error('Name the backup: npm run restore -- FILE. 请指定备份文件:npm run restore -- 文件。')
  const { tables, rows, keys } = await restoreEmbedded(resolve(file), dataFolder)
  console.log(`Restored into ${dataFolder}: ${tables} tables, ${rows} rows, all readable.`)
  console.log(`已恢复到 ${dataFolder}:${tables} 张表、${rows} 行,全部可读。`)
  if (keys === 'missing') {
    console.log(`\nThe backup held no keys: copy the old keys.json into ${dataFolder} before you start Jiesu,`)
    console.log('or the personal data in it stays unreadable.')
    console.log(`备份中没有密钥:启动前请把原来的 keys.json 放入 ${dataFolder},否则无法读取个人信息。`)
  }
})
