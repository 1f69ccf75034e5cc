import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { amendOrder } from '#contract/accept.ts'
import { dispatchOrder } from '#contract/dispatch.ts'
import { dispatchToGrid } from '#contract/grid.ts'
import { getOrder, orderTimeline } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { type Language, useLanguage, useWords, type Words } from '../language.ts'
import { type No, send } from '../send.ts'
import { keyOf, replyOf } from '../use-api.ts'
import { type RequestPart, restored } from './differences.ts'
import { dispatchWords } from './dispatch-words.ts'
import { bodyOf, type Plan, type UnitPick } from './plan.ts'

/** Somebody was faster: what is there now, who did it and when. */
export type Clash = { fresh: OrderView; who: string; at: string; told: readonly Words[] }

async function clashOver(seen: OrderView, unknown: string, language: Language): Promise<Clash> {
  const params = { orderId: seen.id }
  const [fresh, { entries }] = await Promise.all([replyOf(getOrder, { params }), replyOf(orderTimeline, { params })])
  const since = entries.filter(({ folded, seq }) => !folded && seq > seen.version)
  const last = since.at(-1)
  const told = since.map(({ words }) => words)
  // A sentence of the story begins with who did it, in weight.
  const who = last?.line[language].find(({ strong }) => strong === true)?.text ?? unknown
  return { fresh, who, at: last?.at ?? fresh.receivedAt, told }
}

/** Nothing that was before one's eyes has changed: a photo came, somebody urged. */
const isAside = (seen: OrderView, fresh: OrderView): boolean =>
  seen.state === fresh.state && JSON.stringify(seen.request) === JSON.stringify(fresh.request)

/** Sends the plan once, however often the key is pressed; where somebody was faster, nothing is lost. */
export function useDispatch(order: OrderView, onSent: (words: string) => void) {
  const words = useWords(dispatchWords)
  const cache = useQueryClient()
  const language = useLanguage()
  const [no, setNo] = useState<No | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<readonly Words[]>([])
  const going = useRef(false)
  const params = { orderId: order.id }
  const see = (fresh: OrderView) => cache.setQueryData(keyOf(getOrder, { params }), fresh)

  const sendAt = async (plan: Plan, lead: UnitPick, version: number) => {
    const sent = await send(dispatchOrder, { params, body: bodyOf(plan, lead) }, { version, key: crypto.randomUUID() })
    if (sent.ok) return onSent(words.sent(order.no, lead.name))
    if (sent.no.code !== 'stale-version' && sent.no.code !== 'wrong-state') return setNo(sent.no)
    const found = await clashOver(order, words.whoUnknown, language)
    if (!isAside(order, found.fresh)) return setClash(found)
    setNews(found.told)
    see(found.fresh)
  }
  const once = async (work: () => Promise<void>) => {
    if (going.current) return
    going.current = true
    setBusy(true)
    setNo(null)
    setNews([])
    try {
      await work()
    } catch (error) {
      if (error instanceof Error && 'no' in error) setNo(error.no as No)
      else throw error
    } finally {
      going.current = false
      setBusy(false)
    }
  }

  return {
    no,
    clash,
    /** what happened meanwhile without changing what one decided on */
    news,
    busy,
    /** 网格直派; `exceptionGround` sets the guards aside that may be */
    toGrid: (exceptionGround: string | null, name: string) =>
      once(async () => {
        const options = { version: order.version, key: crypto.randomUUID() }
        const sent = await send(dispatchToGrid, { params, body: { exceptionGround } }, options)
        if (sent.ok) onSent(words.sent(order.no, name))
        else setNo(sent.no)
      }),
    dispatch: (plan: Plan, lead: UnitPick) => once(() => sendAt(plan, lead, order.version)),
    /** what the other saved is what one sees from now on */
    takeTheirs: (fresh: OrderView) => {
      setClash(null)
      see(fresh)
    },
    /** goes on with what one had seen: an amendment puts those parts back, so that both versions stay in the story */
    keepMine: (fresh: OrderView, parts: readonly RequestPart[], plan: Plan, lead: UnitPick) =>
      once(async () => {
        setClash(null)
        see(fresh)
        if (parts.length === 0) return sendAt(plan, lead, fresh.version)
        const body = { request: restored(order, fresh, parts), reason: words.keptReason }
        const sent = await send(amendOrder, { params, body }, { version: fresh.version })
        if (!sent.ok) return setNo(sent.no)
        return sendAt(plan, lead, sent.reply.version)
      }),
  }
}
