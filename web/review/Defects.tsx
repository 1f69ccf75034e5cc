import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { reviewWords } from './review-words.ts'

type Props = {
  id: string
  label: string
  reasons: readonly string[]
  value: string
  onChange: (value: string) => void
  max: number
  areaRef: React.Ref<HTMLTextAreaElement>
}

/** Common reasons by one press each, and one's own words; what is pressed again is taken out. */
export function Defects({ id, label, reasons, value, onChange, max, areaRef }: Props) {
  const words = useWords(reviewWords)
  const parts = value === '' ? [] : value.split('；')
  const toggle = (reason: string) =>
    onChange(
      (parts.includes(reason) ? parts.filter((part) => part !== reason) : [...parts, reason]).join('；').slice(0, max),
    )
  return (
    <>
      <div className="head">
        <h3 className="s">
          <label htmlFor={id} className="req">
            {label}
          </label>
        </h3>
        <span className="end xs m3">
          {value.length} / {max}
        </span>
      </div>
      <fieldset className="flex wrap">
        <legend className="sr">{words.chosenReason}</legend>
        {reasons.map((reason) => (
          <Button key={reason} size="sm" aria-pressed={parts.includes(reason)} onClick={() => toggle(reason)}>
            {reason}
          </Button>
        ))}
      </fieldset>
      <div style={{ marginTop: 8 }}>
        <TextArea id={id} rows={4} max={max} value={value} onChange={onChange} areaRef={areaRef} aria-required />
      </div>
    </>
  )
}
