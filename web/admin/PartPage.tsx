import type { ComponentType, ReactNode } from 'react'
import type { CityPart, PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { Work } from '../frame/Work.tsx'
import { useSay, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { AdminNav } from './AdminNav.tsx'
import { PartSearch } from './admin-search.ts'
import type { Names } from './cell-words.ts'
import { PartBody } from './PartBody.tsx'
import { PartTools, PathBar } from './PathBar.tsx'
import { partNames, rowNames } from './part-words.ts'
import { pathWords } from './path-words.ts'
import type { Hint } from './RowField.tsx'
import { RowPanel } from './RowPanel.tsx'
import { Stale } from './Stale.tsx'
import { useGo } from './use-go.ts'
import { useNames } from './use-names.ts'
import { type PartState, usePart } from './use-part.ts'
import { VersionsPane } from './VersionsPane.tsx'
import './admin.css'

export type TableProps = {
  part: CityPart
  rows: readonly PartRow[]
  names: Names
  search: PartSearch
  go: (more: Partial<PartSearch>, replace?: boolean) => void
  /** keys of rows that the draft changed */
  touched: ReadonlySet<string>
}
type Props = {
  part: CityPart
  table: ComponentType<TableProps>
  /** rows can be moved up and down */
  ordered?: boolean
  /** what a cell being typed would mean */
  hint?: Hint | undefined
  head?: ReactNode
  /** what else the part's history has, under its versions */
  history?: ReactNode
}

export const touchedKeys = ({ part, changes }: PartState): ReadonlySet<string> =>
  new Set([...changes.changed.map(({ key }) => key), ...changes.added.map((row) => keyOf(part, row))])

const moved = (rows: readonly PartRow[], at: number, by: -1 | 1): PartRow[] => {
  const next = [...rows]
  const [row] = next.splice(at, 1)
  if (row !== undefined) next.splice(Math.max(0, at + by), 0, row)
  return next
}

/** A new row goes before the last where order matters: the last is the one that takes the rest. */
const withRow = (rows: readonly PartRow[], row: PartRow, at: number, ordered: boolean): PartRow[] => {
  if (at >= 0) return rows.map((old, i) => (i === at ? row : old))
  return ordered ? [...rows.slice(0, -1), row, ...rows.slice(-1)] : [...rows, row]
}

type Opened = { state: PartState; names: Names; search: PartSearch; go: TableProps['go'] } & Props

function Table({ state, names, search, go, part, table: Rows, ordered = false, hint, head, history }: Opened) {
  const words = useWords(pathWords)
  const say = useSay()
  const at = state.rows.findIndex((row) => keyOf(part, row) === search.row)
  const isNew = search.row === '+'
  return (
    <>
      <div className="col">
        <PartTools state={state} search={search} go={go}>
          {head}
          <TextInput
            type="search"
            boxClass="find-row"
            aria-label={`${words.search} ${say(partNames[part])}`}
            placeholder={words.search}
            value={search.q ?? ''}
            onChange={(q) => go({ q: q === '' ? undefined : q }, true)}
          />
          <Button onClick={() => go({ row: '+' })}>
            <Icon name="plus" size={16} /> {words.add(say(rowNames[part]))}
          </Button>
        </PartTools>
        <Stale state={state} names={names} />
        {search.view === 'versions' ? (
          <VersionsPane state={state} names={names} search={search} go={go} more={history} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard
          <section className="fill" aria-label={say(partNames[part])} tabIndex={0}>
            <Rows part={part} rows={state.rows} names={names} search={search} go={go} touched={touchedKeys(state)} />
          </section>
        )}
        <PathBar state={state} go={go} />
      </div>
      {(at >= 0 || isNew) && (
        <RowPanel
          key={search.row}
          part={part}
          names={names}
          row={isNew ? null : (state.rows[at] ?? null)}
          keys={new Set(state.rows.map((row) => keyOf(part, row)))}
          hint={hint}
          onPut={(row) => {
            void state.save(withRow(state.rows, row, at, ordered))
            go({ row: keyOf(part, row) }, true)
          }}
          onRemove={() => {
            void state.save(state.rows.filter((_, i) => i !== at))
            go({ row: undefined }, true)
          }}
          {...(ordered ? { onMove: (by: -1 | 1) => void state.save(moved(state.rows, at, by)) } : {})}
          onClose={() => go({ row: undefined })}
        />
      )}
    </>
  )
}

/** A table of the city: rows and panel; effect and adoption; versions. The same path on every one of them. */
export function PartPage(props: Props) {
  const words = useWords(pathWords)
  const say = useSay()
  const names = useNames()
  const [search, go] = useGo(PartSearch)
  const state = usePart(props.part)
  const what = say(partNames[props.part])
  const panel = search.row !== undefined && search.view !== 'preview'
  return (
    <Work layout={panel ? 'admin panelled' : 'admin'} label={what}>
      <AdminNav />
      <PartBody what={what} state={state} names={names} search={search} go={go} back={words.edit}>
        {(read) => <Table {...props} state={read} names={names} search={search} go={go} />}
      </PartBody>
    </Work>
  )
}
