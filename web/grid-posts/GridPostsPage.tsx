import { useState } from 'react'
import { type GridWorkerView, listGridWorkers } from '#contract/grid.ts'
import { mayCall } from '#contract/may-call.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { useMe } from '../session/use-me.ts'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useApi } from '../use-api.ts'
import { gridPostsWords } from './grid-posts-words.ts'
import { PostDialog } from './PostDialog.tsx'
import { spanWords } from './standing-of.ts'
import { WorkerRow } from './WorkerRow.tsx'
import './grid-posts.css'

type Listed = ReplyOf<typeof listGridWorkers>

/** The workers of each community, in the order of the list. */
function byUnit(workers: readonly GridWorkerView[]): readonly (readonly GridWorkerView[])[] {
  const units = new Map<string, GridWorkerView[]>()
  for (const one of workers) units.set(one.unit, [...(units.get(one.unit) ?? []), one])
  return [...units.values()]
}

type TableProps = {
  workers: readonly GridWorkerView[]
  listed: Listed
  onEdit: ((worker: GridWorkerView) => void) | undefined
}

function Communities({ workers, listed, onEdit }: TableProps) {
  const words = useWords(gridPostsWords)
  const heads = [words.name, words.grid, words.post, words.hours, words.load, words.inHand, words.standing]
  return (
    <table className="tbl gridposts-table" aria-label={words.page}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {onEdit !== undefined && (
            <th scope="col">
              <span className="sr">{words.edit}</span>
            </th>
          )}
        </tr>
      </thead>
      {byUnit(workers).map((ofUnit) => (
        <tbody key={ofUnit[0]?.unit}>
          <tr className="unit">
            <th scope="rowgroup" colSpan={heads.length + (onEdit === undefined ? 0 : 1)}>
              {ofUnit[0]?.unitName} {ofUnit.every(({ away }) => away) && <Tag tone="a">{words.allAway}</Tag>}
            </th>
          </tr>
          {ofUnit.map((worker) => (
            <WorkerRow key={worker.id} worker={worker} listed={listed} onEdit={onEdit} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** 网格员: who has which grid, when, how much today; whoever answers for them sets it. */
export function GridPostsPage() {
  const words = useWords(gridPostsWords)
  const { roles } = useMe()
  const [asked, setAsked] = useState('')
  const [editing, setEditing] = useState<string | null>(null)
  const { data, error, refetch } = useApi(listGridWorkers, {}, { refetchInterval: 60_000, keep: true })
  const edit = mayCall('setGridWorker', roles) ? (worker: GridWorkerView) => setEditing(worker.id) : undefined
  const shown = (data?.workers ?? []).filter(({ name, gridName, unitName }) =>
    `${name} ${gridName} ${unitName}`.includes(asked.trim()),
  )
  const edited = data?.workers.find(({ id }) => id === editing)
  return (
    <Work layout="gridposts" label={words.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
      <section className="col fill" tabIndex={0} aria-label={words.page}>
        {error !== null && <Failed no={error.no} what={words.page} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data?.workers.length === 0 && <Empty title={words.none}>{words.noneWhy}</Empty>}
        {data !== undefined && data.workers.length > 0 && (
          <>
            <div className="sec">
              <p className="s m2">{words.told(data.cap, spanWords(data.hours))}</p>
              <TextInput
                type="search"
                aria-label={words.find}
                placeholder={words.find}
                value={asked}
                onChange={setAsked}
              />
            </div>
            {shown.length === 0 && <Empty title={words.noMatch}>{words.noMatchWhy}</Empty>}
            {shown.length > 0 && <Communities workers={shown} listed={data} onEdit={edit} />}
          </>
        )}
      </section>
      {data !== undefined && edited !== undefined && (
        <PostDialog worker={edited} citywide={data.hours} onClose={() => setEditing(null)} />
      )}
    </Work>
  )
}
