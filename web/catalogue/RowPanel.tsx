import type { PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import type { Names } from '../admin/cell-words.ts'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { Note } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import type { CatalogueSearch, Go } from './catalogue-search.ts'
import { FaultLine } from './FaultList.tsx'
import { freshSearch } from './fresh-search.ts'
import { panelWords } from './panel-words.ts'
import { RulePanel } from './RulePanel.tsx'
import { duplicated, freshKey } from './rule-bulk.ts'
import type { RuleFault } from './use-rule-check.ts'

const wordsOf = {
  zh: { put: '已写进草稿', copied: '已复制，改好再写进草稿', gone: '没有这条规则，它可能已从草稿删除。' },
  en: {
    put: 'In the draft',
    copied: 'Copied; change it and put it into the draft',
    gone: 'There is no such rule here.',
  },
}

type Props = {
  state: PartState
  names: Names
  search: CatalogueSearch
  go: Go
  mayEdit: boolean
  faults: readonly RuleFault[]
  onSave: (rows: readonly PartRow[]) => void
}

/** The row of the address in its panel, and what putting, copying and removing it does to the draft. */
export function RowPanel({ state, names, search, go, mayEdit, faults, onSave }: Props) {
  const words = useWords(wordsOf)
  const panel = useWords(panelWords)
  const { rows, inForceRows } = state
  const find = (list: readonly PartRow[]) => list.find((row) => keyOf('rules', row) === search.row) ?? null
  const row = find(rows)
  const own = faults.filter(({ keys }) => keys.some((key) => key === search.row))
  const close = () => go({ row: undefined })
  if (row === null && (search.row !== '+' || !mayEdit))
    return (
      <aside className="col admin-panel" aria-label={panel.read}>
        <p className="pad s m2" role="status">
          {words.gone}
        </p>
      </aside>
    )
  const put = (next: PartRow) => {
    const kept =
      row === null
        ? [...rows, { ...next, id: freshKey(rows, next.category) }]
        : rows.map((old) => (old === row ? next : old))
    onSave(kept)
    toast(words.put)
    go({ row: row === null ? (kept.at(-1)?.id ?? undefined) : search.row }, true)
  }
  const copy = () => {
    const { rows: next, keys } = duplicated(rows, new Set([search.row ?? '']))
    onSave(next)
    toast(words.copied)
    go({ row: keys[0] })
  }
  return (
    <RulePanel
      key={`${search.row}`}
      names={names}
      row={row}
      before={find(inForceRows)}
      fresh={{
        ...{ priority: '0', active: '1', category: search.category ?? '', region: search.region ?? '' },
        requestType: search.requestType ?? '',
      }}
      mayEdit={mayEdit}
      whyRead={panel.readOnly}
      faults={
        own.length > 0 && (
          <div role="alert" aria-label={panel.faults}>
            <Note tone={own.some(({ blocking }) => blocking) ? 'r' : 'a'}>
              <b>{panel.faults}</b>
              <ul>
                {own.map((fault, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity and never move
                  <li key={i}>
                    <FaultLine
                      fault={fault}
                      own={search.row ?? ''}
                      onOpen={(key) => go({ row: key })}
                      onFill={(fresh) => go({ row: '+', ...freshSearch(fresh) })}
                    />
                  </li>
                ))}
              </ul>
            </Note>
          </div>
        )
      }
      onPut={put}
      onDuplicate={copy}
      onRemove={() => {
        onSave(rows.filter((old) => old !== row))
        close()
      }}
      onAsk={(cells) => go({ view: 'ask', category: cells.category || undefined })}
      onClose={close}
    />
  )
}
