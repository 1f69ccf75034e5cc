import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { KeyFile } from './vault.ts'

/** Written beside its place and flushed first: whoever reads the file finds all of it, whenever the power goes. */
async function writeBeside(path: string, file: KeyFile): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${randomBytes(4).toString('hex')}`
  const handle = await open(beside, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(file, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return beside
}

async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}

/** Never over an existing one, not even when two start at once: a lost key is lost data. False: it was there. */
export async function createKeyFile(path: string, file: KeyFile): Promise<boolean> {
  const beside = await writeBeside(path, file)
  try {
    await link(beside, path)
    await flushFolder(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

export async function replaceKeyFile(path: string, file: KeyFile): Promise<void> {
  await rename(await writeBeside(path, file), path)
  await flushFolder(path)
}
