import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type DraftKeeper, type DraftState, draftKeeper, findDraft, localDraft } from './draft-keeper.ts'

type Draft<T> = {
  value: T
  /** a whole value, or what becomes of the last one */
  change: (next: T | ((last: T) => T)) => void
  /** false until what was kept has been looked for; show the form, but do not fill it in from elsewhere before */
  ready: boolean
  /** the form was filled from a draft */
  restored: boolean
  state: DraftState
  /** the matter is done: forgets the text everywhere and begins anew from `empty` */
  drop: () => void
}

/**
 * A form's value that outlives reload, crash, a lost line and an expired session. `kind` and `key` name it: `reply` and
 * the order's id, `accept` and `new`. `schema` reads what an older version of the page may have kept; what it does not
 * know is left out. Show `<DraftNote state={draft.state} />` beside the buttons, call `drop()` after submitting.
 *
 *     const draft = useDraft({ kind: 'reply', key: order.id, schema: ReplyDraft, empty: EMPTY })
 *     <TextArea value={draft.value.text} onChange={(text) => draft.change((last) => ({ ...last, text }))} … />
 */
export function useDraft<T>(wish: { kind: string; key: string; schema: z.ZodType<T>; empty: T }): Draft<T> {
  const { kind, key } = wish
  const latest = useRef(wish)
  latest.current = wish
  const read = useCallback((text: string): T | null => {
    try {
      const parsed = latest.current.schema.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : null
    } catch {
      return null
    }
  }, [])

  const first = () => {
    const local = localDraft({ kind, key })
    return local === null ? null : read(local.text)
  }
  const [value, setValue] = useState<T>(() => first() ?? wish.empty)
  const [ready, setReady] = useState(false)
  const [restored, setRestored] = useState(false)
  const [state, setState] = useState<DraftState>({ kind: 'empty' })
  const current = useRef(value)
  const touched = useRef(false)
  const keeper = useRef<DraftKeeper | null>(null)

  useEffect(() => {
    const place = { kind, key }
    const one = draftKeeper(place, setState)
    keeper.current = one
    touched.current = false
    let left = false
    const begin = (next: T, from: boolean) => {
      current.current = next
      setValue(next)
      setRestored(from)
    }
    const local = localDraft(place)
    const here = local === null ? null : read(local.text)
    begin(here ?? latest.current.empty, here !== null)
    setReady(false)
    setState({ kind: 'empty' })
    void findDraft(place).then((found) => {
      if (left) return
      setReady(true)
      const kept = found === null ? null : read(found.text)
      // Whoever has begun to type in the meantime knows better than the draft.
      if (kept === null || found === null || touched.current) return
      begin(kept, true)
      if (localDraft(place) === null) setState({ kind: 'saved', at: found.at })
      else one.keep(found.text)
    })
    return () => {
      left = true
      one.close()
      keeper.current = null
    }
  }, [kind, key, read])

  const change = useCallback((next: T | ((last: T) => T)) => {
    const to = typeof next === 'function' ? (next as (last: T) => T)(current.current) : next
    touched.current = true
    current.current = to
    setValue(to)
    const text = JSON.stringify(to)
    if (text === JSON.stringify(latest.current.empty)) void keeper.current?.drop()
    else keeper.current?.keep(text)
  }, [])

  const drop = useCallback(() => {
    touched.current = true
    current.current = latest.current.empty
    setValue(latest.current.empty)
    setRestored(false)
    void keeper.current?.drop()
  }, [])

  return { value, change, ready, restored, state, drop }
}
