import { useEffect, useState } from 'react'
import { checkRedaction } from '#contract/reply.ts'
import { type ReplyOf, send } from '../send.ts'

export type Finds = ReplyOf<typeof checkRedaction>
export type Redaction =
  | { state: 'empty' }
  | { state: 'checking' }
  | { state: 'failed' }
  | { state: 'checked'; text: string; found: Finds }

const PAUSE_MS = 500

/** Looks for personal data in a text that will be public, a moment after the last key; always about the text as it stands. */
export function useRedaction(text: string): Redaction {
  const [redaction, setRedaction] = useState<Redaction>({ state: 'empty' })
  useEffect(() => {
    if (text.trim() === '') return setRedaction({ state: 'empty' })
    const stop = new AbortController()
    const timer = setTimeout(() => {
      setRedaction({ state: 'checking' })
      send(checkRedaction, { body: { text } }, { signal: stop.signal })
        .then((sent) => setRedaction(sent.ok ? { state: 'checked', text, found: sent.reply } : { state: 'failed' }))
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text])
  return redaction.state === 'checked' && redaction.text !== text ? { state: 'checking' } : redaction
}
