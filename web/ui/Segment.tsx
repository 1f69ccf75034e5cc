import { Kbd } from './Kbd.tsx'

type Choice<T extends string> = { value: T; label: string; keys?: string; whyNot?: string | null }

/** A choice of few, all in view. Arrow keys move inside the group, as in a group of radio buttons. */
export function Segment<T extends string>(props: {
  label: string
  value: T | null
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  invalid?: boolean
}) {
  const { label, value, choices, onChange } = props
  const open = choices.filter((choice) => (choice.whyNot ?? null) === null)
  const step = (by: number) => {
    const at = open.findIndex((choice) => choice.value === value)
    const next = open[(at + by + open.length) % open.length]
    if (next !== undefined) onChange(next.value)
  }
  return (
    <div
      className="seg"
      role="radiogroup"
      aria-label={label}
      aria-invalid={props.invalid || undefined}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        step(by)
        const group = event.currentTarget
        requestAnimationFrame(() => group.querySelector<HTMLElement>('[aria-checked="true"]')?.focus())
      }}
    >
      {choices.map((choice, i) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          aria-disabled={(choice.whyNot ?? null) !== null || undefined}
          title={choice.whyNot ?? undefined}
          tabIndex={choice.value === value || (value === null && i === 0) ? 0 : -1}
          onClick={() => (choice.whyNot ?? null) === null && onChange(choice.value)}
        >
          {choice.label}
          {choice.keys !== undefined && <Kbd>{choice.keys}</Kbd>}
        </button>
      ))}
    </div>
  )
}
