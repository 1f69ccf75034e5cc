import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkResult } from '#contract/bulk.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { BulkResults } from '../list/BulkResults.tsx'
import { UrgeDialog } from '../list/UrgeDialog.tsx'
import { usePicked } from '../list/use-picked.ts'
import { useMay } from '../session/use-may.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { SupervisedRow } from './SupervisedRow.tsx'
import { SupervisionHead } from './SupervisionHead.tsx'
import { supervisionWords } from './supervision-words.ts'
import './supervision.css'
import { useSupervised } from './use-supervised.ts'

function Rows(props: {
  list: ReturnType<typeof useSupervised>
  light: 'red' | 'yellow'
  picked: ReturnType<typeof usePicked>
  whyNot: string | null
  onUrge: (ids: readonly string[]) => void
}) {
  const words = useWords(supervisionWords)
  const { list, picked, whyNot } = props
  if (list.isPending) return <Loading rows={8} />
  if (list.error !== null && list.rows.length === 0)
    return <Failed no={list.error.no} what={words.what} again={() => void list.refresh()} />
  if (list.rows.length === 0)
    return <Empty title={props.light === 'red' ? words.noneRed : words.noneYellow}>{words.noneWhy}</Empty>
  return (
    <>
      <ul className="suprows" aria-label={words.page}>
        {list.rows.map((order) => (
          <SupervisedRow
            key={order.id}
            order={order}
            picked={picked.picked.has(order.id)}
            onPick={whyNot === null ? picked.toggle : null}
            onUrge={(id) => props.onUrge([id])}
            whyNot={whyNot}
          />
        ))}
      </ul>
      {list.more !== null && (
        <div className="pad">
          <Button size="sm" busy={list.loadingMore} onClick={list.more}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  )
}

/** 督办: what is red and amber, why, since when, whose; and the first step of the ladder, a word to the unit (domain.md §6.2). */
export function SupervisionPage() {
  const words = useWords(supervisionWords)
  const search = useSearch({ from: '/supervision' })
  const list = useSupervised(search)
  const picked = usePicked(list.rows)
  const [urging, setUrging] = useState<readonly string[] | null>(null)
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const whyNot = useMay('urgeOrders') ? null : words.urgeNo
  const n = picked.picked.size.toLocaleString('en')
  return (
    <Work layout="supervision" label={words.page}>
      <SupervisionHead search={search} told={list.first} />
      <div className="suplist">
        {list.fresh && (
          <div className="freshline" role="status">
            <button type="button" className="link" onClick={() => void list.refresh()}>
              {words.fresh}
            </button>
          </div>
        )}
        {results !== null && (
          <BulkResults
            results={results}
            onPickFailed={(ids) => {
              picked.set(ids)
              setResults(null)
            }}
            onClose={() => setResults(null)}
          />
        )}
        <Rows
          list={list}
          light={search.light ?? 'red'}
          picked={picked}
          whyNot={whyNot}
          onUrge={(ids) => setUrging(ids)}
        />
      </div>
      <div className={`bar ${picked.picked.size > 0 ? 'picked' : ''}`.trim()}>
        {whyNot === null ? (
          <>
            <Button
              look="go"
              size="lg"
              whyNot={picked.picked.size === 0 ? words.choosePlease : null}
              onClick={() => setUrging([...picked.picked])}
            >
              {words.urgePicked(n)}
            </Button>
            {picked.picked.size === 0 ? <WhyNot>{words.choosePlease}</WhyNot> : <span>{words.picked(n)}</span>}
          </>
        ) : (
          <WhyNot>{whyNot}</WhyNot>
        )}
        <span className="grow" />
        {whyNot === null && list.rows.length > 0 && (
          <Button onClick={() => picked.set(list.rows.map((row) => row.id))}>{words.pickAll}</Button>
        )}
      </div>
      {urging !== null && (
        <UrgeDialog
          ids={urging}
          words={{ urge: words.urge, urgeMany: words.urgePicked }}
          onClose={() => setUrging(null)}
          onDone={(done) => {
            setUrging(null)
            setResults(done)
            picked.clear()
            void list.refresh()
          }}
        />
      )}
    </Work>
  )
}
