import { useSyncExternalStore } from 'react'
import type { Ticket } from './ask.ts'

/**
 * The request being looked at stays as long as this window; number and code are kept on the phone only by a person's own
 * choice, since whoever holds the phone could read them. One exception: what has just been sent, perhaps while nobody was
 * looking, is kept until somebody has seen it.
 */
const OPEN = 'jiesu-citizen-ticket'
const KEPT = 'jiesu-citizen-tickets'
const UNSEEN = 'jiesu-citizen-unseen'
const KEPT_MAX = 20

type State = { open: Ticket | null; kept: readonly Ticket[]; unseen: Ticket | null }

function read<T>(store: () => Storage, key: string, none: T): T {
  try {
    return (JSON.parse(store().getItem(key) ?? 'null') as T | null) ?? none
  } catch {
    return none
  }
}

function write(store: () => Storage, key: string, value: unknown): void {
  try {
    store().setItem(key, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing: the page holds it until it is closed.
  }
}

let state: State = {
  open: read<Ticket | null>(() => sessionStorage, OPEN, null),
  kept: read<Ticket[]>(() => localStorage, KEPT, []),
  unseen: read<Ticket | null>(() => localStorage, UNSEEN, null),
}
const hearers = new Set<() => void>()

function become(next: State): void {
  state = next
  write(() => sessionStorage, OPEN, state.open)
  write(() => localStorage, KEPT, state.kept)
  write(() => localStorage, UNSEEN, state.unseen)
  for (const hear of hearers) hear()
}

export const tickets = {
  get: (): State => state,
  listen: (hear: () => void) => {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  open: (open: Ticket | null): void => become({ ...state, open }),
  arrived: (ticket: Ticket): void => become({ ...state, open: ticket, unseen: ticket }),
  seen: (): void => {
    if (state.unseen !== null) become({ ...state, unseen: null })
  },
  keep: (ticket: Ticket): void =>
    become({ ...state, kept: [ticket, ...state.kept.filter(({ no }) => no !== ticket.no)].slice(0, KEPT_MAX) }),
  forget: (ticket: Ticket): void => become({ ...state, kept: state.kept.filter(({ no }) => no !== ticket.no) }),
}

export const useTickets = (): State => useSyncExternalStore(tickets.listen, tickets.get)
