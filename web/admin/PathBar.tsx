import { type ReactNode, useState } from 'react'
import { exportCityVersion } from '#contract/city-versions.ts'
import { partShape } from '#domain/city/part.ts'
import { useWords } from '../language.ts'
import { addressOf } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import type { PartSearch } from './admin-search.ts'
import { Faults } from './Faults.tsx'
import { pathWords } from './path-words.ts'
import { Steps } from './Steps.tsx'
import type { PartState } from './use-part.ts'
import { useTableFile } from './use-table-file.ts'

type Props = { state: PartState; search: PartSearch; go: (more: Partial<PartSearch>) => void }

type Bar = {
  state: PartState
  go: (to: { view: 'preview' }) => void
  /** what the last step is called where it is not one's own adoption */
  last?: string
  /** what else is said of the draft */
  said?: ReactNode
  children?: ReactNode
}

/** Three steps, the one that is next filled; the same bar on every table of the city. */
export function PathBar({ state, go, last, said, children }: Bar) {
  const words = useWords(pathWords)
  const [asking, ask] = useState(false)
  const { added, removed, changed, reordered } = state.changes
  const n = added.length + removed.length + changed.length + (reordered ? 1 : 0)
  return (
    <>
      {state.no !== null && <RefusalNote no={state.no} />}
      <div className="bar admin-path">
        <Steps at={1} {...(last === undefined ? {} : { last })} />
        <Button look="go" whyNot={state.changed ? null : words.noChange} onClick={() => go({ view: 'preview' })}>
          {words.look}
        </Button>
        {state.changed && state.draft !== null && <Button onClick={() => ask(true)}>{words.discard}</Button>}
        <WhyNot>
          <span role="status">
            {state.changed
              ? `${words.changes(String(n))} · ${state.busy ? words.saving : words.saved}`
              : words.noChange}
            {said}
          </span>
          {children}
        </WhyNot>
      </div>
      {asking && (
        <Dialog
          title={words.discardAsk}
          onClose={() => ask(false)}
          foot={
            <>
              <Button
                look="danger"
                onClick={() => {
                  ask(false)
                  void state.discard()
                }}
              >
                {words.discard}
              </Button>
              <Button onClick={() => ask(false)}>{words.keep}</Button>
            </>
          }
        >
          <p>{words.discardTold}</p>
        </Dialog>
      )}
    </>
  )
}

/** Above the table: find, add, take out, bring in, look back. */
export function PartTools({ state, search, go, children }: Props & { children?: ReactNode }) {
  const words = useWords(pathWords)
  const { part } = state
  const { file, busy, faults, no, bring, id } = useTableFile(state, words.importedTo)
  return (
    <>
      <div className="admin-tools">
        {children}
        <span className="grow" />
        <a className="btn" href={addressOf(exportCityVersion, { params: { part, id }, query: { format: 'xlsx' } })}>
          <Icon name="download" size={16} /> {words.export} XLSX
        </a>
        <a className="btn" href={addressOf(exportCityVersion, { params: { part, id }, query: { format: 'csv' } })}>
          CSV
        </a>
        <input
          ref={file}
          type="file"
          accept=".xlsx,.csv"
          className="sr"
          tabIndex={-1}
          aria-label={words.import}
          onChange={(event) => void bring(event.target.files?.[0])}
        />
        <Button busy={busy} onClick={() => file.current?.click()}>
          <Icon name="upload" size={16} /> {busy ? words.importing : words.import}
        </Button>
        <Button
          aria-pressed={search.view === 'versions'}
          onClick={() => go({ view: search.view === 'versions' ? undefined : 'versions', a: undefined, b: undefined })}
        >
          <Icon name="back" size={16} /> {search.view === 'versions' ? words.table : words.versions}
        </Button>
      </div>
      {no !== null && (
        <div role="alert">
          <Note tone="r">{no}</Note>
        </div>
      )}
      {faults !== null && (
        <div className="pad admin-import">
          <Note tone="r">
            <b>{words.importFailed(String(faults.length))}</b>
          </Note>
          <Faults faults={faults} own={partShape[part].file} />
        </div>
      )}
    </>
  )
}
