import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { Light } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toasts.tsx'
import {
  channelWords,
  confidentialWords,
  kindWords,
  orderStateWords,
  requestTypeWords,
  urgencyWords,
} from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { NatureTags } from './NatureTags.tsx'
import { pageWords } from './page-words.ts'
import './order.css'

const headWords = {
  zh: { accepted: (channel: string, at: string) => `${channel} · ${at} 受理` },
  en: { accepted: (channel: string, at: string) => `${channel} · accepted ${at}` },
}

function CopyNo({ no }: { no: string }) {
  const words = useWords(pageWords)
  const copy = () =>
    navigator.clipboard.writeText(no).then(
      () => toast(words.noCopied),
      () => toast(words.notCopied),
    )
  return (
    <button
      type="button"
      className="ghost copyno"
      aria-label={words.copyNo}
      title={words.copyNo}
      onClick={() => void copy()}
    >
      <Icon name="copy" size={14} />
    </button>
  )
}

/** State first, in brand; then what kind of matter it is, what is kept, and what has happened often. */
function OrderTags({ order, same }: { order: OrderView; same: number }) {
  const words = useWords(pageWords)
  const say = useSay()
  const { request } = order
  return (
    <>
      <Tag tone="b">{say(orderStateWords[order.state])}</Tag>
      <Tag>{say(requestTypeWords[request.requestType])}</Tag>
      <Tag>{request.category === null ? words.unclassified : `${request.category} ${order.categoryName ?? ''}`}</Tag>
      <Tag>{say(request.urgency === 'normal' ? kindWords[request.kind] : urgencyWords[request.urgency])}</Tag>
      <NatureTags request={request} />
      {request.hazard && <Tag>{words.hazard}</Tag>}
      {request.anonymous ? (
        <Tag>{words.anonymous}</Tag>
      ) : (
        request.confidential !== 'none' && (
          <Tag>
            <Icon name="lock" size={14} />
            {say(confidentialWords[request.confidential])}
          </Tag>
        )
      )}
      {same > 0 && <Tag>{words.repeat(String(same + 1))}</Tag>}
      {order.mergedOrders.length > 0 && <Tag>{words.merged(String(order.mergedOrders.length))}</Tag>}
      {order.reworkCount > 0 && <Tag>{words.rework(String(order.reworkCount))}</Tag>}
      {order.urgeCount > 0 && <Tag>{words.urged(String(order.urgeCount))}</Tag>}
    </>
  )
}

/** Where it belongs, its title with the light, number and facts. `children` are the page's own buttons at the right. */
export function OrderHead({ order, same = 0, children }: { order: OrderView; same?: number; children?: ReactNode }) {
  const words = useWords(pageWords)
  const heads = useWords(headWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { category } = order.request
  return (
    <div className="sec orderhead">
      <div className="flex wrap xs m3">
        <nav aria-label={words.orders} className="crumbs">
          <Link to={'/orders' as string}>{words.orders}</Link>
          {category !== null && (
            <>
              {' › '}
              <Link to={'/orders' as string} search={{ category } as never}>
                {order.categoryName ?? category}
              </Link>
            </>
          )}
        </nav>
        <span className="grow" />
        {children}
      </div>
      <div className="flex wrap titleline">
        <h2 className="t1">{order.request.title === '' ? words.noTitle : order.request.title}</h2>
        <Light light={order.light} />
      </div>
      <div className="flex wrap">
        <OrderNo no={order.no} />
        <CopyNo no={order.no} />
        <OrderTags order={order} same={same} />
        <span className="xs m3">
          {heads.accepted(say(channelWords[order.channel]), momentWords(order.receivedAt, now, language))}
        </span>
      </div>
    </div>
  )
}
