import { useEffect, useRef } from 'react'
import { type KeyMap, keyName } from '../ui/use-keys.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Keys of the frame: only those that the page has not taken for itself, for they are heard after the page's. */
export function useLateKeys(keys: KeyMap): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (plain && isTyping(event.target)) return
      const act = latest.current[keyName(event)]
      if (act === undefined) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
