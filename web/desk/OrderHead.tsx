import type { ReactNode } from 'react'
import type { OrderView } from '#contract/views.ts'
import type { Light as LightName } from '#domain/city/vocabulary.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { NatureTags } from '../order/NatureTags.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Light } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Tag } from '../ui/Tag.tsx'
import { channelWords, confidentialWords, kindWords, requestTypeWords, urgencyWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'

const wordsOf = {
  zh: { accepted: (at: string) => `${at} 受理`, unclassified: '未分类', anonymous: '匿名' },
  en: { accepted: (at: string) => `accepted ${at}`, unclassified: 'not classified', anonymous: 'anonymous' },
}

type Props = {
  order: OrderView
  light: LightName /** what the shape says where it speaks of the desk's own limit */
  limit?: string
  children?: ReactNode
  tags?: ReactNode
}

/** Light with its reason, number, channel and time; the title; the facts as tags. What the desk adds stands at the right. */
export function OrderHead({ order, light, limit, children, tags }: Props) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { request, appellant } = order
  const who = [appellant.address, appellant.contactPhone].filter((part) => part !== null).join(' · ')
  return (
    <div className="sec">
      <div className="flex wrap">
        <Light light={light} {...(limit === undefined ? {} : { instead: limit })} />
        <OrderNo no={order.no} />
        <span className="xs m3">
          {say(channelWords[order.channel])} · {words.accepted(momentWords(order.receivedAt, now, language))}
        </span>
        <span className="headend">{children}</span>
      </div>
      <h2 className="t1" style={{ marginTop: 6 }} id="order-title">
        {request.title}
      </h2>
      <div className="flex wrap" style={{ marginTop: 6 }}>
        {tags}
        <Tag>{say(requestTypeWords[request.requestType])}</Tag>
        <Tag>{request.category === null ? words.unclassified : `${request.category} ${order.categoryName ?? ''}`}</Tag>
        <Tag>{say(kindWords[request.kind])}</Tag>
        <NatureTags request={request} />
        {request.urgency !== 'normal' && request.urgency !== request.kind && (
          <Tag>{say(urgencyWords[request.urgency])}</Tag>
        )}
        {request.confidential !== 'none' && (
          <Tag>
            <Icon name="lock" size={14} />
            {say(confidentialWords[request.confidential])}
          </Tag>
        )}
        {request.anonymous ? <Tag>{words.anonymous}</Tag> : who !== '' && <Tag>{who}</Tag>}
      </div>
    </div>
  )
}
