/** Where a stretch of the text that was read stands in the text as it is now; null: it is gone. */
export function whereNow(read: string, now: string, from: number, to: number): { from: number; to: number } | null {
  const said = read.slice(from, to)
  if (now.slice(from, to) === said) return { from, to }
  const at = now.indexOf(said)
  return at < 0 ? null : { from: at, to: at + said.length }
}

/** Marks the stretch in the field of the form and brings it into view. */
export function selectSpan(letter: 'T' | 'W', { from, to }: { from: number; to: number }): void {
  const box = document.querySelector(`[data-field="${letter}"]`)?.querySelector<HTMLInputElement>('textarea, input')
  if (box == null) return
  box.focus()
  // A caret first: browsers scroll to where the selection ends only when it moves there.
  box.setSelectionRange(to, to)
  box.setSelectionRange(from, to)
  const line = box.value.slice(0, from).length / Math.max(1, box.value.length)
  if (box.scrollHeight > box.clientHeight) box.scrollTop = line * box.scrollHeight - box.clientHeight / 2
}
