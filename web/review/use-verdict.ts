import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { declineOrder, reviewIntake } from '#contract/accept.ts'
import { reviewReply } from '#contract/handling.ts'
import { getOrder } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { type No, type Sent, send } from '../send.ts'
import { reviewWords } from './review-words.ts'

type Intake = { verdict: 'pass' } | { verdict: 'send-back'; defects: string }
type Reply = { verdict: 'approve' } | { verdict: 'reject'; defects: string; assignments: readonly string[] }
type Outcome = Pick<Sent<typeof reviewReply>, 'ok'> & { no?: No }

/** One verdict, sent once; where somebody changed the order meanwhile it is shown anew and nothing is sent. */
export function useVerdict(order: OrderView, onDone: (words: string) => void) {
  const words = useWords(reviewWords)
  const cache = useQueryClient()
  const [no, setNo] = useState<No | null>(null)
  const [stale, setStale] = useState(false)
  const [busy, setBusy] = useState(false)
  const going = useRef(false)
  const params = { orderId: order.id }
  const options = () => ({ version: order.version, key: crypto.randomUUID() })
  const once = async (work: () => Promise<Outcome>, said: string) => {
    if (going.current) return
    going.current = true
    setBusy(true)
    setNo(null)
    setStale(false)
    const sent = await work()
    going.current = false
    setBusy(false)
    if (sent.ok) return onDone(said)
    if (sent.no?.code === 'stale-version') {
      setStale(true)
      await cache.invalidateQueries({ queryKey: [getOrder.path] })
    } else setNo(sent.no ?? null)
  }
  return {
    no,
    stale,
    busy,
    intake: (body: Intake) =>
      once(
        () => send(reviewIntake, { params, body }, options()),
        body.verdict === 'pass' ? words.passed(order.no) : words.sentBack(order.no),
      ),
    reply: (body: Reply) =>
      once(
        () => send(reviewReply, { params, body }, options()),
        body.verdict === 'approve' ? words.approved(order.no) : words.rejected(order.no),
      ),
    decline: (reason: string, told: string) =>
      once(
        () =>
          send(declineOrder, { params, body: { reason, told: told.trim() === '' ? null : told.trim() } }, options()),
        words.declined(order.no),
      ),
  }
}
export type Verdict = ReturnType<typeof useVerdict>
