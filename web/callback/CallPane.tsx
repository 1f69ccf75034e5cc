import { useRef, useState } from 'react'
import { recordCallback } from '#contract/callback.ts'
import { getCity } from '#contract/city.ts'
import type { OrderView } from '#contract/views.ts'
import { can } from '#domain/order/order.ts'
import { ShowPhone } from '../appellant/ShowPhone.tsx'
import type { Claim } from '../desk/use-claim.ts'
import { DraftNote } from '../draft/DraftNote.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { useAct } from '../handling/use-act.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { CallFoot } from './CallFoot.tsx'
import { CallQuestions } from './CallQuestions.tsx'
import {
  againstClose,
  againstRedo,
  againstSplit,
  answered,
  answeredBody,
  askedOf,
  CallForm,
  dissatisfied,
  NO_CALL,
  openQuestion,
  unreachedBody,
} from './callback-form.ts'
import { callbackWords } from './callback-words.ts'
import type { Callbacks } from './use-callbacks.ts'

export type Policy = NonNullable<Callbacks['data']>['policy']

/** The sentence to say, from what the order really says. */
function Script({ order }: { order: OrderView }) {
  const words = useWords(callbackWords)
  const language = useLanguage()
  const now = useNow()
  const { data } = useApi(getCity, {}, { staleTime: Number.POSITIVE_INFINITY })
  const lead = order.assignments.findLast((a) => a.role === 'lead' && a.state === 'accepted')
  const when = momentWords(order.receivedAt, now, language).replace(/（周.）.*$| \d\d:\d\d$|, .*$/, '')
  return (
    <div className="script">
      <div className="k">{words.script}</div>
      <p>{words.say(data?.name ?? '', when, order.request.title, lead?.unitName ?? '')}</p>
      <p className="xs m2">{words.scriptAsk}</p>
    </div>
  )
}

type Props = {
  order: OrderView
  claim: Claim
  policy: Policy
  ratedDown: boolean
  onDone: (said: string) => void
  onAgain: () => void
}

/** The right column: what to say, whom to dial, one digit a question, and what the call comes to. */
export function CallPane({ order, claim, policy, ratedDown, onDone, onAgain }: Props) {
  const words = useWords(callbackWords)
  const say = useSay()
  const now = useNow()
  const { act, busy, no } = useAct()
  const [phone, setPhone] = useState(false)
  const byKey = useRef(false)
  const draft = useDraft({ kind: 'callback', key: order.id, schema: CallForm, empty: NO_CALL })
  const form = draft.value
  const attempt = order.callbackAttempts + 1
  const last = attempt >= policy.attempts
  const past = form.nextAt !== '' && Date.parse(form.nextAt) <= now
  const state = can(order, 'callback-answered') ? null : words.wrongState(say(orderStateWords[order.state]))
  const barred = claim.theirs === null ? state : words.theirs(claim.theirs.name)
  /** Whoever begins to write takes the order up, so that nobody calls the same citizen meanwhile. */
  const change = (next: (before: CallForm) => CallForm) => {
    if (claim.held === null && state === null) void claim.take()
    draft.change(next)
  }
  const send = async (body: ReturnType<typeof unreachedBody> | ReturnType<typeof answeredBody>, said: string) => {
    if (barred !== null || busy) return
    const sent = await act(recordCallback, { params: { orderId: order.id }, body }, { version: order.version })
    if (sent === null) return
    if (!sent.ok) return sent.no.code === 'stale-version' ? onAgain() : undefined
    draft.drop()
    onDone(said)
  }
  const unreached = () => void (past || send(unreachedBody(form), words.recorded))
  const close = () => void (againstClose(form) === null && send(answeredBody(form, 'close'), words.closed))
  const redo = () =>
    void (
      againstRedo(form, order.reworkCount, policy.reworkLimit) === null &&
      send(answeredBody(form, 'rework'), words.redone)
    )
  const split = () => void (againstSplit(form) === null && send(answeredBody(form, 'split'), words.splitDone))
  const go = () => {
    if (form.reached !== null && form.reached !== 'answered') return unreached()
    const mayRedo = dissatisfied(form) && order.reworkCount < policy.reworkLimit
    return mayRedo ? redo() : close()
  }
  const at = openQuestion(form)
  const digit = (key: string) => () => {
    if (at === undefined || barred !== null) return
    byKey.current = true
    change((before) => answered(before, at, key))
  }
  const back = () => {
    const last = askedOf(form).findLast((question) => form[question] !== null)
    if (last !== undefined) change((before) => ({ ...before, [last]: null }))
  }
  useKeys({
    ...Object.fromEntries(['0', '1', '2', '3', '4', '5'].map((key) => [key, digit(key)])),
    Backspace: back,
    'Ctrl+Enter': go,
    t: () => setPhone(true),
    c: () => void (claim.held?.mine === true ? claim.release() : claim.take()),
  })
  return (
    <section className="col side" aria-label={words.call}>
      <div className="fill">
        <div className="sec">
          <Script order={order} />
          <div className="flex wrap dial">
            <ShowPhone order={order} reason={words.phoneReason} asked={phone} onAsked={setPhone} />
            <span className="xs m3">{words.attempt(String(attempt), String(policy.attempts))}</span>
          </div>
          {ratedDown && <Note tone="a">{words.ratedNote}</Note>}
          {order.master !== null && (
            <Note tone="b" icon="merge">
              {words.mergedNote}{' '}
              <a href={`/orders/${order.master}`} target="_blank" rel="noreferrer">
                {words.openMaster}
              </a>
            </Note>
          )}
        </div>
        <div className="sec">
          <header>
            <h2>{words.call}</h2>
            <DraftNote state={draft.state} />
            {draft.state.kind !== 'empty' && (
              <button type="button" className="link xs end" onClick={draft.drop}>
                {words.clear}
              </button>
            )}
          </header>
          <CallQuestions
            form={form}
            onChange={(next) => {
              byKey.current = false
              change(next)
            }}
            byKey={byKey}
            at={barred === null ? at : undefined}
            last={last}
            attempt={attempt}
            hours={Math.round(policy.windowHours / policy.attempts)}
          />
        </div>
        {no !== null && (
          <div className="pad">
            <RefusalNote no={no} />
          </div>
        )}
      </div>
      <CallFoot
        form={form}
        reworkCount={order.reworkCount}
        limit={policy.reworkLimit}
        barred={barred}
        past={past}
        busy={busy}
        onUnreached={unreached}
        onClose={close}
        onRedo={redo}
        onSplit={order.master === null ? null : split}
      />
    </section>
  )
}
