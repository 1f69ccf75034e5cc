import { useSyncExternalStore } from 'react'

const listen = (hear: () => void) => {
  window.addEventListener('online', hear)
  window.addEventListener('offline', hear)
  return () => {
    window.removeEventListener('online', hear)
    window.removeEventListener('offline', hear)
  }
}

/** What the browser knows of the line; it may say yes where no server answers, never no where one would. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
