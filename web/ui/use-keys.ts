import { useEffect, useRef } from 'react'

/** `Ctrl+Enter`, `Alt+N`, `j`, `/`, `F6`; single characters act only outside fields. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const ticks = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type)

/** The name of a pressed key as the maps write it: modifiers in the order Ctrl, Alt, Shift; letters as capitals with them. */
export function keyName(event: KeyboardEvent): string {
  const ctrl = event.ctrlKey || event.metaKey
  // With Alt some layouts give another character; the key's own place tells the letter.
  const letter = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code)
  const key = (ctrl || event.altKey) && letter !== null ? (letter[1] ?? letter[2] ?? event.key) : event.key
  const shift = event.shiftKey && (event.key.length > 1 || ctrl || event.altKey) ? 'Shift+' : ''
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${key}`
}

/** A plain key inside a field is text, and Enter on a focused control is that control's. */
function belongsElsewhere(event: KeyboardEvent, name: string): boolean {
  const modified = event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.key)
  if (!modified && isTyping(event.target) && !ticks(event.target)) return true
  const control =
    event.target instanceof HTMLElement ? event.target.closest('button, a, summary, [role="option"]') : null
  return name === 'Enter' && control !== null
}

/**
 * The keys of a page. They rest while a dialog is open (the dialog has its own, `inDialog`) and while the input method is
 * composing. Letters without a modifier act only outside fields.
 */
export function useKeys(keys: KeyMap, { inDialog = false }: { inDialog?: boolean } = {}): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if (!inDialog && document.querySelector('dialog[open]') !== null) return
      const name = keyName(event)
      const act = latest.current[name] ?? latest.current[name.toLowerCase()]
      if (act === undefined || belongsElsewhere(event, name)) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [inDialog])
}
