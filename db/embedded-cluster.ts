import { execFile } from 'node:child_process'
import { access, appendFile, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from '#db/embedded-account.ts'
import type { Binaries } from '#db/embedded-binaries.ts'
import { commandAs, serverEnvironment } from '#db/embedded-command.ts'
import { jiesuConf } from '#db/embedded-settings.ts'

/** The folder's cluster; made first if there is none, under another name, so that a broken attempt leaves nothing. */
export async function ensureCluster(folder: string, binaries: Binaries, account: Account): Promise<string> {
  const cluster = join(folder, 'cluster')
  const isThere = await access(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!isThere) await createCluster(folder, cluster, binaries, account)
  await writeFor(account, join(cluster, 'jiesu.conf'), jiesuConf(binaries.major))
  return cluster
}

async function createCluster(folder: string, cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const unfinished = `${cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (account !== undefined) await chown(unfinished, account.uid, account.gid)
  const where = ['-D', unfinished, '--username=postgres', '--data-checksums', '--no-instructions']
  const who = ['--auth-local=trust', `--auth-host=${process.platform === 'win32' ? 'trust' : 'reject'}`]
  const { program, args, user } = commandAs(account, binaries.initdb, [...where, ...who, ...localeOf(binaries.major)])
  await promisify(execFile)(program, args, { ...user, cwd: folder, env: serverEnvironment })
  await appendFile(join(unfinished, 'postgresql.conf'), "\ninclude_if_exists = 'jiesu.conf'\n")
  await rename(unfinished, cluster)
}

/** The character type must not be C: pg_trgm would silently find no trigrams in Chinese. macOS has no C.UTF-8. */
function localeOf(major: number): string[] {
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const provider = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  return ['--encoding=UTF8', `--locale=${locale}`, ...provider]
}

async function writeFor(account: Account, file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 })
  if (account !== undefined) await chown(file, account.uid, account.gid)
}
