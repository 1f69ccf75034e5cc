import { useState } from 'react'
import { type OrderSummary, summariseOrder } from '#contract/assistant.ts'
import type { OrderView } from '#contract/views.ts'
import { AnsweredBy } from '../assistant/AnsweredBy.tsx'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'

/** Shorter than this a text is read faster than its summary. */
const LONG = 160

const wordsOf = {
  zh: { ask: '写摘要', again: '重写摘要', title: '摘要', request: '诉求', answer: '答复', none: '还没有答复' },
  en: {
    ask: 'Summarise',
    again: 'Anew',
    title: 'Summary',
    request: 'Request',
    answer: 'Answer',
    none: 'no answer yet',
  },
}

/** A long request in a few sentences, on demand; made anew each time and stored nowhere. */
export function Summary({ order }: { order: OrderView }) {
  const words = useWords(wordsOf)
  const [summary, setSummary] = useState<OrderSummary | null>(null)
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const ask = async () => {
    setBusy(true)
    const sent = await send(summariseOrder, { params: { orderId: order.id } })
    setBusy(false)
    setNo(sent.ok ? null : sent.no)
    if (sent.ok) setSummary(sent.reply)
  }
  if (order.request.content.length < LONG && summary === null) return null
  return (
    <div className="order-summary" aria-live="polite">
      {summary !== null && (
        <div className="note b">
          <Icon name="text" />
          <div className="grow">
            <b>{words.title}</b>
            <p>
              <span className="m3">{words.request}</span> {summary.request}
            </p>
            <p>
              <span className="m3">{words.answer}</span> {summary.answer ?? words.none}
            </p>
            <AnsweredBy by={summary.by} instead={summary.instead} />
          </div>
        </div>
      )}
      <Button size="sm" busy={busy} onClick={() => void ask()}>
        <Icon name="text" size={14} />
        {summary === null ? words.ask : words.again}
      </Button>
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}
