import { readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { FileMime } from '#domain/accept/file-kind.ts'

/** Other names of kinds we know. */
const SAME: Readonly<Record<string, FileMime>> = { 'image/heif': 'image/heic', 'audio/x-m4a': 'audio/mp4' }

/** What a file is by its content, whatever its name or header claims; null is "not of the kinds we keep". */
export async function mimeOfContent(path: string): Promise<FileMime | null> {
  const found = await fileTypeFromFile(path)
  if (found === undefined) return isPlainText(await readFile(path)) ? 'text/plain' : null
  if (found.mime === 'application/x-cfb') return oldOfficeKind(await readFile(path))
  return SAME[found.mime] ?? FileMime.safeParse(found.mime).data ?? null
}

/** Word and Excel up to 2003 share a container with installers and mail; what is inside tells, and macros are refused. */
function oldOfficeKind(bytes: Buffer): FileMime | null {
  const holds = (entry: string) => bytes.includes(Buffer.from(entry, 'utf16le'))
  if (holds('_VBA_PROJECT')) return null
  if (holds('WordDocument')) return 'application/msword'
  return holds('Workbook') ? 'application/vnd.ms-excel' : null
}

const MARKUP = /^\s*<[!?a-z]|<(html|head|body|script|svg|iframe|object|embed)[\s>/]/i
const SCRIPT = /^(#!|@echo\b)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text has no control characters but tabs and breaks
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !CONTROL.test(text) && !MARKUP.test(text) && !SCRIPT.test(text)
  } catch {
    return false
  }
}
