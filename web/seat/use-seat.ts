import { useCallback, useEffect } from 'react'
import { previewOrder, similarOrders } from '#contract/seat.ts'
import { useDraft } from '../draft/use-draft.ts'
import { useCity } from '../list/use-city.ts'
import { useApi } from '../use-api.ts'
import { EMPTY, isBlank, SeatForm } from './seat-form.ts'
import { useCall } from './use-call.ts'
import { useCallerCard } from './use-caller-card.ts'
import { useDebounced } from './use-debounced.ts'
import { useUnderstood } from './use-understood.ts'

const PAUSE = 400
/** Fewer characters are like everything. */
const SAYS_SOMETHING = 8

/** What the page knows: the form with its draft, the call, and what the server says to both. */
export function useSeat() {
  const draft = useDraft({ kind: 'accept', key: 'new', schema: SeatForm, empty: EMPTY })
  const { value: form, change: changeAll, ready } = draft
  const change = useCallback((patch: Partial<SeatForm>) => changeAll((last) => ({ ...last, ...patch })), [changeAll])
  const call = useCall()
  const city = useCity()

  const { ring } = call
  const mine = ring !== null && form.callId === ring.callId
  useEffect(() => {
    // A call is taken into an empty form at once; into one with another matter only when the seat says so.
    if (ready && ring !== null && !mine && isBlank(form) && ring.state !== 'ended')
      changeAll({ ...EMPTY, callId: ring.callId, callerPhone: ring.phone })
  }, [ready, ring, mine, form, changeAll])

  const { phone, known, card, forget } = useCallerCard(form, change, mine)
  const understood = useUnderstood(form)

  const { type, category, urgency, hazard, place } = form
  const asked = useDebounced(
    {
      ...(known ? { phone } : {}),
      region: place?.region ?? null,
      lng: place?.lng ?? null,
      lat: place?.lat ?? null,
      category,
      title: form.title.trim() === '' ? null : form.title.trim(),
      content: form.content.trim() === '' ? null : form.content.trim(),
    },
    PAUSE,
  )
  const said = (asked.content ?? '').length >= SAYS_SOMETHING
  const asksSimilar = said || asked.lng !== null || asked.category !== null || 'phone' in asked
  const similar = useApi(similarOrders, { body: asked }, { enabled: asksSimilar, keep: true, staleTime: 20_000 })

  const preview = useApi(
    previewOrder,
    { body: { requestType: type ?? 'other', category, urgency, hazard, region: place?.region ?? '', tags: [] } },
    { enabled: type !== null && place !== null, keep: true, refetchInterval: 30_000 },
  )

  const begin = () => {
    draft.drop()
    forget()
  }
  return {
    draft,
    form,
    change,
    /** another matter than the call at the seat: its text is kept until somebody decides */
    foreign: ring !== null && !mine && ready && !isBlank(form),
    call,
    city,
    card,
    understood,
    /** none while nothing was asked: the answer to the form before is not an answer to an empty one */
    similar: asksSimilar ? (similar.data ?? null) : null,
    preview: type !== null && place !== null ? (preview.data ?? null) : null,
    begin,
    /** nobody left a matter: nothing of the caller stays on an idle desk */
    hangUp: async () => {
      if (mine && isBlank(form)) begin()
      await call.end()
    },
  }
}
export type Seat = ReturnType<typeof useSeat>
