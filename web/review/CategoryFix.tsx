import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amendOrder, classifyText } from '#contract/accept.ts'
import { getOrder } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { type No, send } from '../send.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Suggestions } from '../ui/Suggestions.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import { reviewWords } from './review-words.ts'

const OFFERED = 10
type Scene = { code: string; name: string; initials: string }

const answers = ({ code, name, initials }: Scene, typed: string): boolean =>
  code.toLowerCase().startsWith(typed) || initials.startsWith(typed) || name.toLowerCase().includes(typed)

/** The category as it stands, what the words suggest, and any other by search; a change is an amendment with its reason. */
export function CategoryFix({ order, barred }: { order: OrderView; barred: string | null }) {
  const words = useWords(reviewWords)
  const cache = useQueryClient()
  const city = useCity()
  const [text, setText] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const { request } = order
  const { data } = useApi(
    classifyText,
    { body: { title: request.title, content: request.content } },
    { staleTime: 300_000 },
  )
  const typed = text.trim().toLowerCase()
  const scenes = (city?.categories ?? []).filter(({ level, active }) => level === 3 && active)
  const found = typed === '' ? [] : scenes.filter((one) => answers(one, typed)).slice(0, OFFERED)
  const adopt = async (code: string) => {
    if (barred !== null || code === request.category) return
    const scene = scenes.find((one) => one.code === code)
    // Kind and hazard follow the new scene: left out, the city fills them in.
    const { kind: _kind, hazard: _hazard, ...rest } = request
    const body = { request: { ...rest, category: code }, reason: words.categoryReason }
    const sent = await send(amendOrder, { params: { orderId: order.id }, body }, { version: order.version })
    setText('')
    setNo(sent.ok ? null : sent.no)
    if (sent.ok) toast(words.categorySet(scene?.name ?? code))
    await cache.invalidateQueries({ queryKey: [getOrder.path] })
  }
  return (
    <div className="sec">
      <header>
        <h2>{words.category}</h2>
        <span className="end s">
          {request.category === null ? words.noCategory : `${request.category} ${order.categoryName ?? ''}`}
        </span>
      </header>
      {data !== undefined && (
        <Suggestions
          label={words.categorySuggest}
          firstKey={null}
          sure={data.sure}
          suggestions={data.suggestions.map(({ category, name, confidence, reasons }) => ({
            value: category,
            code: category,
            name,
            why: words.because(reasons.join('、')),
            share: confidence,
          }))}
          chosen={(code) => code === request.category}
          onAdopt={(code) => void adopt(code)}
        />
      )}
      <div style={{ marginTop: 6 }}>
        <Combobox
          text={text}
          onText={(to) => setText(to.slice(0, 40))}
          label={words.categorySearch}
          placeholder={words.categorySearch}
          options={found.map((one) => ({
            key: one.code,
            value: one.code,
            label: (
              <>
                <span className="code">{one.code}</span> {one.name}
              </>
            ),
          }))}
          {...(typed !== '' && found.length === 0 ? { foot: words.categoryNone } : {})}
          onChoose={(code) => void adopt(code)}
        />
      </div>
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}
