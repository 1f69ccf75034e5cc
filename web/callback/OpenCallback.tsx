import type { CallbackRow } from '#contract/callback.ts'
import { getOrder } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { ClaimTag } from '../desk/ClaimTag.tsx'
import { OrderHead } from '../desk/OrderHead.tsx'
import { useClaim } from '../desk/use-claim.ts'
import { useSay, useWords } from '../language.ts'
import { CoReplies, ReplyBeside } from '../review/ReplyBeside.tsx'
import '../review/review.css'
import { Icon } from '../ui/Icon.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { CallPane, type Policy } from './CallPane.tsx'
import { CallsBefore } from './CallsBefore.tsx'
import { callbackWords } from './callback-words.ts'

type Props = {
  id: string
  row: CallbackRow | undefined
  policy: Policy | undefined
  onBack: () => void
  onDone: (id: string, said: string, held: boolean) => void
}

/** What was asked and answered, and beside it the call about it. */
export function OpenCallback({ id, row, policy, onBack, onDone }: Props) {
  const words = useWords(callbackWords)
  const { data, error, refetch } = useApi(getOrder, { params: { orderId: id } })
  const claim = useClaim(id)
  if (error !== null)
    return (
      <section className="col nothing" aria-label={words.order}>
        <Failed no={error.no} what={words.order} again={() => void refetch()} />
      </section>
    )
  if (data === undefined || policy === undefined) return <Loading />
  const order: OrderView = data
  return (
    <>
      <section className="col" aria-labelledby="order-title">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
        <div className="fill" tabIndex={0}>
          <Head order={order}>
            <button type="button" className="ghost back" aria-label={words.back} onClick={onBack}>
              <Icon name="left" />
            </button>
            <ClaimTag claim={claim} />
          </Head>
          <ReplyBeside order={order} />
          <CoReplies order={order} />
          <CallsBefore orderId={order.id} />
        </div>
      </section>
      <CallPane
        order={order}
        claim={claim}
        policy={policy}
        ratedDown={row?.ratedDown ?? false}
        onAgain={() => void refetch()}
        onDone={(said) => onDone(order.id, said, claim.held?.mine === true)}
      />
    </>
  )
}

function Head({ order, children }: { order: OrderView; children: React.ReactNode }) {
  const say = useSay()
  return (
    <OrderHead order={order} light={order.light} tags={<Tag tone="b">{say(orderStateWords[order.state])}</Tag>}>
      {children}
    </OrderHead>
  )
}
