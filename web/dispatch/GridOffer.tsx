import { useState } from 'react'
import { gridOffer } from '#contract/grid.ts'
import type { OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import type { useDispatch } from './use-dispatch.ts'

const wordsOf = {
  zh: {
    title: '网格直派',
    send: '直派网格员',
    main: '主责',
    backup: '代班',
    today: (n: number, cap: number) => `今天 ${n} / ${cap} 件`,
    answerBy: (when: string) => `${when}前办结，不成自动转部门`,
    told: (street: string) => `同时告知 ${street}`,
    not: '不能直派',
    ground: '例外依据（随派单人姓名留痕）',
    open: '确需例外',
    sendAll: '按例外直派',
    needGround: '还差例外依据',
  },
  en: {
    title: 'Straight to the grid',
    send: 'Send to the grid worker',
    main: 'own grid',
    backup: 'standing in',
    today: (n: number, cap: number) => `${n} of ${cap} today`,
    answerBy: (when: string) => `settled by ${when}, else a department gets it`,
    told: (street: string) => `${street} is told`,
    not: 'Not to the grid',
    ground: 'Ground of the exception (kept with your name)',
    open: 'An exception is needed',
    sendAll: 'Send as an exception',
    needGround: 'Still needed: the ground',
  },
}

const GROUND_MAX = 200

/** Where a grid worker can settle it, one key sends it there; where not, every guard says why. */
export function GridOffer({ order, dispatch }: { order: OrderView; dispatch: ReturnType<typeof useDispatch> }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const [ground, setGround] = useState<string | null>(null)
  const asked = useApi(gridOffer, { params: { orderId: order.id } }, { enabled: order.state === 'pending-dispatch' })
  const offer = asked.data
  const worker = offer?.worker ?? null
  const free = offer !== undefined && offer.guards.length === 0 && worker !== null
  const send = () => {
    if (free && worker !== null) void dispatch.toGrid(null, worker.name)
  }
  useKeys({ g: send })
  if (offer === undefined) return null
  const exceptable = worker !== null && offer.guards.length > 0 && offer.guards.every((one) => one.exceptable)
  return (
    <div className="sec">
      <header>
        <h2>{words.title}</h2>
        {offer.guards.length > 0 && <span className="end xs m3">{words.not}</span>}
      </header>
      {offer.guards.length > 0 && (
        <ul className="s m2">
          {offer.guards.map(({ guard, words: because }) => (
            <li key={guard}>{say(because)}</li>
          ))}
        </ul>
      )}
      {worker !== null && (free || ground !== null) && (
        <p className="s">
          <b>{worker.name}</b> · {worker.gridName} · {worker.post === 'main' ? words.main : words.backup} ·{' '}
          {words.today(worker.today, worker.cap)}
          <br />
          <span className="m3">
            {offer.streetName !== null && `${words.told(offer.streetName)}；`}
            {offer.answerBy !== null && words.answerBy(momentWords(offer.answerBy, now, language))}
          </span>
        </p>
      )}
      {free && (
        <div className="gap">
          <Button keys="G" aria-keyshortcuts="G" busy={dispatch.busy} onClick={send}>
            {words.send}
          </Button>
        </div>
      )}
      {exceptable && ground === null && (
        <button type="button" className="link s" onClick={() => setGround('')}>
          {words.open}
        </button>
      )}
      {exceptable && ground !== null && (
        <div className="gap">
          <label className="s m2" htmlFor="grid-ground">
            {words.ground}
          </label>
          <TextInput id="grid-ground" value={ground} onChange={(text) => setGround(text.slice(0, GROUND_MAX))} />
          <div className="gap">
            <Button
              busy={dispatch.busy}
              whyNot={ground.trim() === '' ? words.needGround : null}
              onClick={() => worker !== null && void dispatch.toGrid(ground.trim(), worker.name)}
            >
              {words.sendAll}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
