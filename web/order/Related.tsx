import { Link } from '@tanstack/react-router'
import type { orderContext, RelatedOrder } from '#contract/order-page.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import type { ReplyOf } from '../send.ts'
import { LightDot } from '../ui/Light.tsx'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { pageWords } from './page-words.ts'

function Group({ name, orders }: { name: string; orders: readonly RelatedOrder[] }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  if (orders.length === 0) return null
  return (
    <>
      <h3 className="xs m3">{name}</h3>
      <ul className="related">
        {orders.map((order) => (
          <li key={order.id}>
            <LightDot light={order.light} />
            <div>
              <Link to="/orders/$orderId" params={{ orderId: order.id }} className="cut s" title={order.title}>
                {order.title}
              </Link>
              <span className="xs m3">
                …{order.no.slice(-5)} · {momentWords(order.receivedAt, now, language)} ·{' '}
                {say(orderStateWords[order.state])}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What hangs together with it: the master, now or before, and what the same caller asked; those merged in stand with their callers. */
export function Related({ context }: { context: ReplyOf<typeof orderContext> }) {
  const words = useWords(pageWords)
  const { master, splitFrom, sameCaller } = context
  if (master === null && splitFrom === null && (sameCaller ?? []).length === 0) return null
  return (
    <section className="sec">
      <header>
        <h2>{words.related}</h2>
      </header>
      <Group name={words.master} orders={master === null ? [] : [master]} />
      <Group name={words.splitFrom} orders={splitFrom === null ? [] : [splitFrom]} />
      <Group name={words.sameCaller} orders={sameCaller ?? []} />
    </section>
  )
}
