import { useState } from 'react'
import { getCityVersion } from '#contract/city-versions.ts'
import { mergeRows, type RowConflict } from '#domain/city/merge-rows.ts'
import type { PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Conflict } from '../ui/Conflict.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { momentWords } from '../words/time.ts'
import { cellWords, type Names } from './cell-words.ts'
import { columnName } from './part-words.ts'
import { pathWords } from './path-words.ts'
import type { PartState } from './use-part.ts'

type Open = { rows: readonly PartRow[]; conflicts: readonly RowConflict[] }

const fieldOf = ({ key, column }: RowConflict): string => `${key} ${column}`

/** Somebody adopted meanwhile: both sides are put together cell by cell, and where both touched one a person chooses. */
export function Stale({ state, names }: { state: PartState; names: Names }) {
  const words = useWords(pathWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const [open, setOpen] = useState<Open | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const { part, draft, inForce, inForceRows, rows } = state
  if (!state.stale || draft === null) return null
  const who = inForce.adoptedBy ?? ''
  const when = inForce.adoptedAt === null ? '' : momentWords(inForce.adoptedAt, now, language)
  const merge = async () => {
    const base = await send(getCityVersion, { params: { part, id: draft.base } })
    if (!base.ok) return setNo(base.no)
    const merged = mergeRows(part, base.reply.content, inForceRows, rows)
    if (merged.conflicts.length > 0) return setOpen(merged)
    await state.save(merged.rows, inForce.id)
  }
  const choose = async (chosen: Record<string, 'theirs' | 'mine'>) => {
    if (open === null) return
    const theirs = open.conflicts.filter((one) => chosen[fieldOf(one)] === 'theirs')
    const settled = open.rows.flatMap((row) => {
      const own = theirs.filter(({ key }) => key === keyOf(part, row))
      // Theirs is to have removed the row.
      if (
        own.some(({ column, theirs: value }) => value === '' && (row[column] ?? '') === row[Object.keys(row)[0] ?? ''])
      )
        return []
      return [{ ...row, ...Object.fromEntries(own.map(({ column, theirs: value }) => [column, value])) }]
    })
    setOpen(null)
    await state.save(settled, inForce.id)
  }
  const said = (column: string, value: string) => cellWords(part, column, value, names, language) || words.nothing
  return (
    <div className="pad" role="alert">
      <Note tone="a">
        <b>{words.stale(who, String(inForce.number ?? 0))}</b> {words.staleTold}{' '}
        <Button size="sm" onClick={() => void merge()}>
          {words.mergeNow}
        </Button>
      </Note>
      {no !== null && <RefusalNote no={no} />}
      {open !== null && (
        <Conflict
          title={words.both}
          who={who}
          when={when}
          differences={open.conflicts.map((one) => ({
            field: fieldOf(one),
            name: `${one.name} · ${say(columnName(one.column, part))}`,
            theirs: said(one.column, one.theirs),
            mine: said(one.column, one.mine),
            propose: 'mine' as const,
          }))}
          onSave={(chosen) => void choose(chosen)}
          onTakeTheirs={() => void choose(Object.fromEntries(open.conflicts.map((one) => [fieldOf(one), 'theirs'])))}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
