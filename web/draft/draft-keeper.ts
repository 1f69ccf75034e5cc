import { dropDraft, getDraft, MAX_DRAFT, putDraft } from '#contract/draft.ts'
import { serverNow } from '../now.ts'
import { send } from '../send.ts'
import { session } from '../session/session.ts'

/** Where a draft stands. `kept` lies in this browser only, with the reason; it goes to the server when that has passed. */
export type DraftState =
  | { kind: 'empty' }
  | { kind: 'changed' }
  | { kind: 'saved'; at: number }
  | { kind: 'kept'; why: 'offline' | 'session' | 'too-long' | 'refused' }

type Found = { text: string; at: number }
type Place = { kind: string; key: string }

const PAUSE_MS = 800
const RETRY_MS = 5000

const storeKey = ({ kind, key }: Place) => `jiesu-draft/${kind}/${key}`

/** A browser may forbid storage; then the server's copy is the only one. */
function quietly<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}

/** The copy of this browser window: there only while the server has not the same. */
export function localDraft(place: Place): Found | null {
  const raw = quietly(() => sessionStorage.getItem(storeKey(place))) ?? null
  return raw === null ? null : quietly(() => JSON.parse(raw) as Found)
}
const keepLocally = (place: Place, found: Found) =>
  quietly(() => sessionStorage.setItem(storeKey(place), JSON.stringify(found)))
const forgetLocally = (place: Place) => quietly(() => sessionStorage.removeItem(storeKey(place)))

/** The newer of what this window and what the server has. */
export async function findDraft(place: Place): Promise<Found | null> {
  const local = localDraft(place)
  const sent = await send(getDraft, { params: place })
  const remote = sent.ok && sent.reply.draft !== null ? sent.reply.draft : null
  if (remote === null) return local
  const found = { text: remote.text, at: Date.parse(remote.savedAt) }
  return local !== null && local.at >= found.at ? local : found
}

/**
 * Writes what it is told, 800 ms after the last word, one sending at a time; meanwhile and while there is no line or no
 * session the text lies in the window's own storage, which a reload keeps and a log-out empties.
 */
export function draftKeeper(place: Place, hear: (state: DraftState) => void) {
  let wanted: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null
  let over = false

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const settle = async (text: string): Promise<void> => {
    const sent = await send(putDraft, { params: place, body: { text } })
    if (over) return
    if (sent.ok) {
      if (wanted !== text) return
      wanted = null
      forgetLocally(place)
      return hear({ kind: 'saved', at: Date.parse(sent.reply.savedAt) })
    }
    const offline = sent.no.code === 'unreachable'
    hear({ kind: 'kept', why: offline ? 'offline' : sent.no.code === 'not-logged-in' ? 'session' : 'refused' })
    if (offline) later(RETRY_MS)
  }
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const text = wanted
    if (text === null || over) return
    if (text.length > MAX_DRAFT) return hear({ kind: 'kept', why: 'too-long' })
    if (sending !== null) return later(PAUSE_MS)
    sending = settle(text).finally(() => {
      sending = null
    })
    await sending
    if (wanted !== null && wanted !== text) later(PAUSE_MS)
  }
  const online = () => void flush()
  window.addEventListener('online', online)
  const forgetSession = session.listen(() => {
    if (wanted === null || over) return
    if (session.get().lost) hear({ kind: 'kept', why: 'session' })
    else later(0)
  })

  return {
    keep(text: string): void {
      wanted = text
      keepLocally(place, { text, at: serverNow() })
      if (!session.get().lost) hear({ kind: 'changed' })
      later(PAUSE_MS)
    },
    /** After submitting, or when everything was taken out again. */
    async drop(): Promise<void> {
      wanted = null
      clearTimeout(timer)
      forgetLocally(place)
      hear({ kind: 'empty' })
      await sending
      if (wanted === null) await send(dropDraft, { params: place })
    },
    /** Leaving the page: the last words go out, whatever comes back. */
    close(): void {
      void flush()
      over = true
      clearTimeout(timer)
      window.removeEventListener('online', online)
      forgetSession()
    },
  }
}
export type DraftKeeper = ReturnType<typeof draftKeeper>
