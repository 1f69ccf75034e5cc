/** To the work area: no control has the keys then, so those of the desk act, and Tab goes on from its beginning. */
export function restFocus(): void {
  document.getElementById('work')?.focus({ preventScroll: true })
}
