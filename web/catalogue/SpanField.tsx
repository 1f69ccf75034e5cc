import { useWords } from '../language.ts'
import type { Labelled } from '../ui/Field.tsx'
import { SPAN_SIGN, type SpanColumn } from './rule-cells.ts'

const wordsOf = {
  zh: { from: '从', to: '到', timeOfDay: ['如 22:00', '如 06:00'], season: ['月-日，如 11-15', '月-日，如 03-15'] },
  en: { from: 'from', to: 'to', timeOfDay: ['22:00', '06:00'], season: ['MM-DD, 11-15', 'MM-DD, 03-15'] },
}

type Props = {
  kind: SpanColumn
  value: string
  onChange: (value: string) => void
  label: string
  field: Labelled
  disabled: boolean
}

/** From one time to another, over midnight or New Year where the second is the earlier; both empty is any time. */
export function SpanField({ kind, value, onChange, label, field, disabled }: Props) {
  const words = useWords(wordsOf)
  const [from = '', to = ''] = value.split(SPAN_SIGN)
  const put = (start: string, end: string) => onChange(start === '' && end === '' ? '' : `${start}${SPAN_SIGN}${end}`)
  const edge = (which: 'from' | 'to', text: string, set: (text: string) => void) => (
    <div className="in">
      <input
        {...(which === 'from' ? field : {})}
        type="text"
        inputMode="numeric"
        maxLength={5}
        placeholder={words[kind][which === 'from' ? 0 : 1]}
        aria-label={`${label} ${words[which]}`}
        value={text}
        disabled={disabled}
        onChange={(event) => set(event.target.value.replace(/[：.]/g, ':').trim())}
      />
    </div>
  )
  return (
    <div className="row span">
      {edge('from', from, (text) => put(text, to))}
      <span className="m3 s" aria-hidden="true">
        {words.to}
      </span>
      {edge('to', to, (text) => put(from, text))}
    </div>
  )
}
