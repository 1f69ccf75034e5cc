import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { acceptOrder } from '#contract/accept.ts'
import { judgeProposal, linkRepeat } from '#contract/merge.ts'
import { caller, similarOrders } from '#contract/seat.ts'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { type No, type Sendable, send } from '../send.ts'
import { focusField } from './focus-field.ts'
import { newKey } from './idempotency-key.ts'
import { unanswered } from './same-matter.ts'
import { bodyOf, type Lack, lacking, type Outcome, type SeatForm } from './seat-form.ts'
import type { Seat } from './use-seat.ts'

type Wish = NonNullable<Sendable<typeof acceptOrder>['body']['outcome']>
export type Done = { order: OrderView; outcome: Outcome }

const LETTER: Record<Lack, string> = { type: 'L', contact: 'N', phone: 'N', place: 'D', content: 'W', category: 'C' }

const wordsOf = {
  zh: {
    settled: (outcome: string) => `（未记内容，${outcome}）`,
    asNew: '当作新的一件提交',
    maybe: '刚才那次可能已经提交成功，请先看以往诉求。',
  },
  en: {
    settled: (outcome: string) => `(no text taken, ${outcome})`,
    asNew: 'Submit as a new one',
    maybe: 'The last try may have gone through; look at the earlier requests first.',
  },
}

/** What the seat said to the proposals, kept beside the order now that it has a number; it holds nobody up. */
async function keepVerdicts(orderId: string, { merge, notSame }: SeatForm, repeat: boolean): Promise<void> {
  const judged = (otherId: string, verdict: 'accepted' | 'refused') =>
    send(judgeProposal, { params: { orderId, otherId }, body: { verdict } }, { key: newKey() })
  if (merge !== null && repeat) await send(linkRepeat, { params: { orderId }, body: { of: merge } }, { key: newKey() })
  if (merge !== null) await judged(merge, 'accepted')
  for (const id of notSame) if (id !== merge) await judged(id, 'refused')
}

/** From the wish to the number: checks, the dialog of each outcome, one sending at a time, and what the server said. */
export function useOutcomes(seat: Seat) {
  const words = useWords(wordsOf)
  const queries = useQueryClient()
  const [open, setOpen] = useState<Outcome | 'duplicate' | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<Outcome | null>(null)
  const sending = useRef(false)
  const { form, change, city, similar } = seat

  const show = (next: typeof open) => {
    setNo(null)
    setOpen(next)
  }

  const commit = async (outcome: Outcome, wish: Wish, key: string, last: SeatForm, text: string) => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setNo(null)
    const root = city?.regions.find(({ level }) => level === 'city')?.code ?? ''
    const sent = await send(acceptOrder, { body: bodyOf(last, wish, root, text) }, { key })
    sending.current = false
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    setOpen(null)
    setTried(null)
    setDone({ order: sent.reply, outcome })
    if (outcome === 'submit' || outcome === 'review') void keepVerdicts(sent.reply.id, last, isRepeat(last.merge))
    seat.begin()
    await Promise.all([caller.path, similarOrders.path].map((path) => queries.invalidateQueries({ queryKey: [path] })))
  }

  const finish = (outcome: Outcome, wish: Wish, patch: Partial<SeatForm> = {}, text = '') => {
    const sendKey = form.sendKey === '' ? newKey() : form.sendKey
    const last = { ...form, ...patch, sendKey }
    change({ ...patch, sendKey })
    return commit(outcome, wish, sendKey, last, text)
  }

  /** An ended order of the same caller takes nothing in: the new one is linked to it as a repeat. */
  const isRepeat = (id: string | null) =>
    similar?.orders.some((one) => one.id === id && one.proposal?.kind === 'repeat') ?? false
  const submit = (review: 'auto' | 'yes', merge: string | null) =>
    finish(
      review === 'yes' ? 'review' : 'submit',
      { kind: 'submit', review, ...(merge === null || isRepeat(merge) ? {} : { suggestedMaster: merge }) },
      { merge },
    )

  /** The key or the button of an outcome was pressed. */
  const ask = (outcome: Outcome) => {
    if (sending.current || done !== null) return
    setNo(null)
    const [first] = lacking(form, outcome)
    setTried(outcome)
    if (first !== undefined) return focusField(LETTER[first])
    if (outcome !== 'submit') return show(outcome)
    if (unanswered(form, similar?.orders ?? []) !== null) return show('duplicate')
    void submit('auto', form.merge)
  }

  const anew = () => {
    const sendKey = newKey()
    setNo(null)
    change({ sendKey })
  }
  const wayOut: ReactNode = no?.code === 'idempotency-key-reused' && (
    <p>
      {words.maybe}{' '}
      <button type="button" className="link" onClick={anew}>
        {words.asNew}
      </button>
    </p>
  )

  return {
    open,
    close: () => show(null),
    done,
    next: () => setDone(null),
    no,
    wayOut,
    busy,
    /** what the last try lacked and still lacks: marked in the form */
    missed: tried === null ? [] : lacking(form, tried),
    ask,
    submit,
    finish,
    settledWords: words.settled,
  }
}
export type Outcomes = ReturnType<typeof useOutcomes>
