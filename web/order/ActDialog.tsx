import { type ReactNode, useRef, useState } from 'react'
import { supplementOrder, urgeOrder } from '#contract/accept.ts'
import { reopenOrder, withdrawOrder } from '#contract/callback.ts'
import { unmergeOrder } from '#contract/merge.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { actWords } from './act-words.ts'
import type { ActHere } from './order-acts.ts'
import { useRefresh } from './use-order-page.ts'

type Sent = { ok: true } | { ok: false; no: No }
/** `merged`: the order is part of another, its master. */
type Props = { orderId: string; merged: boolean; onClose: () => void }

/** The frame of each: what it does, its fields, one filled button that sends once and stays until it went through. */
function Ask(
  props: Pick<Props, 'orderId' | 'onClose'> & {
    title: string
    help: string
    whyNot: string | null
    doIt: (key: string) => Promise<Sent>
    children: ReactNode
  },
) {
  const words = useWords(actWords)
  useFirstFocus('field')
  const refresh = useRefresh()
  const key = useRef(crypto.randomUUID())
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    setNo(null)
    const sent = await props.doIt(key.current)
    setBusy(false)
    if (!sent.ok) {
      // The key keeps a refusal as its answer; what is asked next is another question.
      key.current = crypto.randomUUID()
      return setNo(sent.no)
    }
    toast(words.done(props.title))
    refresh()
    props.onClose()
  }
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={props.whyNot} onClick={() => void act()}>
            {props.title}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          {props.whyNot !== null && <WhyNot>{props.whyNot}</WhyNot>}
        </>
      }
    >
      <p className="s m2">{props.help}</p>
      <div className="form">{props.children}</div>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}

function Text(props: {
  label: string
  value: string
  onChange: (text: string) => void
  max: number
  required?: boolean
}) {
  const words = useWords(actWords)
  const [cut, setCut] = useState(0)
  return (
    <Field label={props.label} required={props.required === true} fault={cut === 0 ? null : words.cut(String(cut))}>
      {(field) => (
        <TextArea
          {...field}
          value={props.value}
          max={props.max}
          height={104}
          onCut={setCut}
          onChange={(text) => {
            if (text.length < props.max) setCut(0)
            props.onChange(text)
          }}
        />
      )}
    </Field>
  )
}

function Urge({ orderId, merged, onClose }: Props) {
  const words = useWords(actWords)
  const [text, setText] = useState('')
  const body = { text: text.trim() === '' ? null : text }
  return (
    <Ask
      {...{ orderId, onClose }}
      title={words.urge}
      help={merged ? words.urgeMergedHelp : words.urgeHelp}
      whyNot={null}
      doIt={(key) => send(urgeOrder, { params: { orderId }, body }, { key })}
    >
      <Text label={words.urgeText} value={text} onChange={setText} max={300} />
    </Ask>
  )
}

function Supplement({ orderId, merged, onClose }: Props) {
  const words = useWords(actWords)
  const [text, setText] = useState('')
  return (
    <Ask
      {...{ orderId, onClose }}
      title={words.supplement}
      help={merged ? words.supplementMergedHelp : words.supplementHelp}
      whyNot={text.trim() === '' ? words.need(words.supplementText) : null}
      doIt={(key) => send(supplementOrder, { params: { orderId }, body: { text } }, { key })}
    >
      <Text label={words.supplementText} value={text} onChange={setText} max={1000} required />
    </Ask>
  )
}

function Withdraw({ orderId, onClose }: Props) {
  const words = useWords(actWords)
  const [askedBy, setAskedBy] = useState<'appellant' | 'appellant-family'>('appellant')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState('')
  const missing = reason.trim() === '' ? words.withdrawReason : checked.trim() === '' ? words.checked : null
  return (
    <Ask
      {...{ orderId, onClose }}
      title={words.withdraw}
      help={words.withdrawHelp}
      whyNot={missing === null ? null : words.need(missing)}
      doIt={(key) => send(withdrawOrder, { params: { orderId }, body: { askedBy, reason, checked } }, { key })}
    >
      <Field label={words.askedBy} group>
        {() => (
          <Segment
            label={words.askedBy}
            value={askedBy}
            onChange={setAskedBy}
            choices={[
              { value: 'appellant', label: words.appellant },
              { value: 'appellant-family', label: words.family },
            ]}
          />
        )}
      </Field>
      <Text label={words.withdrawReason} value={reason} onChange={setReason} max={300} required />
      <Field label={words.checked} required>
        {(field) => (
          <TextInput {...field} value={checked} onChange={setChecked} maxLength={200} placeholder={words.checkedHint} />
        )}
      </Field>
    </Ask>
  )
}

function Reopen({ orderId, merged, onClose }: Props) {
  const words = useWords(actWords)
  const [ground, setGround] = useState<'recheck' | 'same-appellant'>('recheck')
  const [apart, setApart] = useState(false)
  const [reason, setReason] = useState('')
  const help = merged ? (apart ? words.reopenApartHelp : words.reopenMergedHelp) : words.reopenHelp
  return (
    <Ask
      {...{ orderId, onClose }}
      title={words.reopen}
      help={help}
      whyNot={reason.trim() === '' ? words.need(words.reopenReason) : null}
      doIt={(key) => send(reopenOrder, { params: { orderId }, body: { ground, reason, apart } }, { key })}
    >
      {merged && (
        <Field label={words.how} group>
          {() => (
            <Segment
              label={words.how}
              value={apart ? 'apart' : 'master'}
              onChange={(how) => setApart(how === 'apart')}
              choices={[
                { value: 'master', label: words.withMaster },
                { value: 'apart', label: words.apart },
              ]}
            />
          )}
        </Field>
      )}
      <Field label={words.ground} group>
        {() => (
          <Segment
            label={words.ground}
            value={ground}
            onChange={setGround}
            choices={[
              { value: 'recheck', label: words.recheck },
              { value: 'same-appellant', label: words.same },
            ]}
          />
        )}
      </Field>
      <Text label={words.reopenReason} value={reason} onChange={setReason} max={300} required />
    </Ask>
  )
}

function Unmerge({ orderId, onClose }: Props) {
  const words = useWords(actWords)
  const [reason, setReason] = useState('')
  return (
    <Ask
      {...{ orderId, onClose }}
      title={words.unmerge}
      help={words.unmergeHelp}
      whyNot={reason.trim() === '' ? words.need(words.unmergeReason) : null}
      doIt={(key) => send(unmergeOrder, { params: { orderId }, body: { reason } }, { key })}
    >
      <Text label={words.unmergeReason} value={reason} onChange={setReason} max={200} required />
    </Ask>
  )
}

const DIALOGS = {
  urgeOrder: Urge,
  supplementOrder: Supplement,
  withdrawOrder: Withdraw,
  reopenOrder: Reopen,
  unmergeOrder: Unmerge,
} as const

export function ActDialog({ act, ...props }: Props & { act: ActHere }) {
  const Chosen = DIALOGS[act]
  return <Chosen {...props} />
}
