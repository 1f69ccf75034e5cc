import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AssignmentView, ClockView, OrderView } from '#contract/views.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { Light } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { momentWords } from '../words/time.ts'
import { ClockHead } from './ClockHead.tsx'
import { mainClock } from './main-clock.ts'
import { orderWords } from './order-words.ts'
import { unitWords } from './unit-words.ts'

const pageOf = (id: string): string => `/orders/${id}`

/** Who asked, as far as this unit may know, when they can be reached, and whether the reply goes to them. */
function Whom({ order }: { order: OrderView }) {
  const words = useWords(orderWords)
  const { appellant, request } = order
  const parts = [
    appellant.address,
    appellant.contactPhone,
    request.anonymous
      ? words.anonymous
      : request.confidential === 'all' || request.confidential === 'contact'
        ? words.confidential
        : null,
    request.contactWindow === null ? null : words.reachable(request.contactWindow),
    request.replyWanted ? (request.anonymous ? null : words.willRead) : words.noReply,
  ]
  return <div className="m2 xs">{parts.filter((part) => part !== null).join(' · ')}</div>
}

/** Light, title, number, times; the citizen's wish and the unit's clock side by side. What can be done stands at the right. */
export function UnitHead(props: {
  order: OrderView
  mine: AssignmentView
  clocks: readonly ClockView[]
  onBack: () => void
  /** buttons; `why` is the reason of the one that cannot act */
  children: ReactNode
  why: string | null
}) {
  const { order, mine, clocks } = props
  const words = useWords(orderWords)
  const page = useWords(unitWords)
  const language = useLanguage()
  const now = useNow()
  const clock = mainClock(clocks, mine.id)
  const share = clock !== undefined && clock.stoppedAt === null ? Math.round(clock.usedShare * 100) : null
  // Half of the time used is the first of the city's reminders; below it the light has another cause.
  const because =
    order.light === 'green'
      ? undefined
      : share !== null && share >= 50
        ? words.used(String(share))
        : order.reworkCount > 0
          ? page.rework(String(order.reworkCount))
          : undefined
  const role = { lead: words.lead, co: words.co, sub: words.sub }[mine.role]
  return (
    <div className="sec unit-head">
      <div className="flex wrap">
        <button type="button" className="ghost back" aria-label={page.back} onClick={props.onBack}>
          <Icon name="left" />
        </button>
        <h2 className="t2 cut" id="order-title" title={order.request.title}>
          {order.request.title}
        </h2>
        <Light light={order.light} {...(because === undefined ? {} : { because })} />
        <span className="grow" />
        {props.children}
        <Link className="ghost small" to={pageOf(order.id)} aria-label={page.full} title={page.full}>
          <Icon name="right" />
        </Link>
      </div>
      <div className="flex wrap xs m3">
        <OrderNo no={order.no} />
        <span>
          {words.accepted(momentWords(order.receivedAt, now, language))} ·{' '}
          {words.dispatched(momentWords(mine.dispatchedAt, now, language))} · {role}
        </span>
        <span className="cut">
          {order.regionName} {order.request.address ?? ''}
        </span>
        {props.why !== null && <span className="end">{props.why}</span>}
      </div>
      <div className="wish-clock">
        <div className="wish">
          <div className="k">{words.wish}</div>
          {order.request.demand ?? words.noWish}
          <Whom order={order} />
        </div>
        <ClockHead mine={mine} clocks={clocks} />
      </div>
    </div>
  )
}
