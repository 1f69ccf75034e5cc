import { readFile, stat } from 'node:fs/promises'

/** Whom PostgreSQL runs as, and whether the folders above program and data let it in. Undefined: as ourselves. */
export type Account = { uid: number; gid: number; parents: 'open' | 'closed' } | undefined

/** PostgreSQL refuses to run as root, so root lends it an unprivileged account: the cluster's owner, or a system one. */
export async function databaseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, parents: 'open' }
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const wanted of ['postgres', 'jiesu', 'nobody']) {
    const user = users.find(([name]) => name === wanted)
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]), parents: 'open' }
  }
  throw new Error(
    'PostgreSQL does not run as root and there is no user postgres, jiesu or nobody: create one with "useradd --system jiesu".' +
      ' PostgreSQL 不能以 root 运行,请先创建用户:useradd --system jiesu。',
  )
}
