import { useSyncExternalStore } from 'react'

/** Below it the frame lies at the foot and a table becomes cards (look.md §3). */
const narrow = window.matchMedia('(max-width: 799px)')
const listen = (hear: () => void) => {
  narrow.addEventListener('change', hear)
  return () => narrow.removeEventListener('change', hear)
}
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches)
