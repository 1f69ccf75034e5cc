import { useRef } from 'react'
import { type Understanding, understand } from '#contract/understand.ts'
import { useApi } from '../use-api.ts'
import { cut, MAX, type SeatForm } from './seat-form.ts'
import { useDebounced } from './use-debounced.ts'

/** What is read in the words shall be there when the hand pauses. */
const READ_PAUSE = 200
const LEAST = 4

type Understood = {
  reply: Understanding | null
  failed: boolean
  /** the text that was read; its spans are places in this one */
  text: { title: string; content: string }
}

export function useUnderstood(form: SeatForm): Understood {
  const text = useDebounced({ title: cut(form.title, MAX.title), content: form.content }, READ_PAUSE)
  const enabled = text.content.trim().length + text.title.trim().length >= LEAST
  const body = { ...text, region: form.place?.region ?? null }
  const { data, error, isPlaceholderData } = useApi(understand, { body }, { enabled, keep: true, staleTime: 60_000 })
  // The answer to the text before is shown while the next is on its way.
  const read = useRef(text)
  if (data !== undefined && !isPlaceholderData) read.current = text
  const isBlank = form.content.trim() === '' && form.title.trim() === ''
  return {
    reply: enabled && !isBlank && data !== undefined ? data : null,
    failed: error !== null,
    text: read.current,
  }
}
