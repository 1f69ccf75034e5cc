import { type FileMime, savedName } from '#domain/accept/file-kind.ts'

/** RFC 5987: every octet but the few allowed ones is percent-encoded. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** Saved, never shown as a page of ours: whatever a file contains, it runs nothing in the platform's name. */
export function downloadHeaders(name: string, mime: FileMime): Record<string, string> {
  const saved = savedName(name, mime)
  const plain = saved.replace(/[^\w. -]/g, '_')
  return {
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(saved)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  }
}
