import { type ReactNode, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

/** The place in the top line where a page says how it stands: the line state of a seat, the pool of a dispatcher. */
let place: HTMLElement | null = null
const hearers = new Set<() => void>()
const listen = (hear: () => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}
function take(element: HTMLElement | null): void {
  place = element
  for (const hear of hearers) hear()
}

/** Cut short where the line is narrow, whole under the pointer; what it says changes, so the words are read then. */
export const TopSlotTarget = () => (
  <span
    className="line"
    ref={take}
    onPointerEnter={({ currentTarget }) => {
      currentTarget.title = currentTarget.textContent ?? ''
    }}
  />
)

/** What a page writes into the top line. */
export function TopSlot({ children }: { children: ReactNode }) {
  const target = useSyncExternalStore(listen, () => place)
  return target === null ? null : createPortal(children, target)
}
