import { useMemo, useRef, useState } from 'react'
import type { PartRow } from '#domain/city/part.ts'
import type { Names } from '../admin/cell-words.ts'
import { Stale } from '../admin/Stale.tsx'
import type { PartState } from '../admin/use-part.ts'
import { usePageCommands } from '../frame/commands.ts'
import { useWords } from '../language.ts'
import { useNarrow } from '../list/use-narrow.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Empty } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { AsideDraft, asideDrafts } from './AsideDraft.tsx'
import { BulkBar } from './BulkBar.tsx'
import { CatalogueHead } from './CatalogueHead.tsx'
import type { CatalogueSearch, Go } from './catalogue-search.ts'
import { DraftBar } from './DraftBar.tsx'
import { DraftStanding } from './DraftStanding.tsx'
import { FaultList, orderedFaults } from './FaultList.tsx'
import { freshSearch } from './fresh-search.ts'
import { pageWords } from './page-words.ts'
import { RowPanel } from './RowPanel.tsx'
import { RuleCards } from './RuleCards.tsx'
import { RuleFilters } from './RuleFilters.tsx'
import { RuleTable } from './RuleTable.tsx'
import { narrowed, setFilters, sorted, textsOf } from './rule-filter.ts'
import { TableFile } from './TableFile.tsx'
import type { Catalogue } from './use-catalogue.ts'
import { useMayDraft } from './use-may-draft.ts'
import { usePickedRules } from './use-picked-rules.ts'
import { useSayCell } from './use-rule-names.ts'

type Props = {
  state: PartState
  names: Names
  search: CatalogueSearch
  go: Go
  catalogue: Catalogue
  panelId: string
}

type FootProps = Pick<Props, 'state' | 'names' | 'go'> & {
  mayEdit: boolean
  picked: ReturnType<typeof usePickedRules>
  check: Catalogue['check']
  showing: boolean
  onSave: (rows: readonly PartRow[]) => void
  onShow: () => void
}

/** Under the table: what may be done with the draft, or with the rows picked. */
function Foot({ state, names, go, mayEdit, picked, check, showing, onSave, onShow }: FootProps) {
  const words = useWords(pageWords)
  if (!mayEdit)
    return (
      <div className="bar">
        <span className="s m2">{words.readOnly}</span>
      </div>
    )
  if (picked.picked.size > 0) return <BulkBar rows={state.rows} picked={picked} names={names} onSave={onSave} />
  return <DraftBar {...{ state, check, go, showing, onShow }} />
}

/** The table with its filters and foot; beside it the open row. */
export function RulesView({ state, names, search, go, catalogue, panelId }: Props) {
  const words = useWords(pageWords)
  const narrow = useNarrow()
  const mayEdit = useMayDraft()
  const sayCell = useSayCell(names)
  const textOf = useMemo(() => textsOf(sayCell), [sayCell])
  const { lines, check } = catalogue
  const [showing, show] = useState(false)
  const [at, setAt] = useState(-1)
  const find = useRef<HTMLInputElement>(null)
  const shown = useMemo(
    () => sorted(narrowed(lines, search, textOf), search.sort, search.desc === 'yes', sayCell),
    [lines, search, sayCell, textOf],
  )
  const picked = usePickedRules(shown)
  const touched = useMemo(() => lines.filter((line) => line.touch !== null).length, [lines])
  const faulty = useMemo(() => lines.filter((line) => line.faults > 0).length, [lines])
  const save = (rows: readonly PartRow[]) => void state.save(rows)
  const open = (key: string) => go({ row: key, view: undefined })
  const here = shown[at]
  /** The focus goes along, so that a screen reader hears the row one has come to. */
  const step = (to: number) => {
    setAt(to)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus())
  }
  useKeys({
    j: () => step(Math.min(at + 1, shown.length - 1)),
    k: () => step(Math.max(at - 1, 0)),
    x: () => mayEdit && here !== undefined && picked.toggle(here.key),
    X: () => mayEdit && here !== undefined && picked.toggleRange(here.key),
    '/': () => find.current?.focus(),
    n: () => mayEdit && go({ row: '+' }),
    Escape: () => picked.clear(),
  })
  usePageCommands([
    { key: 'rules-find', group: GROUP, name: COMMANDS.find, keys: '/', act: () => find.current?.focus() },
    { key: 'rules-ask', group: GROUP, name: COMMANDS.ask, act: () => go({ view: 'ask' }) },
    ...(mayEdit
      ? [{ key: 'rules-add', group: GROUP, name: COMMANDS.add, keys: 'N', act: () => go({ row: '+' }) }]
      : []),
  ])
  const clear = () =>
    go({ ...Object.fromEntries(setFilters(search).map((key) => [key, undefined])), q: undefined, only: undefined })
  const list =
    shown.length === 0 ? (
      <Empty
        title={words.none}
        action={
          <Button size="sm" onClick={clear}>
            {words.clear}
          </Button>
        }
      >
        {words.noneTold}
      </Empty>
    ) : narrow ? (
      <RuleCards lines={shown} sayCell={sayCell} go={go} />
    ) : (
      <RuleTable {...{ sayCell, search, go, at }} lines={shown} picked={mayEdit ? picked : null} onAt={setAt} />
    )
  return (
    <>
      <div className="col catalogue-main">
        <CatalogueHead state={state} search={search} go={go} panel={panelId}>
          {mayEdit && (
            <Button size="sm" keys="N" onClick={() => go({ row: '+' })}>
              <Icon name="plus" size={14} /> {words.add}
            </Button>
          )}
          <TableFile state={state} mayEdit={mayEdit} />
        </CatalogueHead>
        <RuleFilters
          {...{ search, go, names, touched }}
          faults={faulty}
          shown={shown.length}
          total={lines.length}
          findRef={find}
        />
        {mayEdit && <Stale state={state} names={names} />}
        {mayEdit && state.draft !== null && <DraftStanding draft={state.draft} />}
        {asideDrafts(state).map((draft, i) => (
          <AsideDraft key={draft.id} {...{ state, draft, go }} keys={i === 0 ? 'T' : null} />
        ))}
        {showing && check.faults !== null && check.faults.length > 0 && (
          <FaultList
            faults={orderedFaults(check.faults)}
            rows={state.rows}
            sayCell={sayCell}
            onOpen={open}
            onFill={(fresh) => go({ row: '+', ...freshSearch(fresh) })}
          />
        )}
        <div id={panelId} role="tabpanel" aria-label={words.rules} className="catalogue-table">
          {list}
        </div>
        <Foot {...{ state, names, go, mayEdit, picked, check, showing }} onSave={save} onShow={() => show(!showing)} />
      </div>
      {search.row !== undefined && (
        <RowPanel {...{ state, names, search, go, mayEdit }} faults={check.faults ?? []} onSave={save} />
      )}
    </>
  )
}

const GROUP = { zh: '派单目录', en: 'Dispatch catalogue' }
const COMMANDS = {
  find: { zh: '找规则', en: 'Find rules' },
  ask: { zh: '问：这件事会派给谁', en: 'Ask: where would it go' },
  add: { zh: '新增规则', en: 'Add a rule' },
}
