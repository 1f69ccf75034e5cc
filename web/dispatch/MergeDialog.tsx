import { useState } from 'react'
import { mergeOrder } from '#contract/dispatch.ts'
import { judgeProposal } from '#contract/merge.ts'
import { likelyMasters } from '#contract/near.ts'
import { sameMatter } from '#contract/same-matter.ts'
import type { OrderView } from '#contract/views.ts'
import { isOpen } from '#domain/order/states.ts'
import { useSay, useWords } from '../language.ts'
import { MergeReason } from '../merge/MergeReason.tsx'
import { mergeWords } from '../merge/merge-words.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useApi } from '../use-api.ts'
import { dialogWords } from './dialog-words.ts'
import { fromNear, fromSimilar, type Master, MergeChoice } from './MergeChoice.tsx'
import { SameCaller } from './SameCaller.tsx'

/** Without words of one's own: what is alike in the whole city, then what is of the kind nearby; ended ones take nothing in. */
function useMergeable(orderId: string, q: string) {
  const near = useApi(likelyMasters, { params: { orderId }, query: q.length >= 2 ? { q } : {} }, { keep: true })
  const same = useApi(sameMatter, { params: { orderId } })
  const alike =
    q.length >= 2
      ? []
      : (same.data?.orders ?? [])
          .filter(({ state, proposal }) => isOpen(state) || proposal?.kind === 'repeat')
          .map(fromSimilar)
  const nearby = (near.data?.masters ?? []).filter(({ id }) => !alike.some((one) => one.id === id)).map(fromNear)
  const pending = near.isPending || (same.isPending && q.length < 2)
  const first = [...alike].sort((a, b) => Number(b.proposal !== null) - Number(a.proposal !== null))
  const again = () => void same.refetch()
  return { near, rows: pending ? undefined : [...first, ...nearby], matter: same.data?.matter ?? null, again }
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
  const say = useSay()
  const merges = useWords(mergeWords)
  const suggested = order.suggestedMaster
  useFirstFocus('field')
  const [q, setQ] = useState('')
  const [reason, setReason] = useState('')
  const [master, setMaster] = useState<Master | null>(
    suggested === null ? null : { id: suggested.id, no: suggested.no },
  )
  const [no, setNo] = useState<No | null>(null)
  const [key] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const { near, rows, matter, again } = useMergeable(order.id, q.trim())
  const mergeable = rows?.filter(({ proposal }) => proposal?.kind !== 'repeat')
  const repeats = rows?.filter(({ proposal }) => proposal?.kind === 'repeat') ?? []
  // A repeat is dispatched like any other: the order stays where it is.
  const linked = (said: string) => {
    onClose()
    toast(said)
  }
  const refuse = async (otherId: string) => {
    const params = { orderId: order.id, otherId }
    const sent = await send(judgeProposal, { params, body: { verdict: 'refused' } }, { key: crypto.randomUUID() })
    if (!sent.ok) return setNo(sent.no)
    if (master?.id === otherId) setMaster(null)
    toast(merges.refused)
    again()
  }
  const chosen = mergeable?.find(({ id }) => id === master?.id)
  // What the table proposes was tested on the two; without a proposal what the search found alike.
  const alike = (chosen?.proposal?.tests ?? chosen?.reasons ?? []).map(say)
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
          <Button onClick={onClose}>{merges.cancel}</Button>
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
      {near.error !== null && <Failed no={near.error.no} what={words.likely} again={() => void near.refetch()} />}
      {rows === undefined && near.error === null && <Loading rows={2} />}
      {repeats.map((row) => (
        <SameCaller key={row.id} row={row} order={order} onDone={linked} onNo={setNo} />
      ))}
      {mergeable?.length === 0 && <Empty title={words.mergeNone} />}
      <ul className="items boxed" aria-label={words.likely}>
        {mergeable?.map((row) => (
          <MergeChoice
            key={row.id}
            row={row}
            chosen={row.id === master?.id}
            onChoose={setMaster}
            onRefuse={row.proposal === null ? null : (id) => void refuse(id)}
          />
        ))}
      </ul>
      {matter !== null && (
        <a className="s" href={`/clusters?matter=${matter}`} target="_blank" rel="noreferrer">
          {words.mergeMatter}
        </a>
      )}
      <MergeReason
        value={reason}
        onChange={setReason}
        found={alike}
        bySeat={suggested !== null && suggested.id === master?.id}
      />
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
