import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Environment } from './config.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const LATEST = join(dist, 'latest')
/** Whatever ends up in a page: a change in one of these makes the built pages old. */
const SOURCES = ['web', 'contract', 'domain', 'vite.config.ts', 'package-lock.json']

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(test|fixture)\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
    : [path]

/** Over content, not times: a fresh clone and a copied folder have other times and the same pages. 400 files take 30 ms. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesBelow(join(root, name))).sort())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** Small on the wire without work at every request: both forms beside each file, for the server to choose from. */
function compressAll(folder: string): void {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  for (const file of filesBelow(folder).filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
    const content = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(content, quality))
  }
}

/** The pages last built, or null where none are: an API without pages works all the same. */
export function builtPages(): string | null {
  if (!existsSync(LATEST)) return null
  const folder = join(dist, readFileSync(LATEST, 'utf8'))
  return existsSync(join(folder, 'index.html')) ? folder : null
}

const HOUR_MS = 3_600_000

/**
 * Builds the pages if their sources have changed since, so that `npm ci && npm start` is all there is to know. Each state of
 * the sources has a folder of its own, renamed into place when whole: who is reading the old one may finish.
 */
export async function buildPages(environment: Environment, say: (line: string) => void): Promise<void> {
  const name = `pages-${fingerprint()}`
  const folder = join(dist, name)
  if (!existsSync(folder)) {
    say('正在生成页面 building the pages …')
    const making = join(dist, `making-${process.pid}`)
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    // A process of its own: under a test runner this one may say NODE_ENV=test, which would build React's slow half.
    const env = { ...environment, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', making], {
      cwd: root,
      env,
    })
    compressAll(making)
    for (const old of readdirSync(dist).filter(
      (entry) => /^(pages|making)-/.test(entry) && join(dist, entry) !== making,
    ))
      if (Date.now() - statSync(join(dist, old)).mtimeMs > HOUR_MS)
        rmSync(join(dist, old), { recursive: true, force: true })
    if (existsSync(folder)) rmSync(making, { recursive: true, force: true })
    else renameSync(making, folder)
  }
  mkdirSync(dist, { recursive: true })
  writeFileSync(LATEST, name)
}
