import { useSyncExternalStore } from 'react'

/** From here down the aside becomes a tab: 1280 px is the narrowest screen on which a desk is used whole. Paper takes all. */
const NARROW = 'screen and (max-width: 1279px)'

const listen = (hear: () => void) => {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', hear)
  return () => query.removeEventListener('change', hear)
}
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(NARROW).matches)
