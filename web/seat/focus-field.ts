/** `Alt` and the field's letter: to its first control, and in a box everything is marked to be typed over. */
export function focusField(letter: string): void {
  const field = document.querySelector(`[data-field="${letter}"]`)
  const control = field?.querySelector<HTMLElement>(
    'input:not(:disabled), textarea, [role="radio"][tabindex="0"], select, a[href], button',
  )
  control?.focus()
  if (control instanceof HTMLInputElement && control.getAttribute('role') === 'combobox') control.select()
}
