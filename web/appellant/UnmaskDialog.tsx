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
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { unmaskWords } from './unmask-words.ts'
import './unmask.css'

export type Hidden = MaskedAppellant['canUnmask'][number]
export type Opened = ReplyOf<typeof unmaskAppellant>

type Props = {
  orderId: string
  may: readonly Hidden[]
  /** what stands in the box for the reason; a person may change it */
  usual?: string
  onOpened: (opened: Opened, fields: readonly Hidden[]) => void
  onClose: () => void
}

/** Asks what and why before anything hidden opens; where there is one thing to see, only why. The opening is logged. */
export function UnmaskDialog({ orderId, may, usual = '', onOpened, onClose }: Props) {
  const words = useWords(unmaskWords)
  const cache = useQueryClient()
  const [fields, setFields] = useState<readonly Hidden[]>(may.includes('contact') ? ['contact'] : may.slice(0, 1))
  const [reason, setReason] = useState(usual)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const whyNot = fields.length === 0 ? words.choose : reason.trim().length < 2 ? words.need : null

  const open = async () => {
    setBusy(true)
    setNo(null)
    const sent = await send(unmaskAppellant, { params: { orderId }, body: { fields: [...fields], reason } })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    void cache.invalidateQueries({ queryKey: [orderViews.path] })
    onOpened(sent.reply, fields)
  }
  const toggle = (what: Hidden, on: boolean) =>
    setFields(may.filter((one) => (one === what ? on : fields.includes(one))))

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
        {may.length > 1 && (
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
        )}
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
