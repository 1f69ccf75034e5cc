import { useState } from 'react'
import { type Hidden, type Opened, UnmaskDialog } from '../appellant/UnmaskDialog.tsx'
import { unmaskWords } from '../appellant/unmask-words.ts'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import './order.css'

type Seen = { opened: Opened; fields: readonly Hidden[] }

function Shown({ opened, fields }: Seen) {
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

type Props = {
  orderId: string
  canUnmask: readonly Hidden[]
  /** why nothing can be opened; the general sentence if left out */
  whyNot?: string
}

/** 看全号: what is hidden opens with a reason, the opening is logged, and nothing of it is kept once it is closed. */
export function Unmask({ orderId, canUnmask, whyNot }: Props) {
  const words = useWords(unmaskWords)
  const [asking, setAsking] = useState(false)
  const [seen, setSeen] = useState<Seen | null>(null)
  const refused = canUnmask.length === 0 ? (whyNot ?? words.none) : null
  const close = () => {
    setAsking(false)
    setSeen(null)
  }
  return (
    <>
      <Button size="sm" whyNot={refused} onClick={() => setAsking(true)}>
        <Icon name="eye" size={14} />
        {words.see}
      </Button>
      {asking && seen === null && (
        <UnmaskDialog
          orderId={orderId}
          may={canUnmask}
          onOpened={(opened, fields) => setSeen({ opened, fields })}
          onClose={close}
        />
      )}
      {seen !== null && (
        <Dialog title={words.title} onClose={close} foot={<Button onClick={close}>{words.close}</Button>}>
          <Shown {...seen} />
        </Dialog>
      )}
    </>
  )
}
