import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from '../language.ts'
import { Icon } from './Icon.tsx'

type Props = {
  title: string
  onClose: () => void
  children: ReactNode
  /** buttons, the going one first */
  foot?: ReactNode
  shape?: 'box' | 'wide' | 'drawer' | 'viewer'
  /** false: only the buttons close it, for questions that must be answered */
  dismissable?: boolean
}

const FIELD = ':is(input, textarea, select):not(:disabled, [type=hidden])'

/**
 * What is to be filled in comes first, not the cross that closes. Not where a list would open over the question, nor where
 * a keyboard would slide up over it.
 */
function startAtField(dialog: HTMLDialogElement): void {
  const field = dialog.querySelector<HTMLElement>(`.body ${FIELD}`)
  if (field === null || field.getAttribute('role') === 'combobox' || !matchMedia('(pointer: fine)').matches) return
  field.focus()
}

/**
 * The browser's own modal: focus goes in and comes back, Tab stays inside, Escape closes, everything behind is inert.
 * Render it only while it is open.
 */
export function Dialog({ title, onClose, children, foot, shape = 'box', dismissable = true }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  const words = useWords({ zh: { close: '关闭' }, en: { close: 'Close' } })
  // In the same step as the drawing: no key falls between, and at the end it closes while it still stands on the page,
  // for only then does the browser give the focus back to where it came from.
  useLayoutEffect(() => {
    const dialog = box.current
    if (dialog !== null && !dialog.open) {
      dialog.showModal()
      startAtField(dialog)
    }
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className={`box-dialog ${shape === 'box' ? '' : shape}`.trim()}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        if (dismissable) onClose()
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        {dismissable && (
          <button type="button" className="ghost" aria-label={words.close} onClick={onClose}>
            <Icon name="close" size={18} />
          </button>
        )}
      </header>
      <div className="body">{children}</div>
      {foot !== undefined && <footer>{foot}</footer>}
    </dialog>
  )
}
