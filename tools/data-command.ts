import { resolve } from 'node:path'

/** A command on the data folder: what goes wrong is one sentence on the terminal, not a stack trace. */
export async function runCommand(work: (args: string[], dataFolder: string) => Promise<void>): Promise<void> {
  try {
    await work(process.argv.slice(2), resolve(process.env.JIESU_DATA ?? 'data'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

export function refuseForeignDatabase(instead: string): void {
  if (!process.env.DATABASE_URL) return
  throw new Error(
    `DATABASE_URL names a PostgreSQL of your own: use ${instead} of that server, and copy the folder "files" yourself.` +
      ` 已设置 DATABASE_URL:请用该 PostgreSQL 服务器自带的 ${instead.split(' ')[0]} 等工具,并自行复制 files 目录。`,
  )
}
