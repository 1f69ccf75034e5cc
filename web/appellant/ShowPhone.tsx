import { useState } from 'react'
import { unmaskAppellant } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'

const wordsOf = {
  zh: {
    show: '看号码',
    title: '查看市民电话',
    why: '写明用途。谁、什么时候、为什么看过，都会留痕。',
    reason: '用途',
    reasonFirst: '先写用途',
    see: '查看并留痕',
    call: (phone: string) => `拨打 ${phone}`,
    none: '没有留电话',
    kept: '市民不公开电话，由热线转接联系',
  },
  en: {
    show: 'Show number',
    title: 'See the citizen’s phone',
    why: 'Say what for. Who looked, when and why is logged.',
    reason: 'What for',
    reasonFirst: 'Say what for first',
    see: 'Show, and log it',
    call: (phone: string) => `Call ${phone}`,
    none: 'No number was left',
    kept: 'The citizen keeps the number; the hotline connects you',
  },
}

/**
 * The masked number and the way to the whole one: with a reason, logged, and only on this screen for as long as the order
 * is open on it. Afterwards it is a link that dials.
 */
export function ShowPhone(props: {
  order: Pick<OrderView, 'id' | 'appellant'>
  /** what stands in the box for the reason; a person may change it */
  reason: string
  /** also opened from elsewhere, by a key say */
  asked?: boolean
  onAsked?: (asked: boolean) => void
}) {
  const { order, reason: usual } = props
  const words = useWords(wordsOf)
  const [here, setHere] = useState(false)
  const [phone, setPhone] = useState<string | null>(null)
  const [reason, setReason] = useState(usual)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const open = (props.asked ?? here) && phone === null
  const setOpen = (to: boolean) => {
    setHere(to)
    props.onAsked?.(to)
  }
  const see = async () => {
    setBusy(true)
    const sent = await send(unmaskAppellant, { params: { orderId: order.id }, body: { fields: ['contact'], reason } })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no as No)
    setPhone(sent.reply.contactPhone ?? '')
    setOpen(false)
  }
  if (phone !== null)
    return phone === '' ? (
      <span className="s m3">{words.none}</span>
    ) : (
      <a className="btn sm" href={`tel:${phone}`}>
        <Icon name="phone" size={14} /> {words.call(phone)}
      </a>
    )
  const may = order.appellant.canUnmask.includes('contact')
  const why = may ? null : order.appellant.contactPhone === null ? words.kept : words.none
  return (
    <>
      <Button size="sm" whyNot={why} onClick={() => setOpen(true)}>
        <Icon name="eye" size={14} />
        {order.appellant.contactPhone ?? ''} {words.show}
      </Button>
      {why !== null && <WhyNot>{why}</WhyNot>}
      {open && may && (
        <Dialog
          title={words.title}
          onClose={() => setOpen(false)}
          foot={
            <Button
              look="go"
              busy={busy}
              whyNot={reason.trim().length < 2 ? words.reasonFirst : null}
              onClick={() => void see()}
            >
              {words.see}
            </Button>
          }
        >
          <p className="s m2">{words.why}</p>
          <Field label={words.reason} required>
            {(field) => <TextInput {...field} maxLength={200} value={reason} onChange={setReason} />}
          </Field>
          {no !== null && <RefusalNote no={no} />}
        </Dialog>
      )}
    </>
  )
}
