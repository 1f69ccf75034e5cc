import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type Item = { label: ReactNode; onChoose: () => void; checked?: boolean; whyNot?: string | null; key: string }

/** A button that opens a short list of actions or choices; arrow keys, Home, End, Escape as everywhere. */
export function Menu(props: {
  button: ReactNode
  label: string
  items: readonly Item[]
  buttonClass?: string
  /** the button is a sign without words: the label is its name */
  bare?: boolean
  align?: 'left' | 'right'
}) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  const close = () => {
    setOpen(false)
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }
  const move = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') return close()
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (to === undefined || items.length === 0) return
    event.preventDefault()
    items[(to + items.length) % items.length]?.focus()
  }
  return (
    <div ref={root} style={{ position: 'relative' }} onKeyDown={open ? move : undefined}>
      <button
        type="button"
        className={props.buttonClass ?? 'btn sm'}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.bare ? props.label : undefined}
        title={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.button}
      </button>
      {open && (
        <div
          id={id}
          className="menu"
          role="menu"
          aria-label={props.label}
          style={{ top: 'calc(100% + 4px)', [props.align ?? 'right']: 0 }}
        >
          {props.items.map((item) => (
            <button
              key={item.key}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              aria-disabled={(item.whyNot ?? null) !== null || undefined}
              title={item.whyNot ?? undefined}
              onClick={() => {
                if ((item.whyNot ?? null) !== null) return
                close()
                item.onChoose()
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
