import { useSyncExternalStore } from 'react'

/** Where the phone is: in the part behind #, so that every step has the phone's own way back and needs no server. */
export type Way =
  | { at: 'list'; tab: 'mine' | 'done' | 'whistles' }
  | { at: 'task' | 'result' | 'up'; orderId: string; n: number }
  | { at: 'whistle' }
  | { at: 'outbox' }

const TABS = ['mine', 'done', 'whistles'] as const

function wayOf(hash: string): Way {
  const [at = '', orderId = '', n = ''] = hash.replace(/^#\/?/, '').split('/')
  if (at === 'whistle' || at === 'outbox') return { at }
  if ((at === 'task' || at === 'result' || at === 'up') && orderId !== '' && Number(n) > 0)
    return { at, orderId, n: Number(n) }
  return { at: 'list', tab: TABS.find((tab) => tab === at) ?? 'mine' }
}

const listen = (hear: () => void) => {
  window.addEventListener('hashchange', hear)
  return () => window.removeEventListener('hashchange', hear)
}

export function useWay(): Way {
  const hash = useSyncExternalStore(listen, () => location.hash)
  return wayOf(hash)
}

export const go = (to: string): void => {
  location.hash = to
  window.scrollTo(0, 0)
}
