import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startEmbedded } from '#db/embedded.ts'
import { type Binaries, binariesIn } from '#db/embedded-binaries.ts'

/** A server for tests that dies with them: no fsync, which a test cannot miss and a disk is glad of. */
export type ThrowAway = { url: string; adminUrl: string; stop(): Promise<void> }

const oldest = 15
const home = '/usr/lib/postgresql'

export const startDebianPostgres = async (): Promise<ThrowAway> => await startThrowAway(await debianBinaries())

/** Any PostgreSQL (none named: the embedded one) in a folder of its own under the temp folder. */
export async function startThrowAway(binaries?: Binaries): Promise<ThrowAway> {
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-test-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const { url, adminUrl, stop } = await startEmbedded(folder, { ...(binaries && { binaries }), settings })
  return {
    url,
    adminUrl,
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function debianBinaries(): Promise<Binaries> {
  const found = await installedMajor()
  if (found !== null) return binariesIn(join(home, String(found), 'bin'), found)
  await install()
  const installed = await installedMajor()
  if (installed === null)
    throw new Error(`${home} holds no PostgreSQL ${oldest} or newer although apt-get installed it.`)
  return binariesIn(join(home, String(installed), 'bin'), installed)
}

/** The floor of our range where it is there, else the newest. */
async function installedMajor(): Promise<number | null> {
  const majors = (await readdir(home).catch(() => [])).map(Number).filter((major) => major >= oldest)
  return majors.length === 0 ? null : majors.includes(oldest) ? oldest : Math.max(...majors)
}

async function install(): Promise<void> {
  if (process.getuid?.() !== 0) {
    throw new Error(
      `The tests also run on PostgreSQL ${oldest} and found none in ${home}: run "sudo apt-get install postgresql",` +
        ` or leave it out with TEST_ENGINES=18. 测试还需要 PostgreSQL ${oldest}:请执行 sudo apt-get install postgresql,或设 TEST_ENGINES=18 跳过。`,
    )
  }
  const run = promisify(execFile)
  // Debian would also start a cluster of its own on port 5432; the tests need only the programs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env })
}
