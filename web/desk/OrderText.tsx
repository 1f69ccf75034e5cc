import type { ReactNode } from 'react'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { Facts } from '../ui/Facts.tsx'

const wordsOf = {
  zh: {
    wish: '市民要什么',
    none: '没有另外说要求，见下面的诉求内容。',
    place: '地点',
    when: '事发',
    whom: '涉及',
    window: '方便联系',
  },
  en: {
    wish: 'What the citizen wants',
    none: 'No wish of its own; see the text below.',
    place: 'Place',
    when: 'When',
    whom: 'About',
    window: 'Reachable',
  },
}

/** The words that led to the category stand out in the text, so that a wrong one is seen at a glance. */
function marked(text: string, words: readonly string[]): ReactNode[] {
  const found = words.filter((word) => word !== '' && text.includes(word))
  if (found.length === 0) return [text]
  const shape = new RegExp(`(${found.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'g')
  let from = 0
  return text.split(shape).map((piece) => {
    const at = from
    from += piece.length
    return found.includes(piece) ? <mark key={at}>{piece}</mark> : piece
  })
}

export const Wish = ({ order }: { order: Pick<OrderView, 'request'> }) => {
  const words = useWords(wordsOf)
  return (
    <div className="wish">
      <div className="k">{words.wish}</div>
      {order.request.demand ?? words.none}
    </div>
  )
}

/** What is wanted, what was said, and the facts: the same block on every desk that decides or answers. */
export function OrderText({ order }: { order: OrderView }) {
  const words = useWords(wordsOf)
  const { request } = order
  const facts: (readonly [string, string | null])[] = [
    [words.place, [order.regionName, request.address].filter((part) => part !== null).join(' · ')],
    [words.when, request.occurredAt],
    [words.whom, request.respondentName],
    [words.window, request.contactWindow],
  ]
  return (
    <div className="sec">
      <Wish order={order} />
      <p className="saytext" style={{ marginTop: 10 }}>
        {marked(request.content, order.classification?.reasons ?? [])}
      </p>
      <div style={{ marginTop: 10 }}>
        <Facts of={facts} />
      </div>
    </div>
  )
}
