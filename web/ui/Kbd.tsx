import type { ReactNode } from 'react'

/** A key's name as printed on it; hidden from the screen reader, which has `aria-keyshortcuts`. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd aria-hidden="true">{children}</kbd>
