import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../language.ts'
import { faultOf, sizeWords } from './file-fault.ts'
import { fileWords } from './file-words.ts'

/** One file on its way, or just arrived; `fault` is the sentence that says why not. */
export type Upload = {
  key: string
  name: string
  bytes: number
  share: number
  state: 'sending' | 'sent' | 'failed'
  fault: string | null
  /** false: sending it again would end the same way */
  again: boolean
  /** a picture as it lies on this computer, before the server has it */
  preview: string | null
}

/** Sends one file; `words` is shown as it is. */
export type SendFile = (
  file: File,
  options: { onShare: (share: number) => void; signal: AbortSignal },
) => Promise<{ ok: true } | { ok: false; words: string }>

type Known = { file: File; stop: AbortController }

/** Files that a person has dropped, chosen or pasted: checked before they are sent, shown while they go, tried again. */
export function useUploads(sendFile: SendFile, left: number) {
  const words = useWords(fileWords)
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const known = useRef(new Map<string, Known>())
  const latest = useRef({ sendFile, words })
  latest.current = { sendFile, words }
  const change = useCallback(
    (key: string, to: Partial<Upload>) =>
      setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one))),
    [],
  )

  const begin = useCallback(
    async (key: string) => {
      const one = known.current.get(key)
      if (one === undefined) return
      change(key, { state: 'sending', share: 0, fault: null })
      const onShare = (share: number) => change(key, { share })
      const sent = await latest.current.sendFile(one.file, { onShare, signal: one.stop.signal })
      change(key, sent.ok ? { state: 'sent', share: 1 } : { state: 'failed', fault: sent.words })
    },
    [change],
  )

  const add = useCallback(
    (files: readonly File[]) => {
      let room = left
      for (const file of files) {
        const fault = faultOf(file)
        const { words } = latest.current
        const tell = { type: words.type, empty: words.empty, large: words.large }
        const why =
          fault !== null
            ? tell[fault](file.name, sizeWords(file.size))
            : room > 0
              ? null
              : words.many(String(Math.max(0, left)))
        const key = crypto.randomUUID()
        known.current.set(key, { file, stop: new AbortController() })
        const preview = why === null && file.type.startsWith('image/') ? URL.createObjectURL(file) : null
        const state = why === null ? 'sending' : 'failed'
        const one = { key, name: file.name, bytes: file.size, share: 0, fault: why, again: why === null, preview }
        setUploads((all) => [...all, { ...one, state }])
        if (why !== null) continue
        room -= 1
        void begin(key)
      }
    },
    [begin, left],
  )

  const remove = useCallback((key: string) => {
    known.current.get(key)?.stop.abort()
    known.current.delete(key)
    setUploads((all) => {
      const preview = all.find((one) => one.key === key)?.preview
      if (preview) URL.revokeObjectURL(preview)
      return all.filter((one) => one.key !== key)
    })
  }, [])

  useEffect(() => {
    const all = known.current
    return () => {
      for (const { stop } of all.values()) stop.abort()
    }
  }, [])

  return { uploads, add, again: begin, remove, busy: uploads.some((one) => one.state === 'sending') }
}
