type Props<T extends string> = {
  name: string
  label: string
  options: readonly { value: T; words: string }[]
  value: T | null
  onChange: (value: T) => void
}

/** One of a few, each a target of its own width; the browser's own radio buttons underneath. */
export function Choice<T extends string>({ name, label, options, value, onChange }: Props<T>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'on' : ''}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.words}
        </label>
      ))}
    </fieldset>
  )
}
