import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orderViews, unmaskAppellant } from '#contract/orders.ts'
import type { MaskedAppellant } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { type No, type ReplyOf, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { unmaskWords } from './unmask-words.ts'
import './order.css'

type What = MaskedAppellant['canUnmask'][number]
type Opened = ReplyOf<typeof unmaskAppellant>

function Shown({ opened, fields }: { opened: Opened; fields: readonly What[] }) {
  const words = useWords(unmaskWords)
  const rows: [boolean, string, string][] = [
    [fields.includes('name'), words.name, opened.name ?? words.noName],
    [fields.includes('contact'), words.contact, opened.contactPhone ?? words.noContact],
    [
      fields.includes('contact') && opened.callerPhone !== null && opened.callerPhone !== opened.contactPhone,
      words.caller,
      opened.callerPhone ?? '',
    ],
    [fields.includes('id-number'), words['id-number'], opened.idNumber ?? words.noId],
  ]
  return (
    <div role="status">
      <dl className="dl opened">
        {rows
          .filter(([asked]) => asked)
          .map(([, name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="t2">{value}</dd>
            </div>
          ))}
      </dl>
      <p className="xs m3">{words.shown}</p>
    </div>
  )
}

/** Asks what and why, opens it, and keeps nothing of it once it is closed. */
function UnmaskDialog({ orderId, may, onClose }: { orderId: string; may: readonly What[]; onClose: () => void }) {
  const words = useWords(unmaskWords)
  const cache = useQueryClient()
  const [fields, setFields] = useState<readonly What[]>(may.includes('contact') ? ['contact'] : may.slice(0, 1))
  const [reason, setReason] = useState('')
  const [opened, setOpened] = useState<Opened | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const whyNot = fields.length === 0 ? words.choose : reason.trim().length < 2 ? words.need : null

  const open = async () => {
    setBusy(true)
    setNo(null)
    const sent = await send(unmaskAppellant, { params: { orderId }, body: { fields: [...fields], reason } })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    setOpened(sent.reply)
    void cache.invalidateQueries({ queryKey: [orderViews.path] })
  }
  const toggle = (what: What, on: boolean) => setFields(may.filter((one) => (one === what ? on : fields.includes(one))))

  if (opened !== null)
    return (
      <Dialog title={words.title} onClose={onClose} foot={<Button onClick={onClose}>{words.close}</Button>}>
        <Shown opened={opened} fields={fields} />
      </Dialog>
    )
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void open()}>
            {words.open}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (whyNot === null && !busy) void open()
        }}
      >
        <p className="s m2">{words.logged}</p>
        <Field label={words.what} group>
          {() => (
            <fieldset className="flex wrap" aria-label={words.what}>
              {may.map((what) => (
                <Check key={what} checked={fields.includes(what)} onChange={(on) => toggle(what, on)}>
                  {words[what]}
                </Check>
              ))}
            </fieldset>
          )}
        </Field>
        <Field label={words.reason} required>
          {(field) => (
            <>
              <TextInput {...field} value={reason} onChange={setReason} maxLength={200} placeholder={words.own} />
              <div className="flex wrap reasons">
                {words.reasons.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className="btn sm"
                    aria-pressed={reason === one}
                    onClick={() => setReason(one)}
                  >
                    {one}
                  </button>
                ))}
              </div>
            </>
          )}
        </Field>
        {no !== null && <RefusalNote no={no} />}
      </form>
    </Dialog>
  )
}

export type UnmaskProps = {
  orderId: string
  canUnmask: readonly What[]
  /** why nothing can be opened; the general sentence if left out */
  whyNot?: string
  /** shorter words on the button, where room is scarce */
  label?: string
  size?: 'sm' | 'md'
}

/** 看全号: what is hidden opens with a reason, and the opening is logged. Used by every desk that speaks with citizens. */
export function Unmask({ orderId, canUnmask, whyNot, label, size = 'sm' }: UnmaskProps) {
  const words = useWords(unmaskWords)
  const [asking, setAsking] = useState(false)
  const refused = canUnmask.length === 0 ? (whyNot ?? words.none) : null
  return (
    <>
      <Button size={size} whyNot={refused} onClick={() => setAsking(true)}>
        <Icon name="eye" size={14} />
        {label ?? words.see}
      </Button>
      {asking && <UnmaskDialog orderId={orderId} may={canUnmask} onClose={() => setAsking(false)} />}
    </>
  )
}
