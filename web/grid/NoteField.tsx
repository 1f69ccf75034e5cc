import { useId } from 'react'
import { TextArea } from '../ui/TextArea.tsx'

type Props = { label: string; value: string; onChange: (value: string) => void; max: number }

export function NoteField({ label, value, onChange, max }: Props) {
  const id = useId()
  return (
    <div className="note-field">
      <label htmlFor={id} className="lab">
        {label}
      </label>
      <TextArea id={id} value={value} onChange={onChange} max={max} height={96} />
    </div>
  )
}
