import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Labelled } from './Field.tsx'

export type Option<T> = {
  key: string
  value: T
  label: ReactNode
  /** why it may not be chosen; shown, never hidden */
  whyNot?: string | null
}

type Props<T> = Partial<Labelled> & {
  /** what stands in the box; the caller keeps it */
  text: string
  onText: (text: string) => void
  options: readonly Option<T>[]
  onChoose: (value: T) => void
  /** accessible name where no Field gives one */
  label?: string
  placeholder?: string
  unit?: ReactNode
  /** a line under the options: "还有 12 个", "没有找到" */
  foot?: ReactNode
  inputRef?: React.Ref<HTMLInputElement>
  autoFocus?: boolean
  boxClass?: string
  /** Escape while no list is open: on a desk of single keys, to go back to them */
  onLeave?: () => void
}

/** Typing narrows, arrows choose, Enter takes, Escape closes: the combobox pattern of WAI-ARIA 1.2, list-filtered by the caller. */
export function Combobox<T>(props: Props<T>) {
  const {
    text,
    onText,
    options,
    onChoose,
    label,
    placeholder,
    unit,
    foot,
    inputRef,
    boxClass,
    autoFocus,
    onLeave,
    ...field
  } = props
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = open && (options.length > 0 || foot !== undefined)
  const active = options[Math.min(at, options.length - 1)]
  const activeKey = active?.key
  useEffect(() => {
    if (shown && activeKey !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [shown, activeKey])
  const choose = (option: Option<T> | undefined) => {
    if (option === undefined || (option.whyNot ?? null) !== null) return
    setOpen(false)
    onChoose(option.value)
  }
  const move = (event: React.KeyboardEvent) => {
    // Enter also ends a word of the Chinese input method; that one is not ours.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!shown) return setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setAt((Math.min(at, options.length - 1) + by + options.length) % Math.max(1, options.length))
    } else if (event.key === 'Enter' && shown && !event.ctrlKey && !event.metaKey && active !== undefined) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Escape' && onLeave !== undefined) {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <div className="combo" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <div className={boxClass === undefined ? 'in' : `in ${boxClass}`}>
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          {...field}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          // biome-ignore lint/a11y/noAutofocus: only where the person has just asked for this box
          autoFocus={autoFocus}
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          aria-activedescendant={shown && active !== undefined ? `${id}-${active.key}` : undefined}
          placeholder={placeholder}
          value={text}
          onFocus={() => text !== '' || setOpen(true)}
          onClick={() => setOpen(true)}
          onKeyDown={move}
          onChange={(event) => {
            setAt(0)
            setOpen(true)
            onText(event.target.value)
          }}
        />
        {unit !== undefined && <span className="u">{unit}</span>}
      </div>
      {shown && (
        <div className="options">
          <div ref={list} id={id} role="listbox" aria-label={label ?? placeholder}>
            {options.map((option) => (
              <div
                key={option.key}
                id={`${id}-${option.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.key === active?.key}
                aria-disabled={(option.whyNot ?? null) !== null || undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
                onKeyDown={undefined}
              >
                {option.label}
                {(option.whyNot ?? null) !== null && <span className="m3 xs">{option.whyNot}</span>}
              </div>
            ))}
          </div>
          {foot !== undefined && (
            <div className="note-line" role="status">
              {foot}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
