import { useState } from 'react'
import { useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { FormDialog } from './FormDialog.tsx'
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
  },
  en: {
    title: 'Not accept',
    reason: 'Reason',
    choose: 'Choose a reason',
    told: 'Read to the caller',
    lacks: 'Still needed: the reason and what the caller is told',
    go: 'Told; not accepted',
  },
}

/** T03. Only for a reason of the city's list, and never without telling the proper way. */
export function DeclineDialog({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(wordsOf)
  const reasons = seat.city?.notAcceptedReasons ?? []
  const [reason, setReason] = useState('')
  const [told, setTold] = useState('')
  const whyNot = reason === '' || told.trim() === '' ? words.lacks : null
  const go = () => {
    if (whyNot === null) void outcomes.finish('decline', { kind: 'decline', reason, told: told.trim() })
  }
  return (
    <FormDialog
      title={words.title}
      does={words.go}
      whyNot={whyNot}
      busy={outcomes.busy}
      onGo={go}
      onClose={outcomes.close}
      no={outcomes.no}
      wayOut={outcomes.wayOut}
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
    </FormDialog>
  )
}
