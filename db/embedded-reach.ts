import { execFile } from 'node:child_process'
import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from '#db/embedded-account.ts'
import { commandAs, serverEnvironment } from '#db/embedded-command.ts'

/** Root's project often lies where no other account may enter: /root, mktemp -d. Then `setpriv` must take it there. */
export async function accountReaching(account: Account, paths: string[], program: string): Promise<Account> {
  if (account === undefined) return undefined
  for (const path of paths) {
    const folder = await closedFolder(await realpath(path), account)
    if (folder === null) continue
    const passing = { ...account, parents: 'closed' } as const
    await tryOut(passing, program).catch((cause: unknown) => {
      throw new Error(refusal(account.uid, folder, path), { cause })
    })
    return passing
  }
  return account
}

async function closedFolder(path: string, account: NonNullable<Account>): Promise<string | null> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
  }
  return null
}

/** `setpriv` may be missing (macOS), an older or BusyBox's one, or root may be without the capability. */
async function tryOut(account: Account, postgres: string): Promise<void> {
  const { program, args, user } = commandAs(account, postgres, ['--version'])
  await promisify(execFile)(program, args, { ...user, env: serverEnvironment })
}

const refusal = (uid: number, folder: string, path: string): string =>
  `The database's account (uid ${uid}) cannot enter ${folder}, which it needs for ${path}: run "chmod o+x ${folder}",` +
  ` or use a folder such as /srv/jiesu, or start Jiesu as an ordinary user.` +
  ` 数据库账户无法进入目录 ${folder}:请执行 chmod o+x ${folder},或改用 /srv/jiesu 等目录,或以普通用户启动。`
