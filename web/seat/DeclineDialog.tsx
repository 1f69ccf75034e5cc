import { useState } from 'react'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useKeys } from '../ui/use-keys.ts'
import { cut } from './seat-form.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

const MAX_TOLD = 500
const wordsOf = {
  zh: {
    title: '不予受理',
    reason: '理由',
    choose: '选一条理由',
    told: '请念给来电人',
    lacks: '还差：理由和告知的话',
    go: '已告知，不予受理',
    back: '返回',
  },
  en: {
    title: 'Not accept',
    reason: 'Reason',
    choose: 'Choose a reason',
    told: 'Read to the caller',
    lacks: 'Still needed: the reason and what the caller is told',
    go: 'Told; not accepted',
    back: 'Back',
  },
}

/** T03. Only for a reason of the city's list, and never without telling the proper way. */
export function DeclineDialog({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(wordsOf)
  useFirstFocus('field')
  const reasons = seat.city?.notAcceptedReasons ?? []
  const [reason, setReason] = useState('')
  const [told, setTold] = useState('')
  const whyNot = reason === '' || told.trim() === '' ? words.lacks : null
  const go = () => {
    if (whyNot === null) void outcomes.finish('decline', { kind: 'decline', reason, told: told.trim() })
  }
  useKeys({ 'Ctrl+Enter': go }, { inDialog: true })
  return (
    <Dialog
      title={words.title}
      onClose={outcomes.close}
      foot={
        <>
          <Button look="go" keys="Ctrl ⏎" whyNot={whyNot} busy={outcomes.busy} onClick={go}>
            {words.go}
          </Button>
          <Button keys="Esc" onClick={outcomes.close}>
            {words.back}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <Field label={words.reason} required>
        {(field) => (
          <Select
            {...field}
            value={reason}
            placeholder={words.choose}
            onChange={(code) => {
              setReason(code)
              setTold(reasons.find((one) => one.code === code)?.script ?? '')
            }}
            choices={reasons.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
      <Field label={words.told} required>
        {(field) => (
          <TextArea
            {...field}
            height={120}
            max={MAX_TOLD}
            value={told}
            onChange={(text) => setTold(cut(text, MAX_TOLD))}
          />
        )}
      </Field>
      {outcomes.no !== null && <RefusalNote no={outcomes.no}>{outcomes.wayOut}</RefusalNote>}
    </Dialog>
  )
}
