import type { Me } from '#contract/session.ts'

/**
 * Who is logged in here, outside React so that `send` can use it. When the server no longer knows the session, everything
 * that was being sent waits until the same person has logged in again over the page, and is then sent.
 */
type State = { me: Me | null; lost: boolean }
let state: State = { me: null, lost: false }
const hearers = new Set<() => void>()
let waiting: ((mended: boolean) => void)[] = []

const become = (next: State): void => {
  state = next
  for (const hear of hearers) hear()
}

export const session = {
  get: (): State => state,
  listen: (hear: () => void): (() => void) => {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  csrf: (): string | null => state.me?.csrf ?? null,
  begin: (me: Me): void => {
    const same = state.me === null || state.me.id === me.id
    become({ me, lost: false })
    const settled = waiting
    waiting = []
    for (const settle of settled) settle(same)
    if (!same) location.assign('/')
  },
  end: (): void => become({ me: null, lost: false }),
  /** True when the refused call may be sent once more. */
  mend: (code: string): Promise<boolean> => {
    if (state.me === null || (code !== 'not-logged-in' && code !== 'csrf-token-wrong')) return Promise.resolve(false)
    become({ ...state, lost: true })
    return new Promise((resolve) => waiting.push(resolve))
  },
}
