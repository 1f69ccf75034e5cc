import type { ReactNode } from 'react'
import { exportCityVersion, type VersionView } from '#contract/city-versions.ts'
import type { PartRow } from '#domain/city/part.ts'
import { changesBetween, keyOf } from '#domain/city/row-changes.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { addressOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toasts.tsx'
import { momentWords } from '../words/time.ts'
import type { PartSearch } from './admin-search.ts'
import { Changes } from './Changes.tsx'
import type { Names } from './cell-words.ts'
import { pathWords } from './path-words.ts'
import { type PartState, useVersion } from './use-part.ts'

type CallRow = (row: PartRow) => string

export function useVersionName(): (version: VersionView) => string {
  const words = useWords(pathWords)
  return (version) => {
    if (version.state === 'folder') return words.folder
    return version.number === null ? `${words.draft} ${version.madeBy}` : words.version(String(version.number))
  }
}

type DifferenceProps = {
  state: PartState
  names: Names
  a: VersionView
  b: VersionView
  callRow: CallRow | undefined
}

function Difference({ state, names, a, b, callRow }: DifferenceProps) {
  const words = useWords(pathWords)
  const name = useVersionName()
  const [from, to] = [useVersion(state.part, a.id), useVersion(state.part, b.id)]
  const failed = from.error ?? to.error
  if (failed !== null) return <Failed no={failed.no} what={words.versions} />
  if (from.data === undefined || to.data === undefined) return <Loading rows={3} />
  const known = new Map([...from.data.content, ...to.data.content].map((row) => [keyOf(state.part, row), row]))
  const called = (key: string) => {
    const row = known.get(key)
    return row === undefined || callRow === undefined ? key : callRow(row)
  }
  return (
    <section className="sec" aria-live="polite">
      <header>
        <h2>{words.differences(name(a), name(b))}</h2>
      </header>
      <Changes
        part={state.part}
        changes={changesBetween(state.part, from.data.content, to.data.content)}
        names={names}
        {...(callRow === undefined ? {} : { called })}
      />
    </section>
  )
}

/** Who changed what when and why; any two side by side; an older content can be adopted anew. */
export function VersionsPane(props: {
  state: PartState
  names: Names
  search: PartSearch
  go: (more: Partial<PartSearch>) => void
  /** false: whoever reads here drafts nothing */
  mayRestore?: boolean
  /** what a row is called where its key and name say too little, or too much */
  callRow?: CallRow
  /** stands under the versions */
  more?: ReactNode
}) {
  const { state, names, search, go, mayRestore = true, callRow, more } = props
  const words = useWords(pathWords)
  const name = useVersionName()
  const language = useLanguage()
  const now = useNow()
  const { versions, inForce, part } = state
  const find = (id: number | undefined) => versions.find((version) => version.id === id)
  const second = find(search.b) ?? inForce
  const first = find(search.a) ?? versions[versions.indexOf(second) + 1] ?? second
  const fetchRows = useVersion(part, search.a)
  const restore = async (version: VersionView) => {
    const rows = version.id === search.a ? fetchRows.data?.content : undefined
    if (rows === undefined) return
    if (await state.save(rows, inForce.id)) toast(words.restored)
    go({ view: undefined, a: undefined, b: undefined })
  }
  const choices = versions.map((version) => ({ value: String(version.id), label: name(version) }))
  return (
    <div className="fill">
      <ul className="admin-versions">
        {versions.map((version) => (
          <li key={version.id} className={version.id === first.id || version.id === second.id ? 'on' : undefined}>
            <span className="flex">
              <b>{name(version)}</b>
              {version.inForce && <Tag tone="b">{words.inForce}</Tag>}
              {version.state === 'draft' && (
                <Tag tone="a">{version.handedIn === null ? words.draft : words.handedIn}</Tag>
              )}
              {version.state === 'superseded' && <Tag>{words.superseded}</Tag>}
              <span className="xs m3">{words.rows(String(version.rows))}</span>
            </span>
            <span className="note-of s">
              {version.state === 'folder' ? words.folderTold : version.handedIn?.note || version.note || '—'}
            </span>
            <span className="xs m3 nw">
              {version.adoptedAt !== null
                ? `${words.adoptedBy(version.adoptedBy ?? '')} ${momentWords(version.adoptedAt, now, language)}`
                : version.changedAt !== null &&
                  `${words.made(version.madeBy)} ${momentWords(version.changedAt, now, language)}`}
            </span>
            <span className="flex">
              {!version.inForce && (
                <Button
                  size="sm"
                  aria-label={`${words.compare}: ${name(version)}`}
                  onClick={() => go({ a: version.id, b: inForce.id })}
                >
                  {words.compare}
                </Button>
              )}
              <a
                className="btn sm"
                href={addressOf(exportCityVersion, { params: { part, id: version.id }, query: { format: 'xlsx' } })}
                aria-label={`XLSX: ${name(version)}`}
              >
                XLSX
              </a>
              <a
                className="btn sm"
                href={addressOf(exportCityVersion, { params: { part, id: version.id }, query: { format: 'csv' } })}
                aria-label={`CSV: ${name(version)}`}
              >
                CSV
              </a>
            </span>
          </li>
        ))}
      </ul>
      <section className="sec">
        <div className="flex wrap">
          <span className="s">{words.from}</span>
          <Select
            aria-label={words.from}
            value={String(first.id)}
            choices={choices}
            onChange={(id) => go({ a: Number(id) })}
          />
          <span className="s">{words.to}</span>
          <Select
            aria-label={words.to}
            value={String(second.id)}
            choices={choices}
            onChange={(id) => go({ b: Number(id) })}
          />
          {mayRestore && search.a !== undefined && !first.inForce && (
            <Button size="sm" title={words.restoreTold} onClick={() => void restore(first)}>
              {words.restore}: {name(first)}
            </Button>
          )}
        </div>
      </section>
      {first.id !== second.id && <Difference {...{ state, names, callRow }} a={first} b={second} />}
      {more}
    </div>
  )
}
