import type { SelectHTMLAttributes } from 'react'

type Props<T extends string> = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
  value: T | ''
  onChange: (value: T) => void
  choices: readonly { value: T; label: string; disabled?: boolean }[]
  /** what stands there while nothing is chosen */
  placeholder?: string
}

/** The browser's own list: known keys, known to every screen reader. For more than about 20 choices use Combobox. */
export function Select<T extends string>({ value, onChange, choices, placeholder, className, ...more }: Props<T>) {
  return (
    <select
      {...more}
      className={`in ${className ?? ''}`.trim()}
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {placeholder !== undefined && (
        <option value="" disabled={value !== ''}>
          {placeholder}
        </option>
      )}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
