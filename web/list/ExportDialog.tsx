import { useState } from 'react'
import { countOrders, ExportColumn, exportOrders } from '#contract/order-list.ts'
import type { OrderFilters } from '#contract/order-query.ts'
import { useLanguage, useWords } from '../language.ts'
import { addressOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Note } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import type { Column } from './columns.ts'
import { exportWords } from './export-words.ts'

type Props = {
  filters: OrderFilters
  sort: 'newest' | 'due'
  columns: readonly Column[]
  /** only these; null: all that fit the filters */
  ids: readonly string[] | null
  onClose: () => void
}

/** What will be in the file and what will not, before it leaves the house. The browser saves it while it is written. */
export function ExportDialog({ filters, sort, columns, ids, onClose }: Props) {
  const words = useWords(exportWords)
  const language = useLanguage()
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [which, setWhich] = useState<'shown' | 'all'>('shown')
  const counted = useApi(countOrders, { query: { ...filters, sort } }, { enabled: ids === null })
  const taken = which === 'shown' ? [...columns] : [...ExportColumn.options]
  const query = { ...(ids === null ? { ...filters, sort } : { ids }), format, language, columns: taken }
  const rows = () => {
    if (ids !== null) return words.chosen(ids.length.toLocaleString())
    if (counted.data === undefined) return words.counting
    return counted.data.more ? words.many : words.about(counted.data.count.toLocaleString())
  }
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      foot={
        <>
          <a
            className="btn go"
            href={addressOf(exportOrders, { query })}
            download
            onClick={() => {
              onClose()
              toast(words.begun)
            }}
          >
            {words.go}
          </a>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <Field label={words.format} group>
        {() => (
          <Segment
            label={words.format}
            value={format}
            onChange={setFormat}
            choices={[
              { value: 'xlsx', label: words.xlsx },
              { value: 'csv', label: words.csv },
            ]}
          />
        )}
      </Field>
      <Field label={words.columns} group>
        {() => (
          <Segment
            label={words.columns}
            value={which}
            onChange={setWhich}
            choices={[
              { value: 'shown', label: words.asShown(String(columns.length)) },
              { value: 'all', label: words.all },
            ]}
          />
        )}
      </Field>
      <Field label={words.rows} group>
        {() => (
          <p role="status" className="s" style={{ paddingTop: 6 }}>
            {rows()}
          </p>
        )}
      </Field>
      <Note tone="b" icon="shield">
        {words.without}
        <br />
        {words.logged} {format === 'xlsx' && words.sheets}
      </Note>
    </Dialog>
  )
}
