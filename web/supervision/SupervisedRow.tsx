import { Link } from '@tanstack/react-router'
import type { SupervisedOrder } from '#contract/supervision.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { leftWords, momentWords, spanWords } from '../words/time.ts'
import { causeWords } from './cause-words.ts'
import { supervisionWords } from './supervision-words.ts'

function Why({ order }: { order: SupervisedOrder }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const now = useNow()
  return (
    <ul className="why s">
      {order.causes.map((cause) => (
        <li key={`${cause.since} ${cause.reason}`}>
          {causeWords(cause, language)}{' '}
          <span className="m3 xs">{words.since(momentWords(cause.since, now, language))}</span>
        </li>
      ))}
    </ul>
  )
}

function Pressing({ order }: { order: SupervisedOrder }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const now = useNow()
  const { clock } = order
  return (
    <div className="clockcell">
      <b className={clock?.late === true ? 'c-red' : undefined}>
        {clock === null ? words.noClock : leftWords(clock.due, now, language)}
      </b>
      <span className="xs m3">{words.open(spanWords(now - Date.parse(order.receivedAt), language))}</span>
    </div>
  )
}

function Urges({ order }: { order: SupervisedOrder }) {
  const words = useWords(supervisionWords)
  const language = useLanguage()
  const now = useNow()
  const { lastUrge } = order
  if (lastUrge === null) return <span className="urgecell xs m3">{words.never}</span>
  return (
    <span className="urgecell xs m2">
      {words.times(order.urgeCount)} · {words.lastUrge[lastUrge.by]} {momentWords(lastUrge.at, now, language)}
      {!order.mayUrge && <span className="m3 lately">{words.urgedLately}</span>}
    </span>
  )
}

type Props = {
  order: SupervisedOrder
  picked: boolean
  onPick: ((id: string) => void) | null
  onUrge: (id: string) => void
  whyNot: string | null
}

/** What it is, why it has its light and since when, whose it is, how long it is over, and the one thing to do. */
export function SupervisedRow({ order, picked, onPick, onUrge, whyNot }: Props) {
  const words = useWords(supervisionWords)
  const lately = order.mayUrge ? null : words.urgedLately
  return (
    <li className={`suprow ${picked ? 'on' : ''}`.trim()}>
      {onPick === null ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={words.pick(order.title)}
          checked={picked}
          onChange={() => onPick(order.id)}
        />
      )}
      <LightDot light={order.light} />
      <div className="matter">
        <Link to="/orders/$orderId" params={{ orderId: order.id }} className="ti cut" title={order.title}>
          {order.title}
        </Link>
        <span className="xs m3 cut">
          <OrderNo no={order.no} /> · {order.regionName}
        </span>
      </div>
      <Why order={order} />
      <span className="s cut unitcell" title={order.leadUnitName ?? undefined}>
        {order.leadUnitName ?? words.noLead}
      </span>
      <Pressing order={order} />
      <Urges order={order} />
      {whyNot === null && (
        <div className="actcell">
          <Button
            size="sm"
            whyNot={lately}
            aria-label={`${words.urge} ${order.title}`}
            onClick={() => onUrge(order.id)}
          >
            {words.urge}
          </Button>
        </div>
      )}
    </li>
  )
}
