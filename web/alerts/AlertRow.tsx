import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AlertView, acknowledgeAlert, listAlerts } from '#contract/alerts.ts'
import { mayCall } from '#contract/may-call.ts'
import { useAct } from '../handling/use-act.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { MergeManyDialog } from '../merge/MergeManyDialog.tsx'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { alertPageWords } from './alert-words.ts'

const TONE = { 'many-callers': 'a', burst: 'r', identical: 'b' } as const

function Acknowledge({ alert }: { alert: AlertView }) {
  const words = useWords(alertPageWords)
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const { act, busy, no } = useAct()
  const why = note.trim() === '' ? words.noteFirst : null
  const send = async () => {
    if (why !== null) return
    const sent = await act(acknowledgeAlert, { params: { alertId: alert.id }, body: { note: note.trim() } })
    if (sent?.ok) toast(words.done)
    await queries.invalidateQueries({ queryKey: [listAlerts.path] })
  }
  return (
    <div className="ack">
      <Field label={words.note} required>
        {(field) => (
          <TextInput {...field} value={note} maxLength={300} placeholder={words.noteHint} onChange={setNote} />
        )}
      </Field>
      <div className="flex wrap">
        <Button look="go" busy={busy} whyNot={why} onClick={() => void send()}>
          {words.acknowledge}
        </Button>
        {why !== null && <WhyNot>{why}</WhyNot>}
      </div>
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}

function Members({ alert }: { alert: AlertView }) {
  const words = useWords(alertPageWords)
  const say = useSay()
  const [language, now] = [useLanguage(), useNow()]
  return (
    <ul className="items" aria-label={words.members(alert.title)}>
      {alert.members.map((member) => (
        <li key={member.id} className="member s">
          <Link to="/orders/$orderId" params={{ orderId: member.id }} className="cut" title={member.title}>
            {member.title}
          </Link>
          <OrderNo no={member.no} />
          <span className="m2">
            {say(orderStateWords[member.state])}
            {alert.kind === 'many-callers' && member.id === alert.orderId && ` · ${words.master}`}
          </span>
          <span className="m3">{momentWords(member.receivedAt, now, language)}</span>
        </li>
      ))}
      {alert.orders > alert.members.length && (
        <li className="more xs m3">{words.more(alert.orders - alert.members.length)}</li>
      )}
    </ul>
  )
}

/** One matter that alarms: how many, since when, its orders, and what somebody does about it. */
export function AlertRow({ alert, open }: { alert: AlertView; open: boolean }) {
  const words = useWords(alertPageWords)
  const [language, now] = [useLanguage(), useNow()]
  const queries = useQueryClient()
  const { roles } = useMe()
  const [merging, setMerging] = useState(false)
  const { kind, acknowledged } = alert
  const when = (at: string) => momentWords(at, now, language)
  const waiting = alert.members.filter(({ state }) => state === 'pending-dispatch')
  return (
    <li className="cluster alert">
      <details open={open}>
        <summary>
          <span className="what">
            <b className="cut" title={alert.title}>
              {alert.title}
            </b>
            <span className="xs m3 cut">
              {alert.categoryName} · {alert.regionName}
            </span>
          </span>
          <span>
            <Tag tone={TONE[kind]} title={words.kindsTold[kind]}>
              {words.kinds[kind]}
            </Tag>
          </span>
          <span className="s how">
            <b>{words.people(alert.callers)}</b> · {words.orders(alert.orders)}
          </span>
          <span className="when">
            <span className="s">{words.raised(when(alert.raisedAt))}</span>
            <span className="xs m3">
              {acknowledged === null
                ? words.grew(when(alert.grewAt))
                : words.acknowledged(acknowledged.by, when(acknowledged.at))}
            </span>
          </span>
          <Icon name="down" size={16} />
        </summary>
        <div className="alertbody">
          <p className="s m2">{words.kindsTold[kind]}</p>
          {acknowledged !== null && <p className="s">{acknowledged.note}</p>}
          <Members alert={alert} />
          {mayCall('mergeOrders', roles) && waiting.length > 0 && alert.members.length > 1 && (
            <Button onClick={() => setMerging(true)}>{words.merge}</Button>
          )}
          {acknowledged === null && mayCall('acknowledgeAlert', roles) && <Acknowledge alert={alert} />}
        </div>
      </details>
      {merging && (
        <MergeManyDialog
          orders={alert.members}
          onClose={() => setMerging(false)}
          onDone={() => void queries.invalidateQueries({ queryKey: [listAlerts.path] })}
        />
      )}
    </li>
  )
}
