import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readKeyFile } from '#server/key-file.ts'
import type { KeysInUse } from '#server/rotate-keys.ts'
import { replaceKeyFile } from '#server/write-key-file.ts'

/** Running processes look at the file every second (server/follow-keys.ts). */
const SETTLE_MS = 3000

export const keysInUse = (path: string): KeysInUse => ({
  read: () => readKeyFile(path),
  write: (file) => replaceKeyFile(path, file),
  settle: () => sleep(SETTLE_MS),
  ageMs: () => Date.now() - statSync(path).mtimeMs,
})
