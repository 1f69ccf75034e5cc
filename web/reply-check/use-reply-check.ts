import { useEffect, useState } from 'react'
import { checkReply, type ReplyFinding, type ReplyScore } from '#contract/reply-check.ts'
import type { OrderId } from '#domain/ids.ts'
import { type Sendable, send } from '../send.ts'

type Draft = Sendable<typeof checkReply>['body']['draft']
export type ReplyCheck =
  | { state: 'empty' | 'checking' | 'failed' }
  | { state: 'checked'; findings: ReplyFinding[]; score: ReplyScore | null }

const PAUSE_MS = 700

/**
 * The check of a reply a moment after the last key, always of the text as it stands; without a draft, of the report
 * that was submitted.
 */
export function useReplyCheck(orderId: OrderId, n: string, draft: Draft): ReplyCheck {
  const [check, setCheck] = useState<{ of: string; is: ReplyCheck }>({ of: '', is: { state: 'empty' } })
  const asked = JSON.stringify({ orderId, n, draft })
  const isEmpty = draft !== null && draft.publicReply.trim() === ''
  useEffect(() => {
    if (isEmpty) return
    const stop = new AbortController()
    const timer = setTimeout(
      () => {
        const { draft } = JSON.parse(asked) as { draft: Draft }
        send(checkReply, { params: { orderId, n }, body: { draft } }, { signal: stop.signal })
          .then((sent) =>
            setCheck({ of: asked, is: sent.ok ? { state: 'checked', ...sent.reply } : { state: 'failed' } }),
          )
          .catch(() => undefined)
      },
      (JSON.parse(asked) as { draft: Draft }).draft === null ? 0 : PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, isEmpty, orderId, n])
  if (isEmpty) return { state: 'empty' }
  return check.of === asked ? check.is : { state: 'checking' }
}
