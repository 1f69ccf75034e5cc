/**
 * 离线待发: what a phone has been told to do and the server has not yet confirmed. Everything of one person is sent in
 * the order in which it was done, one at a time, and each with a key of its own, so that a repeat changes nothing twice.
 * Pure: the phone keeps it in IndexedDB, the bench in memory, both send with this code. `now` in milliseconds.
 */
export type Outgoing<Action> = {
  /** Idempotency-Key: made when the action was, never again */
  key: string
  /** who did it: another person at the same phone does not send it */
  who: string
  seq: number
  action: Action
  keptAt: number
  state: 'waiting' | 'refused'
  tries: number
  /** not before then */
  nextAt: number
  /** the server's own words, of the refusal or of why it waits */
  no: { code: string; words: string } | null
}

/** `later`: it may have arrived or not; the same key goes again. `log-in`: the person must first say who they are. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'refused'; code: string; words: string }
  | { kind: 'later'; code: string; words: string }
  | { kind: 'log-in'; code: string; words: string }

const LOG_IN = ['not-logged-in', 'csrf-token-wrong', 'password-must-change', 'second-factor-needed']
/** Refusals of the moment, not of the matter. */
const MOMENTARY = [
  'still-in-progress',
  'too-many-requests',
  'database-unavailable',
  'storage-full',
  'internal-error',
  'unreachable',
]

/** What an answer means; `status` null: none came. */
export function outcomeOf(status: number | null, code: string, words: string): Outcome {
  if (status !== null && status < 300) return { kind: 'done' }
  if (LOG_IN.includes(code)) return { kind: 'log-in', code, words }
  if (status === null || status >= 500 || MOMENTARY.includes(code)) return { kind: 'later', code, words }
  return { kind: 'refused', code, words }
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000
/** 2, 4, 8 … 60 seconds. */
export const waitAfter = (tries: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10))

const bySeq = <A>(a: Outgoing<A>, b: Outgoing<A>): number => a.seq - b.seq

export function newOutgoing<A>(
  box: readonly Outgoing<A>[],
  key: string,
  who: string,
  action: A,
  now: number,
): Outgoing<A> {
  const seq = box.reduce((last, { seq: n }) => Math.max(last, n), 0) + 1
  return { key, who, seq, action, keptAt: now, state: 'waiting', tries: 0, nextAt: now, no: null }
}

/** The one to send now: the first that waits, unless it was told to wait a little longer; then nothing goes before it. */
export function nextToSend<A>(box: readonly Outgoing<A>[], who: string, now: number): Outgoing<A> | null {
  const [first] = box.filter((one) => one.who === who && one.state === 'waiting').toSorted(bySeq)
  return first === undefined || first.nextAt > now ? null : first
}

/** The entry after an answer; null: confirmed, it may be forgotten. A refusal stays until the person has seen it. */
export function afterAnswer<A>(one: Outgoing<A>, outcome: Outcome, now: number): Outgoing<A> | null {
  if (outcome.kind === 'done') return null
  const { kind, code, words } = outcome
  const tries = one.tries + 1
  if (kind === 'refused') return { ...one, state: 'refused', tries, no: { code, words } }
  return { ...one, tries, nextAt: kind === 'log-in' ? now : now + waitAfter(one.tries), no: { code, words } }
}

export const waitingOf = <A>(box: readonly Outgoing<A>[], who: string): Outgoing<A>[] =>
  box.filter((one) => one.who === who && one.state === 'waiting').toSorted(bySeq)
export const refusedOf = <A>(box: readonly Outgoing<A>[], who: string): Outgoing<A>[] =>
  box.filter((one) => one.who === who && one.state === 'refused').toSorted(bySeq)
