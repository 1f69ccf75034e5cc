import { useLayoutEffect } from 'react'

/** Where a dialog begins: in its first field, or on the button that goes on; the browser itself would take the close cross. */
export function useFirstFocus(where: 'field' | 'go'): void {
  useLayoutEffect(() => {
    const found =
      where === 'field'
        ? 'dialog[open] .body :is(input, textarea, select, [role="radio"][tabindex="0"])'
        : 'dialog[open] .btn.go'
    document.querySelector<HTMLElement>(found)?.focus()
  }, [where])
}
