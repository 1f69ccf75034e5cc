import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amendOrder } from '#contract/accept.ts'
import { getOrder } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { Ownership, PlaceType, RespondentType } from '#domain/city/vocabulary.ts'
import { useSay, useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { toast } from '../ui/Toasts.tsx'
import { ownershipWords, placeTypeWords, respondentTypeWords } from '../words/order.ts'
import { reviewWords } from './review-words.ts'

type Nature = Pick<OrderView['request'], 'placeType' | 'ownership' | 'respondentType'>

/** What the catalogue's rules read besides the scene; each choice is an amendment with its reason, as the category's is. */
export function NatureFix({ order, barred }: { order: OrderView; barred: string | null }) {
  const words = useWords(reviewWords)
  const say = useSay()
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const { request } = order
  const set = async (patch: Partial<Nature>, name: string) => {
    if (barred !== null || busy) return
    setBusy(true)
    const body = { request: { ...request, ...patch }, reason: words.natureReason }
    const sent = await send(amendOrder, { params: { orderId: order.id }, body }, { version: order.version })
    setNo(sent.ok ? null : sent.no)
    if (sent.ok) toast(words.natureSet(name))
    await cache.invalidateQueries({ queryKey: [getOrder.path] })
    setBusy(false)
  }
  const pick = <V extends string>(
    label: string,
    value: V | null,
    options: readonly V[],
    names: Record<V, { zh: string; en: string }>,
    patch: (value: V | null) => Partial<Nature>,
  ) => (
    <Field label={label}>
      {(field) => (
        <Select<V | ''>
          {...field}
          value={value ?? ''}
          disabled={barred !== null || busy}
          choices={[
            { value: '' as const, label: words.natureOpen },
            ...options.map((one) => ({ value: one, label: say(names[one]) })),
          ]}
          onChange={(chosen) => void set(patch(chosen === '' ? null : chosen), label)}
        />
      )}
    </Field>
  )
  return (
    <div className="sec">
      <header>
        <h2>{words.nature}</h2>
        <span className="end s m2">{words.natureHelp}</span>
      </header>
      <div className="form" style={{ marginTop: 8 }}>
        {pick(words.placeType, request.placeType, PlaceType.options, placeTypeWords, (placeType) => ({ placeType }))}
        {pick(words.ownership, request.ownership, Ownership.options, ownershipWords, (ownership) => ({ ownership }))}
        {pick(
          words.respondentType,
          request.respondentType,
          RespondentType.options,
          respondentTypeWords,
          (respondentType) => ({ respondentType }),
        )}
      </div>
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}
