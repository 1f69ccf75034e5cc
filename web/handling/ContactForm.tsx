import { type RefObject, useState } from 'react'
import { recordContact } from '#contract/handling.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { canOn } from '#domain/order/order.ts'
import { ShowPhone } from '../appellant/ShowPhone.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { momentWords } from '../words/time.ts'
import { asideWords } from './aside-words.ts'
import { type ContactChoice, contactWords } from './order-words.ts'
import { useAct } from './use-act.ts'

const REACHED: readonly ContactChoice[] = ['phone', 'visit', 'wechat', 'sms']
const CHOICES = Object.keys(contactWords) as ContactChoice[]

/** Reached by one of four ways, or not reached, which is always a call. */
const wishOf = (choice: ContactChoice, summary: string) =>
  REACHED.includes(choice)
    ? ({ method: choice as 'phone', result: 'connected', summary } as const)
    : ({ method: 'phone', result: choice as 'no-answer', summary } as const)

function Before({ mine }: { mine: AssignmentView }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  return (
    <ul className="xs m3 before">
      {mine.contacts.toReversed().map((contact) => (
        <li key={contact.at} className="flex" title={contact.summary}>
          <span className="grow cut">
            {say(contactWords[contact.result === 'connected' ? contact.method : contact.result])} · {contact.summary}
          </span>
          <span className="nw">{momentWords(contact.at, now, language)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Two fields and Enter: how and with what result, and what was said. Earlier contacts stand below. */
export function ContactForm(props: {
  order: OrderView
  mine: AssignmentView
  n: string
  summaryRef: RefObject<HTMLInputElement | null>
  onOrder: (order: OrderView) => void
}) {
  const { order, mine } = props
  const words = useWords(asideWords)
  const say = useSay()
  const [choice, setChoice] = useState<ContactChoice>('phone')
  const [summary, setSummary] = useState('')
  const { act, busy, no } = useAct()
  const may = canOn(mine, 'contacted')
  const closed = may ? null : mine.state === 'pending-sign' ? words.signFirst : words.closed
  const why = closed ?? (summary.trim() === '' ? words.sayFirst : null)
  const record = async () => {
    if (why !== null) return
    const params = { orderId: order.id, n: props.n }
    const sent = await act(recordContact, { params, body: wishOf(choice, summary) })
    if (!sent?.ok) return
    setSummary('')
    const after = sent.reply.assignments.find((a) => a.id === mine.id)
    const exempt = after?.contactExempt === true && !mine.contactExempt
    toast(exempt ? words.exempted(String(after?.contactAttempts ?? 0)) : words.recorded)
    props.onOrder(sent.reply as OrderView)
  }
  return (
    <section className="sec">
      <header>
        <h2>{words.contact}</h2>
        <Kbd>L</Kbd>
        <span className="end xs m3">{words.contacts(String(mine.contacts.length))}</span>
      </header>
      {closed === null ? (
        <form
          className="contact"
          onSubmit={(event) => {
            event.preventDefault()
            void record()
          }}
        >
          <Select
            aria-label={words.how}
            value={choice}
            onChange={setChoice}
            choices={CHOICES.map((value) => ({ value, label: say(contactWords[value]) }))}
          />
          <TextInput
            aria-label={words.saidLabel}
            placeholder={words.said}
            inputRef={props.summaryRef}
            maxLength={500}
            value={summary}
            onChange={setSummary}
          />
          <div className="flex">
            <Button type="submit" size="sm" busy={busy} whyNot={why} onClick={() => void record()}>
              {words.record}
            </Button>
            <ShowPhone key={order.id} order={order} reason={words.reasons} />
          </div>
        </form>
      ) : (
        <WhyNot>{closed}</WhyNot>
      )}
      {mine.contactExempt && mine.contactedAt === null && <p className="xs m3">{words.noContact}</p>}
      {no !== null && <RefusalNote no={no} />}
      <Before mine={mine} />
    </section>
  )
}
