import { type ReactNode, useEffect, useRef } from 'react'
import type { PoolTab } from '#contract/desk.ts'
import { useWords } from '../language.ts'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { deskWords } from './desk-words.ts'
import { PoolList } from './PoolList.tsx'
import type { Pool } from './use-pool.ts'
import './desk.css'

type Props<T extends string> = {
  label: string
  tabs: readonly { value: T; label: string; count?: number | string }[]
  at: T
  onTab: (tab: T) => void
  tab: PoolTab
  pool: Pool
  open: string | null
  onOpen: (id: string) => void
  picked?: ReadonlySet<string>
  onPick?: (id: string) => void
  /** what stands in the line above the rows instead of how they are sorted */
  line?: ReactNode
  empty: { title: string; words: string }
  foot: ReactNode
}

/** The left column of a hotline desk: tabs, what is new, the rows, the keys. */
export function PoolColumn<T extends string>(props: Props<T>) {
  const { pool, tab, open } = props
  const words = useWords(deskWords)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (open !== null) list.current?.querySelector('.on')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const pick = props.onPick === undefined ? {} : { onPick: props.onPick, picked: props.picked ?? new Set<string>() }
  return (
    <section className="col pool" aria-label={props.label}>
      <Tabs label={props.label} value={props.at} tabs={props.tabs} onChange={props.onTab} panel="pool" />
      <div className="grp between">
        {props.line ?? <span>{tab === 'done' ? words.done : tab === 'straight' ? words.straight : words.sorted}</span>}
        <span role="status">
          {tab === 'pool' && pool.arrived > 0 && (
            <>
              {words.arrived(pool.arrived)}{' '}
              <button type="button" className="link" onClick={pool.show}>
                {words.show}
              </button>
            </>
          )}
        </span>
      </div>
      <div className="fill" id="pool" role="tabpanel" aria-label={props.label}>
        {pool.error !== null && pool.rows.length === 0 && (
          <Failed no={pool.error.no} what={props.label} again={pool.again} />
        )}
        {pool.data === undefined && pool.error === null && <Loading />}
        {pool.data !== undefined && pool.rows.length === 0 && (
          <Empty title={props.empty.title}>{props.empty.words}</Empty>
        )}
        <ul className="items" ref={list}>
          <PoolList rows={pool.rows} tab={tab} open={open} onOpen={props.onOpen} {...pick} />
        </ul>
        {pool.hidden > 0 && pool.rows.length > 0 && (
          <p className="xs m3 below">
            {words.below(pool.hidden)}{' '}
            {pool.more !== null && (
              <button type="button" className="link" onClick={pool.more}>
                {words.more}
              </button>
            )}
          </p>
        )}
      </div>
      {props.foot}
    </section>
  )
}
