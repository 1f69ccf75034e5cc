import type { PoolOrder } from '#contract/desk.ts'
import { getOrder } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { desks } from '#domain/dispatch/desk.ts'
import { nextOrderState } from '#domain/order/transitions.ts'
import { ClaimTag } from '../desk/ClaimTag.tsx'
import { deskLight, limitSpeaks } from '../desk/desk-light.ts'
import { deskWords } from '../desk/desk-words.ts'
import { OrderHead } from '../desk/OrderHead.tsx'
import { OrderText } from '../desk/OrderText.tsx'
import { PlaceMap } from '../desk/PlaceMap.tsx'
import { type Claim, useClaim } from '../desk/use-claim.ts'
import { DraftNote } from '../draft/DraftNote.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { FileList } from '../files/FileList.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { leftWords, momentWords } from '../words/time.ts'
import { IntakeForm } from './IntakeForm.tsx'
import { PreviousRound } from './PreviousRound.tsx'
import { CoReplies, ReplyBeside } from './ReplyBeside.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { NO_REVIEW, ReviewDraft } from './review-draft.ts'
import type { ReviewDesk } from './review-search.ts'
import { reviewWords } from './review-words.ts'
import { useVerdict } from './use-verdict.ts'

type Props = {
  id: string
  desk: ReviewDesk
  row: PoolOrder | undefined
  onDone: (id: string, words: string, held: boolean) => void
}

/** One order under review: what was asked and answered, and the verdict beside it. */
export function OpenReview({ id, ...more }: Props) {
  const words = useWords(reviewWords)
  const { data, error, refetch } = useApi(getOrder, { params: { orderId: id } })
  const claim = useClaim(id)
  if (error !== null) return <Failed no={error.no} what={words.order} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  return <Desk order={data} claim={claim} {...more} />
}

function Head({ order, claim, row }: { order: OrderView; claim: Claim; row: PoolOrder | undefined }) {
  const words = useWords(reviewWords)
  const desk = useWords(deskWords)
  const language = useLanguage()
  const say = useSay()
  const now = useNow()
  const waiting = { light: order.light, deskSince: row?.deskSince ?? null, deskDue: row?.deskDue ?? null }
  const speaks = limitSpeaks(waiting, now)
  const due = row?.citizenDue ?? null
  return (
    <OrderHead
      order={order}
      light={deskLight(waiting, now)}
      {...(speaks === null ? {} : { limit: desk.limit[speaks] })}
      tags={
        <>
          <Tag tone="b">{say(orderStateWords[order.state])}</Tag>
          {due !== null && (
            <Tag title={momentWords(due, now, language)}>
              {words.citizenDue} · {leftWords(due, now, language)}
            </Tag>
          )}
        </>
      }
    >
      <ClaimTag claim={claim} />
    </OrderHead>
  )
}

function Desk({ order, claim, desk, row, onDone }: Omit<Props, 'id'> & { order: OrderView; claim: Claim }) {
  const words = useWords(reviewWords)
  const common = useWords(deskWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const draft = useDraft({ kind: 'review', key: order.id, schema: ReviewDraft, empty: NO_REVIEW })
  const verdict = useVerdict(order, (said) => {
    draft.drop()
    onDone(order.id, said, claim.held?.mine === true)
  })
  useKeys({ c: () => void (claim.held?.mine === true ? claim.release() : claim.take()) })
  const theirs =
    claim.theirs === null ? null : common.theirs(claim.theirs.name, momentWords(claim.theirs.until, now, language))
  const may = nextOrderState[order.state]?.[desks[desk].acts[0]] !== undefined
  const barred = theirs ?? (may ? null : words.wrongState(say(orderStateWords[order.state])))
  const form = { order, verdict, draft: draft.value, onDraft: draft.change, barred }
  return (
    <>
      <section className="col" aria-labelledby="order-title">
        <div className="fill">
          <Head order={order} claim={claim} row={row} />
          {desk === 'reply-review' ? (
            <>
              <ReplyBeside order={order} />
              <CoReplies order={order} />
              <PreviousRound order={order} />
            </>
          ) : (
            <>
              <OrderText order={order} />
              <PlaceMap order={order} />
              {order.files.length > 0 && (
                <div className="sec">
                  <FileList orderId={order.id} files={order.files} />
                </div>
              )}
            </>
          )}
        </div>
      </section>
      <section className="col side" aria-label={words.verdict}>
        {verdict.stale && (
          <div className="pad" role="alert">
            <Note tone="a">{words.stale}</Note>
          </div>
        )}
        {verdict.no !== null && (
          <div className="pad">
            <RefusalNote no={verdict.no} />
          </div>
        )}
        <div className="draftline">
          <DraftNote state={draft.state} />
        </div>
        {desk === 'reply-review' ? <ReplyForm {...form} /> : <IntakeForm {...form} />}
      </section>
    </>
  )
}
