import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { supplementOrder, urgeOrder } from '#contract/accept.ts'
import { getOrder } from '#contract/orders.ts'
import { caller } from '#contract/seat.ts'
import { useSay, useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Field } from '../ui/Field.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { FormDialog } from './FormDialog.tsx'
import { newKey } from './idempotency-key.ts'
import { cut } from './seat-form.ts'

export type ActOn = { orderId: string; what: 'supplement' | 'urge'; text: string }

const MAX = { supplement: 1000, urge: 300 }
const wordsOf = {
  zh: {
    titles: { supplement: '补充到这件工单', urge: '催办这件工单' },
    text: { supplement: '补充内容', urge: '来电人怎么说（可不写）' },
    go: { supplement: '记下补充', urge: '催办' },
    lacks: '还差：补充内容',
    done: { supplement: '补充已记下，承办单位看得到', urge: '已催办，承办单位看得到' },
    wish: '诉求',
    order: '工单',
  },
  en: {
    titles: { supplement: 'Add to this order', urge: 'Urge this order' },
    text: { supplement: 'What is added', urge: 'What the caller says (may be left out)' },
    go: { supplement: 'Record', urge: 'Urge' },
    lacks: 'Still needed: what is added',
    done: { supplement: 'Added; the unit can see it', urge: 'Urged; the unit can see it' },
    wish: 'Request',
    order: 'the order',
  },
}

/** A caller who asks about what is open already gets no second number. */
export function ActOnOrderDialog({ on, onClose }: { on: ActOn; onClose: () => void }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const queries = useQueryClient()
  const [text, setText] = useState(cut(on.text, MAX[on.what]))
  const [key] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const order = useApi(getOrder, { params: { orderId: on.orderId } })
  const whyNot = on.what === 'supplement' && text.trim() === '' ? words.lacks : null
  const go = async () => {
    if (whyNot !== null || busy) return
    setBusy(true)
    setNo(null)
    const params = { orderId: on.orderId }
    const said = text.trim()
    const sent =
      on.what === 'supplement'
        ? await send(supplementOrder, { params, body: { text: said } }, { key })
        : await send(urgeOrder, { params, body: { text: said === '' ? null : said } }, { key })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    onClose()
    void queries.invalidateQueries({ queryKey: [caller.path] })
    toast(words.done[on.what])
  }
  return (
    <FormDialog
      title={words.titles[on.what]}
      does={words.go[on.what]}
      whyNot={whyNot}
      busy={busy}
      onGo={() => void go()}
      onClose={onClose}
      no={no}
    >
      {order.error !== null && <Failed no={order.error.no} what={words.order} />}
      {order.data === undefined && order.error === null && <Loading rows={2} />}
      {order.data !== undefined && (
        <div className="wish">
          <p className="k">
            <OrderNo no={order.data.no} /> · {say(orderStateWords[order.data.state])}
          </p>
          <p>{order.data.request.title}</p>
        </div>
      )}
      <Field label={words.text[on.what]} required={on.what === 'supplement'}>
        {(field) => (
          <TextArea
            {...field}
            height={110}
            max={MAX[on.what]}
            value={text}
            onChange={(typed) => setText(cut(typed, MAX[on.what]))}
          />
        )}
      </Field>
    </FormDialog>
  )
}
