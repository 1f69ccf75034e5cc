import { type RefObject, useMemo, useState } from 'react'
import { reportResult } from '#contract/handling.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { reportGaps } from '#domain/handling/report-gaps.ts'
import type { AssignmentId } from '#domain/ids.ts'
import { DraftNote } from '../draft/DraftNote.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { useSay, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { orderWords } from './order-words.ts'
import { ReplyFields, ReportRead } from './ReplyFields.tsx'
import { RequestText, SentBackNote } from './RequestText.tsx'
import { firstDraft, ReplyDraft, wishOf } from './reply-draft.ts'
import { replyWords } from './reply-words.ts'
import { Templates } from './Templates.tsx'
import { gapWords } from './unit-words.ts'
import { useAct } from './use-act.ts'

export type Reply = ReturnType<typeof useReply>

/** The reply being written on one assignment: a draft that outlives a reload, and what it still lacks. */
export function useReply(order: OrderView, mine: AssignmentView) {
  const n = mine.id.split('/')[1] ?? '1'
  const empty = useMemo(() => firstDraft(mine), [mine])
  const draft = useDraft({ kind: 'reply', key: `${order.id}-${n}`, schema: ReplyDraft, empty })
  const wish = wishOf(draft.value)
  const gaps = reportGaps(order, mine.id as AssignmentId, wish)
  return { ...draft, n, wish, gaps, open: mine.state !== 'pending-sign' && mine.state !== 'reported' }
}

type Props = {
  order: OrderView
  mine: AssignmentView
  reply: Reply
  onOrder: (order: OrderView) => void
  onAgain: () => void
  onDone: () => void
  handlingRef: RefObject<HTMLTextAreaElement | null>
  filesRef: RefObject<HTMLButtonElement | null>
}

/** What is missing, named beside the button that waits for it. */
function Missing({ reply }: { reply: Reply }) {
  const words = useWords(replyWords)
  const say = useSay()
  if (reply.gaps.length === 0) return null
  return (
    <span className="s m2 missing" id="missing">
      {words.still}
      {reply.gaps.map((gap, i) => (
        <span key={gap}>
          {i > 0 && words.sep}
          <b>{say(gapWords[gap])}</b>
        </span>
      ))}
      {words.stop}
    </span>
  )
}

/** The middle column: what was asked, why it came back, and the reply with the one button that sends it. */
export function ReplyPane(props: Props) {
  const { order, mine, reply } = props
  const words = useWords(replyWords)
  const head = useWords(orderWords)
  const say = useSay()
  const [choosing, setChoosing] = useState(false)
  const { act, busy, no } = useAct()
  const writing = ['signed', 'processing', 'sent-back'].includes(mine.state)
  const submit = async () => {
    if (reply.gaps.length > 0 || busy) return
    const params = { orderId: order.id, n: reply.n }
    const sent = await act(reportResult, { params, body: reply.wish as never }, { version: order.version })
    if (sent === null) return
    if (!sent.ok) return sent.no.code === 'stale-version' ? props.onAgain() : undefined
    reply.drop()
    toast(words.done)
    props.onOrder(sent.reply as OrderView)
    props.onDone()
  }
  useKeys({ 'Ctrl+Enter': () => void submit() })
  const why = reply.gaps.length === 0 ? null : words.still + reply.gaps.map((gap) => say(gapWords[gap])).join(words.sep)
  return (
    <div className="col middle">
      <div className="pad fill">
        <SentBackNote mine={mine} />
        <RequestText key={`${order.id} ${mine.state}`} order={order} mine={mine} />
        {writing && (
          <>
            <div className="head">
              <h2>{mine.state === 'sent-back' ? words.redo : words.title}</h2>
              <DraftNote state={reply.state} />
              {reply.restored && <span className="xs m3">{words.restored}</span>}
              <span className="end flex">
                {reply.state.kind !== 'empty' && (
                  <button type="button" className="link xs" onClick={reply.drop}>
                    {words.dropDraft}
                  </button>
                )}
                <button type="button" className="link xs" onClick={() => setChoosing(true)}>
                  {words.templates}
                </button>
              </span>
            </div>
            <ReplyFields
              order={order}
              n={reply.n}
              draft={reply.value}
              change={reply.change}
              onOrder={props.onOrder}
              handlingRef={props.handlingRef}
              filesRef={props.filesRef}
            />
          </>
        )}
        {!writing && mine.state !== 'pending-sign' && <ReportRead order={order} mine={mine} />}
        {mine.state === 'pending-sign' && <p className="s m2 prompt">{head.signPrompt}</p>}
      </div>
      {no !== null && (
        <div className="pad">
          <RefusalNote no={no}>{no.code === 'stale-version' && <p>{words.changed}</p>}</RefusalNote>
        </div>
      )}
      {writing && (
        <footer className="bar">
          <Button look="go" size="lg" keys="Ctrl ⏎" whyNot={why} busy={busy} onClick={() => void submit()}>
            {words.submit}
          </Button>
          <Missing reply={reply} />
        </footer>
      )}
      {mine.state === 'reported' && (
        <footer className="bar s m2">
          <Icon name="clock" /> {head.reported}
        </footer>
      )}
      {mine.state === 'accepted' && (
        <footer className="bar s m2">
          <Icon name="check" /> {head.accepted1}
        </footer>
      )}
      {mine.state === 'return-requested' && (
        <footer className="bar s m2">
          <Icon name="clock" /> {head.underReview}
        </footer>
      )}
      {(mine.state === 'returned' || mine.state === 'cancelled') && <footer className="bar s m2">{head.ended}</footer>}
      {choosing && (
        <Templates
          reply={reply.value.publicReply}
          onClose={() => setChoosing(false)}
          onUse={(text) => {
            reply.change((last) => ({
              ...last,
              publicReply: (last.publicReply.trim() === '' ? text : `${last.publicReply.trimEnd()}\n${text}`).slice(
                0,
                1000,
              ),
            }))
            setChoosing(false)
          }}
        />
      )}
    </div>
  )
}
