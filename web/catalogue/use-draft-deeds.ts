import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { adoptCityVersion, type VersionView } from '#contract/city-versions.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { handInRules, sendBackRules, takeBackRules } from '#contract/rule-drafts.ts'
import { getWaiting, listNotices } from '#contract/waiting.ts'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { type No, type Sent, send } from '../send.ts'
import { toast } from '../ui/Toasts.tsx'
import { adoptWords } from './adopt-words.ts'

/** What may be done with a draft of the rules as a whole; every deed names the state of the draft that was looked at. */
export function useDraftDeeds(state: PartState, draft: VersionView) {
  const words = useWords(adoptWords)
  const cache = useQueryClient()
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const seen = { version: draft.version }
  /** `leave` comes before the list is read anew, in which the draft is no draft any more. */
  const done = async <E extends Endpoint>(
    sending: Promise<Sent<E>>,
    said: (sent: Sent<E>) => string,
    leave?: () => void,
  ) => {
    setBusy(true)
    const sent = await sending
    if (sent.ok) {
      toast(said(sent))
      leave?.()
    }
    await state.refresh()
    for (const { path } of [getWaiting, listNotices]) await cache.invalidateQueries({ queryKey: [path] })
    setNo(sent.ok ? null : sent.no)
    setBusy(false)
  }
  const params = { id: draft.id }
  return {
    no,
    busy,
    adopt: (note: string, leave: () => void) =>
      done(
        send(adoptCityVersion, { params: { part: 'rules', ...params }, body: { note } }, seen),
        (sent) => words.adopted(sent.ok ? String(sent.reply.number) : ''),
        leave,
      ),
    handIn: (note: string, leave: () => void) =>
      done(send(handInRules, { params, body: { note } }, seen), () => words.submitted, leave),
    takeBack: () => done(send(takeBackRules, { params }), () => words.takenBack),
    sendBack: (reason: string, leave: () => void) =>
      done(send(sendBackRules, { params, body: { reason } }, seen), () => words.sentBackDone, leave),
  }
}
