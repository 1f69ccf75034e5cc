import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amendOrder, submitOrder } from '#contract/accept.ts'
import { getOrder, orderTimeline } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { nextOrderState } from '#domain/order/transitions.ts'
import { useSay, useWords } from '../language.ts'
import { CategoryFix } from '../review/CategoryFix.tsx'
import { type No, send } from '../send.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Note } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { FormDialog } from './FormDialog.tsx'
import { newKey } from './idempotency-key.ts'
import { cut, MAX } from './seat-form.ts'

const wordsOf = {
  zh: {
    title: '补充后再提交',
    order: '工单',
    asked: '退回时要求：',
    content: '主要内容',
    demand: '具体诉求',
    address: '详细地点',
    go: '提交',
    lacks: '还差：主要内容',
    closed: (state: string) => `现在是“${state}”，不用再提交`,
    reason: '退回后补充',
    done: (no: string) => `${no} 已再次提交`,
  },
  en: {
    title: 'Complete and submit again',
    order: 'the order',
    asked: 'Sent back because: ',
    content: 'Content',
    demand: 'Wish',
    address: 'Exact place',
    go: 'Submit',
    lacks: 'Still needed: the content',
    closed: (state: string) => `It is “${state}” now; nothing to submit`,
    reason: 'Completed after it was sent back',
    done: (no: string) => `${no} was submitted again`,
  },
}
const BACK = ['sent-back-to-seat', 'intake-sent-back']

/** What review or dispatch missed, as the story has it; the newest request counts. */
function Asked({ id }: { id: string }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const { data } = useApi(orderTimeline, { params: { orderId: id } })
  const asked = data?.entries
    .filter(({ kind }) => BACK.includes(kind))
    .at(-1)
    ?.quotes.at(-1)
  if (asked === undefined) return null
  return (
    <Note tone="a">
      <b>{words.asked}</b>
      {say(asked)}
    </Note>
  )
}

function Form({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const cache = useQueryClient()
  const { request } = order
  const [content, setContent] = useState(request.content)
  const [demand, setDemand] = useState(request.demand ?? '')
  const [address, setAddress] = useState(request.address ?? '')
  const [key] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const may = nextOrderState[order.state]?.submitted !== undefined
  const closed = may ? null : words.closed(say(orderStateWords[order.state]))
  const whyNot = closed ?? (content.trim() === '' ? words.lacks : null)
  const given = (text: string) => (text.trim() === '' ? null : text.trim())
  const wish = { ...request, content: content.trim(), demand: given(demand), address: given(address) }
  const changed = wish.content !== request.content || wish.demand !== request.demand || wish.address !== request.address
  const go = async () => {
    if (whyNot !== null || busy) return
    setBusy(true)
    setNo(null)
    const params = { orderId: order.id }
    let { version } = order
    if (changed) {
      const sent = await send(amendOrder, { params, body: { request: wish, reason: words.reason } }, { version })
      if (!sent.ok) {
        setBusy(false)
        return setNo(sent.no)
      }
      version = sent.reply.version
    }
    const sent = await send(submitOrder, { params, body: {} }, { version, key })
    setBusy(false)
    await cache.invalidateQueries({ queryKey: [getOrder.path] })
    if (!sent.ok) return setNo(sent.no)
    onClose()
    toast(words.done(order.no))
  }
  return (
    <FormDialog
      title={words.title}
      shape="wide"
      does={words.go}
      whyNot={whyNot}
      busy={busy}
      onGo={() => void go()}
      onClose={onClose}
      no={no}
    >
      <div className="wish">
        <p className="k">
          <OrderNo no={order.no} /> · {say(orderStateWords[order.state])}
        </p>
        <p>{request.title}</p>
      </div>
      <Asked id={order.id} />
      <Field label={words.content} required>
        {(field) => <TextArea {...field} height={120} max={MAX.content} value={content} onChange={setContent} />}
      </Field>
      <Field label={words.demand}>
        {(field) => <TextArea {...field} height={54} max={MAX.demand} value={demand} onChange={setDemand} />}
      </Field>
      <Field label={words.address}>
        {(field) => <TextInput {...field} value={address} onChange={(text) => setAddress(cut(text, MAX.address))} />}
      </Field>
      <CategoryFix order={order} barred={closed} />
    </FormDialog>
  )
}

/** An order that review or dispatch has sent back to the seat: what they ask for, the request to complete, and on again. */
export function ResubmitDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(wordsOf)
  const { data, error } = useApi(getOrder, { params: { orderId: id } })
  if (data !== undefined) return <Form order={data} onClose={onClose} />
  return (
    <Dialog title={words.title} onClose={onClose}>
      {error === null ? <Loading rows={3} /> : <Failed no={error.no} what={words.order} />}
    </Dialog>
  )
}
