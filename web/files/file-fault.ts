import { MAX_FILE_BYTES } from '#contract/files.ts'
import { claimedKind } from '#domain/accept/file-kind.ts'

type FileFault = 'type' | 'empty' | 'large'

/** Told before a byte is sent, by the list the server goes by; the server still looks at the content itself. */
export function faultOf(file: { name: string; size: number }): FileFault | null {
  if (claimedKind(file.name) === undefined) return 'type'
  if (file.size === 0) return 'empty'
  return file.size > MAX_FILE_BYTES ? 'large' : null
}

/** `4.2 MB`, `310 KB`: as people compare files. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
