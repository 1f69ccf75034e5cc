import type { ReactNode } from 'react'
import type { PoolTab } from '#contract/desk.ts'
import { useWords } from '../language.ts'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { deskWords } from './desk-words.ts'
import { Arrived, Below, useOpenInSight } from './ListEdges.tsx'
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
  const list = useOpenInSight<HTMLUListElement>(open)
  const pick = props.onPick === undefined ? {} : { onPick: props.onPick, picked: props.picked ?? new Set<string>() }
  return (
    <section className="col pool" aria-label={props.label}>
      <Tabs label={props.label} value={props.at} tabs={props.tabs} onChange={props.onTab} panel="pool" />
      <div className="grp between">
        {props.line ?? <span>{tab === 'done' ? words.done : tab === 'straight' ? words.straight : words.sorted}</span>}
        <span role="status">{tab === 'pool' && <Arrived n={pool.arrived} onShow={pool.show} />}</span>
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
        <Below list={pool} />
      </div>
      {props.foot}
    </section>
  )
}
