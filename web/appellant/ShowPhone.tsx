import { useState } from 'react'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { UnmaskDialog } from './UnmaskDialog.tsx'

const wordsOf = {
  zh: {
    show: '看号码',
    call: (phone: string) => `拨打 ${phone}`,
    none: '没有留电话',
    kept: '市民不公开电话，由热线转接联系',
  },
  en: {
    show: 'Show number',
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
  const { order } = props
  const words = useWords(wordsOf)
  const [here, setHere] = useState(false)
  const [phone, setPhone] = useState<string | null>(null)
  const open = props.asked ?? here
  const setOpen = (to: boolean) => {
    setHere(to)
    props.onAsked?.(to)
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
        <UnmaskDialog
          orderId={order.id}
          may={['contact']}
          usual={props.reason}
          onOpened={(opened) => {
            setPhone(opened.contactPhone ?? '')
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
