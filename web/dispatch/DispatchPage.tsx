import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { PoolTab } from '#contract/desk.ts'
import { NothingOpen } from '../desk/NothingOpen.tsx'
import { PoolColumn } from '../desk/PoolColumn.tsx'
import { useDeskWalk } from '../desk/use-desk-walk.ts'
import { type Pool, usePool } from '../desk/use-pool.ts'
import { TopSlot } from '../frame/top-slot.tsx'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { briefSpanWords } from '../words/time.ts'
import { BatchBar } from './BatchBar.tsx'
import { dispatchWords } from './dispatch-words.ts'
import { OpenOrder } from './OpenOrder.tsx'
import './dispatch.css'

const route = getRouteApi('/dispatch')

function PoolLine({ data }: { data: Pool['data'] }) {
  const words = useWords(dispatchWords)
  const language = useLanguage()
  const now = useNow()
  if (data === undefined) return null
  const { counts, oldest } = data
  const wait = oldest === null ? null : words.longest(briefSpanWords(now - Date.parse(oldest), language))
  return (
    <TopSlot>
      {[words.waiting(counts.pool), wait, words.share(counts.done, counts.returned)]
        .filter((part) => part !== null)
        .join(' · ')}
    </TopSlot>
  )
}

function Keys() {
  const { keys } = useWords(dispatchWords)
  const shown = [
    { keys: ['J', 'K'], does: keys.move },
    { keys: ['C'], does: keys.claim },
    { keys: ['1–3'], does: keys.unit },
    { keys: ['⏎'], does: keys.send },
  ]
  const rest = [
    { keys: ['/'], does: keys.search },
    { keys: ['G'], does: keys.grid },
    { keys: ['A'], does: keys.co },
    { keys: ['M'], does: keys.merge },
    { keys: ['B'], does: keys.back },
    { keys: ['X'], does: keys.pick },
    { keys: ['R'], does: keys.show },
  ]
  return <KeyHelp shown={shown} all={[...shown, ...rest]} />
}

/** The dispatcher's day: what waits, one order, to whom it goes; and the next opens by itself. */
export function DispatchPage() {
  const words = useWords(dispatchWords)
  const { tab = 'pool', order: open = null } = route.useSearch()
  const navigate = route.useNavigate()
  const pool = usePool('dispatch', tab)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const go = useCallback(
    (id: string | null, replace = false) =>
      void navigate({ search: (last) => ({ ...last, order: id ?? undefined }), replace }),
    [navigate],
  )
  const picks = tab === 'pool' || tab === 'mine'
  const walk = useDeskWalk(pool, open, go)
  const pick = (id: string) =>
    setPicked((last) => new Set(last.has(id) ? [...last].filter((one) => one !== id) : [...last, id]))
  const unpick = (ids: readonly string[]) => setPicked((last) => new Set([...last].filter((id) => !ids.includes(id))))
  const sent = (ids: readonly string[]) => {
    pool.drop(ids)
    pool.refresh()
    unpick(ids)
  }
  const done = (id: string, said: string, held: boolean) => {
    walk.done(id, said, held)
    unpick([id])
  }
  useKeys({
    j: () => walk.step(1),
    k: () => walk.step(-1),
    x: () => open !== null && picks && pick(open),
    r: pool.show,
  })
  const tabs = (['pool', 'mine', 'straight', 'done'] as const).map((value) => ({
    value,
    label: words[value],
    ...(pool.data === undefined ? {} : { count: pool.data.counts[value] }),
  }))
  const row = pool.rows.find((one) => one.row.id === open)?.row
  const picking = picks ? { picked, onPick: pick } : {}
  return (
    <Work layout={picked.size > 0 ? 'dispatch picking' : 'dispatch'} marked label={words.page}>
      <PoolLine data={pool.data} />
      <PoolColumn<PoolTab>
        label={words.pool}
        tabs={tabs}
        at={tab}
        onTab={(to) => void navigate({ search: { tab: to } })}
        tab={tab}
        pool={pool}
        open={open}
        onOpen={go}
        {...picking}
        empty={{ title: words.emptyTitle[tab], words: words.emptyWords[tab] }}
        foot={
          picked.size > 0 ? (
            <BatchBar
              picked={picked}
              orders={pool.rows.map((one) => one.row).filter(({ id }) => picked.has(id))}
              onClear={() => setPicked(new Set())}
              onSent={sent}
              onOpen={go}
            />
          ) : (
            <Keys />
          )
        }
      />
      {open === null ? (
        <NothingOpen label={words.order} icon="dispatch" title={words.nothingOpen}>
          {words.nothingOpenWords}
        </NothingOpen>
      ) : (
        <OpenOrder key={open} id={open} row={row} onDone={done} />
      )}
    </Work>
  )
}
