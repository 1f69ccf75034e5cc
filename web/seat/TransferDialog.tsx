import { useState } from 'react'
import { useWords } from '../language.ts'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { FormDialog } from './FormDialog.tsx'
import { cut } from './seat-form.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

/** The four national emergency lines; any other line is typed. */
const LINES = ['110', '119', '120', '122'] as const
const wordsOf = {
  zh: {
    title: '转接',
    line: '转到',
    names: { '110': '110 报警', '119': '119 火警', '120': '120 急救', '122': '122 交通' },
    other: '其他线路',
    otherHint: '如 12348 法律服务',
    threeWay: '三方通话，陪同说明',
    lacks: '还差：转到哪条线路',
    said: (line: string) => `来电要求转接 ${line}`,
    go: '已转接',
  },
  en: {
    title: 'Transfer',
    line: 'To',
    names: { '110': '110 police', '119': '119 fire', '120': '120 ambulance', '122': '122 traffic' },
    other: 'Another line',
    otherHint: 'e.g. 12348 legal aid',
    threeWay: 'Three-way call',
    lacks: 'Still needed: the line',
    said: (line: string) => `Caller asked to be put through to ${line}`,
    go: 'Transferred',
  },
}

/** T04. Emergencies cannot wait for a form: only the type of request must be known. */
export function TransferDialog({ outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(wordsOf)
  const [line, setLine] = useState<(typeof LINES)[number] | null>(null)
  const [other, setOther] = useState('')
  const [threeWay, setThreeWay] = useState(false)
  const target = other.trim() === '' ? (line ?? '') : other.trim()
  const whyNot = target === '' ? words.lacks : null
  const go = () => {
    if (whyNot === null)
      void outcomes.finish('transfer', { kind: 'transfer', target, threeWay }, {}, words.said(target))
  }
  useKeys(
    {
      ...Object.fromEntries(LINES.map((one, i) => [String(i + 1), () => setLine(one)])),
    },
    { inDialog: true },
  )
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
      <Field label={words.line} required group>
        {() => (
          <Segment
            label={words.line}
            value={line}
            choices={LINES.map((value, i) => ({ value, label: words.names[value], keys: String(i + 1) }))}
            onChange={setLine}
          />
        )}
      </Field>
      <Field label={words.other}>
        {(field) => (
          <TextInput
            {...field}
            value={other}
            onChange={(text) => setOther(cut(text, 60))}
            placeholder={words.otherHint}
          />
        )}
      </Field>
      <Check checked={threeWay} onChange={setThreeWay}>
        {words.threeWay}
      </Check>
    </FormDialog>
  )
}
