import { useSyncExternalStore } from 'react'

/** How the tasks are looked at; the phone remembers it, so that who works by the map has no tap more than by the list. */
export type ListView = 'time' | 'place' | 'map'
const VIEWS: readonly ListView[] = ['time', 'place', 'map']
const KEY = 'jiesu-grid-view'

const hearers = new Set<() => void>()
let view: ListView = VIEWS.find((one) => one === localStorage.getItem(KEY)) ?? 'time'

const listen = (hear: () => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

export function chooseListView(next: ListView): void {
  view = next
  localStorage.setItem(KEY, next)
  for (const hear of hearers) hear()
}

export const useListView = (): ListView => useSyncExternalStore(listen, () => view)
