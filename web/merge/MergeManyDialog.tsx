import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkResult } from '#contract/bulk.ts'
import { mergeOrders } from '#contract/merge.ts'
import { isOpen, type OrderState } from '#domain/order/states.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { MergeReason } from './MergeReason.tsx'
import { mergeWords } from './merge-words.ts'
import './merge.css'

export type Mergeable = { id: string; no: string; title: string; state: OrderState; receivedAt: string }

const canTakeIn = ({ state }: Mergeable): boolean => isOpen(state) && state !== 'draft' && state !== 'pending-review'
const canGo = ({ state }: Mergeable): boolean => state === 'pending-dispatch'

/** What is handled already takes the others in; of several the one that was promised first. */
function firstMaster(orders: readonly Mergeable[]): string | null {
  const able = orders.filter(canTakeIn).toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  return (able.find((order) => !canGo(order)) ?? able[0])?.id ?? null
}

type RowProps = { order: Mergeable; name: string; master: boolean; onMaster: () => void }

function Row({ order, name, master, onMaster }: RowProps) {
  const words = useWords(mergeWords)
  const say = useSay()
  const [language, now] = [useLanguage(), useNow()]
  const able = canTakeIn(order)
  return (
    <li className={master ? 'on' : undefined}>
      <label className="chk">
        <input type="radio" name={name} checked={master} disabled={!able} onChange={onMaster} />
        <span className="cut" title={order.title}>
          {order.title}
        </span>
      </label>
      <span className="xs m3 flex">
        <OrderNo no={order.no} />
        <span>{say(orderStateWords[order.state])}</span>
        <span>{momentWords(order.receivedAt, now, language)}</span>
      </span>
      <span className={`xs ${master ? 'c-brand' : 'm2'}`}>
        {master ? words.master : canGo(order) ? words.takes : words.stays}
      </span>
    </li>
  )
}

/** Several orders of one matter become one: which is the master is a person's choice, what cannot go says why. */
export function MergeManyDialog(props: {
  orders: readonly Mergeable[]
  onClose: () => void
  onDone: (merged: readonly string[]) => void
}) {
  const { orders, onClose, onDone } = props
  const words = useWords(mergeWords)
  const say = useSay()
  const [master, setMaster] = useState(() => firstMaster(orders))
  const [reason, setReason] = useState('')
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const going = orders.filter((order) => canGo(order) && order.id !== master)
  const why = master === null || going.length === 0 ? words.none : reason.trim() === '' ? words.reasonFirst : null
  const merge = async () => {
    if (master === null || why !== null || busy) return
    setBusy(true)
    const body = { master, orders: going.map(({ id }) => id), reason: reason.trim() }
    const sent = await send(mergeOrders, { body }, { key: crypto.randomUUID() })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    setResults(sent.reply.results)
  }
  /** What was merged leaves the list behind the dialog once its result was read. */
  const close = () => {
    if (results !== null) onDone(results.filter(({ ok }) => ok).map(({ id }) => id))
    onClose()
  }
  const failed = results?.filter((one) => !one.ok) ?? []
  return (
    <Dialog
      title={words.title(orders.length)}
      shape="wide"
      onClose={close}
      foot={
        results === null ? (
          <>
            <Button look="go" busy={busy} whyNot={why} onClick={() => void merge()}>
              {words.go(going.length)}
            </Button>
            <Button onClick={onClose}>{words.cancel}</Button>
            {why !== null && <WhyNot>{why}</WhyNot>}
          </>
        ) : (
          <>
            <Button look="go" onClick={close}>
              {words.close}
            </Button>
            {master !== null && (
              <Link className="btn" to="/orders/$orderId" params={{ orderId: master }}>
                {words.open}
              </Link>
            )}
          </>
        )
      }
    >
      {results === null ? (
        <>
          <p className="s m2">{words.why}</p>
          <fieldset className="mergemany">
            <legend className="sr">{words.master}</legend>
            <ul className="items boxed">
              {orders.map((order) => (
                <Row
                  key={order.id}
                  order={order}
                  name="master"
                  master={order.id === master}
                  onMaster={() => setMaster(order.id)}
                />
              ))}
            </ul>
          </fieldset>
          <MergeReason value={reason} onChange={setReason} />
          {no !== null && <RefusalNote no={no} />}
        </>
      ) : (
        <>
          <p role="status">{words.done(results.length - failed.length, failed.length)}</p>
          <ul className="s results">
            {failed.map((one) => (
              <li key={one.id} className="flex">
                <OrderNo no={one.no ?? one.id} />
                <span className="grow">{!one.ok && say(one.words)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
