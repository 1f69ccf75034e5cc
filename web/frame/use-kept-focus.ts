import { useEffect } from 'react'
import { restFocus } from '../ui/rest-focus.ts'

/** The element and what it stands in, innermost first. */
function pathOf(element: HTMLElement): readonly HTMLElement[] {
  const path: HTMLElement[] = []
  for (let at: HTMLElement | null = element; at !== null && at !== document.body; at = at.parentElement) path.push(at)
  return path
}

const takes = (element: HTMLElement): boolean => {
  if (element.isConnected) element.focus({ preventScroll: true })
  return document.activeElement === element
}

/**
 * When the control under the hand is taken away or moved with its row (a row that was dealt with, a list drawn anew, a
 * dialog opened from nowhere), the browser leaves the focus on the page itself: the next Tab begins at the top and a screen
 * reader says nothing. Then it goes to the nearest part around it that takes a focus, at the last to the work area.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly HTMLElement[] = []
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) path = pathOf(target)
    }
    const mend = (changes: readonly MutationRecord[]) => {
      const [at] = path
      if (at === undefined || document.activeElement !== document.body) return
      const gone = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(at)))
      if (gone && !path.some(takes)) restFocus()
    }
    const watch = new MutationObserver(mend)
    watch.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    return () => {
      watch.disconnect()
      document.removeEventListener('focusin', note)
    }
  }, [])
}
