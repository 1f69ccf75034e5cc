import { resolve } from 'node:path'
import { newKeyFile } from '#server/vault.ts'
import { createKeyFile } from '#server/write-key-file.ts'
import { runCommand } from '#tools/data-command.ts'

/** `npm run new-keys -- FILE` */
await runCommand(async ([given]) => {
  if (given === undefined)
    throw new Error('Name the file: npm run new-keys -- FILE. 请写明文件:npm run new-keys -- 文件名。')
  const path = resolve(given)
  if (!(await createKeyFile(path, newKeyFile())))
    throw new Error(`${path} exists already and is left as it is. 文件已存在,未作改动。`)
  console.log(
    `Wrote ${path}, readable by you alone. Without it nobody can read the personal data: keep a copy elsewhere.`,
  )
  console.log(`已生成 ${path},仅本人可读。没有它就无法读取个人信息,请另行妥善保管副本。`)
})
