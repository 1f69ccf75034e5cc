import { useState } from 'react'
import { mergeOrder } from '#contract/dispatch.ts'
import { likelyMasters, type NearRow } from '#contract/near.ts'
import type { OrderView } from '#contract/views.ts'
import { useSay, useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { LightDot } from '../ui/Light.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { dialogWords } from './dialog-words.ts'

type Master = { id: string; no: string }
const REASON_MAX = 200

function Choice({ row, chosen, onChoose }: { row: NearRow; chosen: boolean; onChoose: (one: Master) => void }) {
  const words = useWords(dialogWords)
  const say = useSay()
  return (
    <li className={chosen ? 'on' : undefined}>
      <LightDot light={row.light} />
      <button type="button" className="ti" aria-pressed={chosen} onClick={() => onChoose(row)}>
        {row.title}
      </button>
      <span className="ck m2">{row.likeness.toFixed(2)}</span>
      <span className="me">
        <OrderNo no={row.no} />
        <span className="cut">{row.regionName}</span>
        {row.metres !== null && <span>{words.metres(row.metres)}</span>}
        <span>
          {say(orderStateWords[row.state])} {row.leadUnitName}
        </span>
      </span>
    </li>
  )
}

/** Into which open order this one goes: what the seat proposed, what is alike nearby, or one that is searched for. */
export function MergeDialog({
  order,
  onClose,
  onDone,
}: {
  order: OrderView
  onClose: () => void
  onDone: (words: string) => void
}) {
  const words = useWords(dialogWords)
  const suggested = order.suggestedMaster
  useFirstFocus('field')
  const [q, setQ] = useState('')
  const [reason, setReason] = useState<string>(words.mergeReasonDefault)
  const [master, setMaster] = useState<Master | null>(
    suggested === null ? null : { id: suggested.id, no: suggested.no },
  )
  const [no, setNo] = useState<No | null>(null)
  const [key] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const asked = q.trim().length >= 2 ? { q: q.trim() } : {}
  const { data, error, refetch } = useApi(
    likelyMasters,
    { params: { orderId: order.id }, query: asked },
    { keep: true },
  )
  const whyNot = master === null ? words.mergeChoose : reason.trim() === '' ? words.mergeReasonFirst : null
  const merge = async () => {
    if (master === null || busy) return
    setBusy(true)
    const body = { master: master.id, reason: reason.trim() }
    const sent = await send(mergeOrder, { params: { orderId: order.id }, body }, { version: order.version, key })
    setBusy(false)
    if (sent.ok) onDone(words.merged(order.no, master.no))
    else setNo(sent.no)
  }
  return (
    <Dialog
      title={words.mergeTitle}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void merge()}>
            {words.mergeDo}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
          {master !== null && (
            <span className="m2 s" style={{ marginLeft: 'auto' }}>
              <OrderNo no={master.no} />
            </span>
          )}
        </>
      }
    >
      <p className="s m2">{words.mergeWhy}</p>
      {suggested !== null && (
        <Button
          aria-pressed={master?.id === suggested.id}
          onClick={() => setMaster({ id: suggested.id, no: suggested.no })}
        >
          {words.suggested} <OrderNo no={suggested.no} />
        </Button>
      )}
      <TextInput
        value={q}
        onChange={(text) => setQ(text.slice(0, 60))}
        aria-label={words.mergeSearch}
        placeholder={words.mergeSearch}
      />
      {error !== null && <Failed no={error.no} what={words.likely} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data !== undefined && data.masters.length === 0 && <Empty title={words.mergeNone} />}
      <ul className="items boxed" aria-label={words.likely}>
        {data?.masters.map((row) => (
          <Choice key={row.id} row={row} chosen={row.id === master?.id} onChoose={setMaster} />
        ))}
      </ul>
      <Field label={words.mergeReason} required>
        {(field) => <TextInput {...field} value={reason} onChange={(text) => setReason(text.slice(0, REASON_MAX))} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
