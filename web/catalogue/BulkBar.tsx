import { useState } from 'react'
import type { PartRow } from '#domain/city/part.ts'
import type { Names } from '../admin/cell-words.ts'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/Toasts.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { bulkWords } from './bulk-words.ts'
import { bulkEdit, duplicated } from './rule-bulk.ts'
import type { PickedRules } from './use-picked-rules.ts'

type Props = {
  rows: readonly PartRow[]
  picked: PickedRules
  names: Names
  onSave: (rows: readonly PartRow[]) => void
}

/** What can be done with the chosen rules at once; the foot bar is tinted while some are. */
export function BulkBar({ rows, picked, names, onSave }: Props) {
  const words = useWords(bulkWords)
  const [asking, ask] = useState(false)
  const chosen = rows.filter((row) => picked.picked.has(row.id ?? ''))
  const closed = chosen.length > 0 && chosen.every((row) => row.active === '0')
  const put = (next: readonly PartRow[], changed: number) => {
    ask(false)
    onSave(next)
    toast(words.done(String(changed)))
  }
  const retire = () => {
    const { rows: next, changes } = bulkEdit(rows, picked.picked, 'active', closed ? '1' : '0')
    put(next, changes.length)
  }
  const copy = () => {
    const { rows: next, keys } = duplicated(rows, picked.picked)
    onSave(next)
    picked.set(keys)
    toast(words.copied(String(keys.length)))
  }
  return (
    <div className="bar bulk">
      <b role="status">{words.chosen(String(picked.picked.size))}</b>
      <Button look="go" onClick={() => ask(true)}>
        {words.change}
      </Button>
      <Button onClick={retire}>{closed ? words.revive : words.retire}</Button>
      <Button onClick={copy}>{words.duplicate}</Button>
      <Button look="quiet" keys="Esc" onClick={picked.clear}>
        {words.clear}
      </Button>
      {asking && <BulkDialog rows={rows} picked={picked.picked} names={names} onPut={put} onClose={() => ask(false)} />}
    </div>
  )
}
