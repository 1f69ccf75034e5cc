import { statSync } from 'node:fs'
import { type KeysPlace, keysFor, readKeyFile } from './key-file.ts'
import { openVault, type Vault } from './vault.ts'

/** Often enough for a rotation not to wait, seldom enough to cost nothing: one stat takes microseconds. */
const LOOK_MS = 1000

/**
 * The vault of a running process: it takes up a changed keys file by itself, so keys rotate without a restart.
 * While the file cannot be read or is half edited, the keys at hand stay good.
 */
export async function vaultFor(place: KeysPlace, clock: () => number = Date.now): Promise<Vault> {
  let vault = openVault(await keysFor(place))
  let seen = statSync(place.keysFile).mtimeMs
  let looked = clock()
  /** True when other keys came in. */
  const look = (): boolean => {
    looked = clock()
    const changed = statSync(place.keysFile, { throwIfNoEntry: false })?.mtimeMs ?? seen
    if (changed === seen) return false
    try {
      vault = openVault(readKeyFile(place.keysFile))
      seen = changed
      return true
    } catch {
      return false
    }
  }
  const current = (): Vault => {
    if (Math.abs(clock() - looked) >= LOOK_MS) look()
    return vault
  }
  const open: Vault['open'] = (sealed, context) => {
    try {
      return current().open(sealed, context)
    } catch (error) {
      // Another process may have sealed it with a key that came within this second.
      if (look()) return vault.open(sealed, context)
      throw error
    }
  }
  return {
    get activeKey() {
      return current().activeKey
    },
    seal: (text, context) => current().seal(text, context),
    open,
    phoneIndex: (phone) => current().phoneIndex(phone),
    phoneIndexes: (phone) => current().phoneIndexes(phone),
    sign: (bytes) => current().sign(bytes),
    verify: (bytes, signature) => current().verify(bytes, signature),
  }
}
