import type { InputHTMLAttributes, ReactNode, Ref } from 'react'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  value: string
  onChange: (value: string) => void
  /** grey words at the right end: a unit, a count */
  unit?: ReactNode
  inputRef?: Ref<HTMLInputElement>
  boxClass?: string
}

export function TextInput({ value, onChange, unit, inputRef, boxClass, ...more }: Props) {
  return (
    <div className={boxClass === undefined ? 'in' : `in ${boxClass}`}>
      <input
        type="text"
        autoComplete="off"
        {...more}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {unit !== undefined && <span className="u">{unit}</span>}
    </div>
  )
}
