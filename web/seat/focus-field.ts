/**
 * `Alt` and the field's letter: to its first control, and in a box everything is marked to be typed over. A part whose
 * controls are still on their way takes the focus itself.
 */
export function focusField(letter: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${letter}"]`)
  const control = field?.querySelector<HTMLElement>(
    'input:not(:disabled), textarea, [role="radio"][tabindex="0"], select, a[href], button',
  )
  ;(control ?? field)?.focus()
  if (control instanceof HTMLInputElement && control.getAttribute('role') === 'combobox') control.select()
}
