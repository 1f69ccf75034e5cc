import type { Shell } from './shell.ts'

/** The body of an upload, whole in memory: for what is judged whole and is never large. */
export async function uploadBytes({ incoming }: Shell, most: number): Promise<Buffer | 'too-large' | 'file-empty'> {
  if (incoming === undefined) throw new Error('an upload endpoint was called without its raw request')
  if ((incoming.contentLength ?? 0) > most) return 'too-large'
  const chunks: Buffer[] = []
  let bytes = 0
  // Left open at the limit, the connection can still carry the refusal.
  for await (const chunk of incoming.stream.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > most) return 'too-large'
    chunks.push(chunk)
  }
  return bytes === 0 ? 'file-empty' : Buffer.concat(chunks)
}
