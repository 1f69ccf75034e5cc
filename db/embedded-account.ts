import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whom PostgreSQL runs as. Undefined: as ourselves. */
export type Account = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root, so root lends it an unprivileged account: the cluster's owner, or a system one. */
export async function databaseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const wanted of ['postgres', 'jiesu', 'nobody']) {
    const user = users.find(([name]) => name === wanted)
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) }
  }
  throw new Error(
    'PostgreSQL does not run as root and there is no user postgres, jiesu or nobody: create one with "useradd --system jiesu".' +
      ' PostgreSQL 不能以 root 运行,请先创建用户:useradd --system jiesu。',
  )
}

/** The usual trap on a rented server: everything lies in /root, which no other account may enter. */
export async function checkReachable(path: string, account: Account): Promise<void> {
  if (account === undefined) return
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) !== 0) continue
    throw new Error(
      `The database's account (uid ${account.uid}) cannot enter ${folder}, which it needs for ${path}: run "chmod o+x ${folder}",` +
        ` or use a folder such as /srv/jiesu, or start Jiesu as an ordinary user.` +
        ` 数据库账户无法进入目录 ${folder}:请执行 chmod o+x ${folder},或改用 /srv/jiesu 等目录,或以普通用户启动。`,
    )
  }
}
