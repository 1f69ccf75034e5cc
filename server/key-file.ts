import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { type KeyFile, newKeyFile, KeyFile as Schema } from './vault.ts'
import { createKeyFile } from './write-key-file.ts'

/** What is wrong with a keys file, field by field, in one sentence each. */
export class KeyFileFault extends Error {
  override name = 'KeyFileFault'
  readonly faults: readonly string[]
  constructor(path: string, faults: readonly string[]) {
    super(`${path}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

const fault = (field: string, en: string, zh: string) => `${field}: ${en}. ${field}:${zh}。`

/** 32 random bytes hold about 30 different ones; fewer than 16 happen once in 10^12 files, in hand-made ones always. */
const isRegular = (key: string): boolean => new Set(Buffer.from(key, 'base64')).size < 16

function sealFault(seal: string): string[] {
  try {
    if (createPrivateKey(seal).asymmetricKeyType === 'ed25519') return []
  } catch {
    // Falls through: unreadable and of another kind are the same to whoever must replace it.
  }
  return [fault('seal', 'not an Ed25519 private key in PEM', '不是 PEM 格式的 Ed25519 私钥')]
}

function faultsIn(file: KeyFile): string[] {
  const named = Object.entries({ ...file.keys, index: file.index, oldIndex: file.oldIndex ?? '' })
    .filter(([, key]) => key !== '')
    .map(([name, key]) => ({ field: /^\d/.test(name) ? `keys.${name}` : name, key }))
  const weak = named.filter(({ key }) => isRegular(key))
  const twice = named.filter(({ key }, i) => named.some((other, j) => j < i && other.key === key))
  return [
    ...(String(file.active) in file.keys
      ? []
      : [fault('active', `there is no keys.${file.active}`, `没有 keys.${file.active}`)]),
    ...weak.map(({ field }) => fault(field, 'too regular to be random', '不够随机')),
    ...twice.map(({ field }) => fault(field, 'the same as another key', '与其他密钥相同')),
    ...sealFault(file.seal),
  ]
}

function parsed(text: string): KeyFile | string[] {
  try {
    const result = Schema.safeParse(JSON.parse(text))
    if (result.success) return result.data
    return result.error.issues.map(({ path, message }) =>
      fault(path.join('.') || 'keys file', message, '缺失或格式不正确'),
    )
  } catch {
    return [fault('keys file', 'not JSON', '不是 JSON 文件')]
  }
}

/** Groups may read it, as containers mount secrets; the world may not, and nobody else may write. */
function modeFault(path: string): string[] {
  const open = statSync(path).mode & 0o027
  if (process.platform === 'win32' || open === 0) return []
  return [fault('keys file', `others may read or change it: chmod 600 ${path}`, `他人可读写,请执行 chmod 600 ${path}`)]
}

/** Reads and checks; `private` also looks at who else may read the file. Nothing wrong: the keys. */
export function checkKeyFile(path: string, access: 'private' | 'any'): KeyFile | string[] {
  try {
    const keys = parsed(readFileSync(path, 'utf8'))
    const faults = [...(access === 'private' ? modeFault(path) : []), ...(Array.isArray(keys) ? keys : faultsIn(keys))]
    return Array.isArray(keys) || faults.length > 0 ? faults : keys
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const create = `npm run new-keys -- ${path}`
    return code === 'ENOENT'
      ? [fault('keys file', `${path} does not exist; create it with "${create}"`, `${path} 不存在,请用“${create}”创建`)]
      : [fault('keys file', `${path} cannot be read (${code})`, `${path} 无法读取(${code})`)]
  }
}

export function readKeyFile(path: string, access: 'private' | 'any' = 'any'): KeyFile {
  const keys = checkKeyFile(path, access)
  if (Array.isArray(keys)) throw new KeyFileFault(path, keys)
  return keys
}

export type KeysPlace = { mode: 'demo' | 'production'; keysFile: string }

/** A demo makes its keys at the first start; production never does, since new keys would only hide that the old are lost. */
export async function keysFor({ mode, keysFile }: KeysPlace): Promise<KeyFile> {
  if (mode === 'production') return readKeyFile(keysFile, 'private')
  if (!existsSync(keysFile)) await createKeyFile(keysFile, newKeyFile())
  return readKeyFile(keysFile)
}
