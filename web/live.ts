import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One line of the change feed: which order changed, how, and how it stands now; never who asked or what was said. */
export type Change = {
  order: string
  no: string
  seq: number
  kind: string
  state: string
  light: string
  at: string
}
type Hear = (change: Change) => void
type LineState = { up: boolean; since: number }

let source: EventSource | null = null
let line: LineState = { up: true, since: Date.now() }
const hearers = new Set<Hear>()
const others = new Map<string, Set<(data: unknown) => void>>()
const watchers = new Set<() => void>()

function become(up: boolean): void {
  if (line.up === up) return
  line = { up, since: Date.now() }
  for (const watch of watchers) watch()
}

/** A named event other than `change`, such as a ring: the data as the server sent it. */
function hearNamed(on: EventSource, name: string): void {
  on.addEventListener(name, (event) => {
    const data: unknown = JSON.parse((event as MessageEvent<string>).data)
    for (const hear of others.get(name) ?? []) hear(data)
  })
}

/** One connection for the whole window, however many parts listen; the browser itself connects again. */
function connect(): void {
  if (source !== null) return
  const opened = new EventSource('/api/changes')
  source = opened
  opened.addEventListener('open', () => become(true))
  opened.addEventListener('hello', () => become(true))
  opened.addEventListener('change', (event) => {
    const change = JSON.parse((event as MessageEvent<string>).data) as Change
    for (const hear of hearers) hear(change)
  })
  for (const name of others.keys()) hearNamed(opened, name)
  opened.addEventListener('error', () => {
    become(false)
    // Closed for good means refused: somebody logged out, or the session ended; the next call will ask.
    if (opened.readyState === EventSource.CLOSED) {
      source = null
      setTimeout(() => (hearers.size > 0 || others.size > 0) && connect(), 5000)
    }
  })
}

export function disconnect(): void {
  source?.close()
  source = null
}

/** Calls back at every change within one's reach. */
export function useChanges(hear: Hear): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const one: Hear = (change) => latest.current(change)
    hearers.add(one)
    connect()
    return () => {
      hearers.delete(one)
    }
  }, [])
}

/** Calls back at a named event of the feed. */
export function useLiveEvent(name: string, hear: (data: unknown) => void): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const one = (data: unknown) => latest.current(data)
    const known = others.get(name)
    others.set(name, (known ?? new Set()).add(one))
    if (known === undefined && source !== null) hearNamed(source, name)
    connect()
    return () => {
      others.get(name)?.delete(one)
    }
  }, [name])
}

const watch = (hear: () => void) => {
  watchers.add(hear)
  return () => watchers.delete(hear)
}
/** Whether the line to the server stands, and since when. */
export const useLine = (): LineState => useSyncExternalStore(watch, () => line)
