import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { listAssignments, signAssignments } from '#contract/assignments.ts'
import type { BulkResult } from '#contract/bulk.ts'
import { useLanguage, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import type { TodoRow } from './rows.ts'
import { unitWords } from './unit-words.ts'
import { useAct } from './use-act.ts'

type Failure = Extract<BulkResult, { ok: false }>

/** What became of many: how many went through, and each that did not with its reason and the way to it. */
function Result(props: {
  done: number
  failures: readonly Failure[]
  rows: ReadonlyMap<string, TodoRow>
  onLook: (id: string) => void
  onClose: () => void
}) {
  const words = useWords(unitWords)
  const language = useLanguage()
  const title = words.signedSome(String(props.done), String(props.failures.length))
  return (
    <Dialog title={title} onClose={props.onClose} foot={<Button onClick={props.onClose}>{words.close}</Button>}>
      {props.done > 0 && (
        <p className="s c-green">
          <Icon name="check" size={14} /> {words.signed(String(props.done))}
        </p>
      )}
      {props.failures.map((failure) => {
        const row = props.rows.get(failure.id)
        return (
          <Note key={failure.id} tone="r">
            <OrderNo no={failure.no ?? row?.order.no ?? ''} /> {row?.order.title ?? ''}
            <br />
            {failure.words[language]}{' '}
            {row !== undefined && failure.refusal !== 'not-found' && (
              <button type="button" className="link" onClick={() => props.onLook(row.id)}>
                {words.lookAt}
              </button>
            )}
          </Note>
        )
      })}
    </Dialog>
  )
}

/** The bar under the list while something is picked, and the card that says what became of it. */
export function SignMany(props: { picked: readonly TodoRow[]; onClear: () => void; onLook: (id: string) => void }) {
  const { picked, onClear } = props
  const words = useWords(unitWords)
  const cache = useQueryClient()
  const { act, busy, no } = useAct()
  const [result, setResult] = useState<{ done: number; failures: Failure[]; rows: Map<string, TodoRow> } | null>(null)
  const sign = async () => {
    if (picked.length === 0 || busy) return
    const items = picked.map((row) => ({ orderId: row.order.id, n: row.n }))
    const sent = await act(signAssignments, { body: { items } })
    if (!sent?.ok) return
    const failures = sent.reply.results.filter((one): one is Failure => !one.ok)
    const done = sent.reply.results.length - failures.length
    onClear()
    void cache.invalidateQueries({ queryKey: [listAssignments.path] })
    if (failures.length === 0) return toast(words.signed(String(done)))
    setResult({ done, failures, rows: new Map(picked.map((row) => [row.order.id, row])) })
  }
  useKeys({ q: () => void sign() })
  return (
    <>
      {no !== null && (
        <div className="pad">
          <RefusalNote no={no} />
        </div>
      )}
      {picked.length > 0 && (
        <footer className="bar picked">
          <span className="s" role="status">
            {words.picked(String(picked.length))}
          </span>
          <span className="grow" />
          <Button onClick={onClear}>{words.none}</Button>
          <Button keys="Q" busy={busy} onClick={() => void sign()}>
            {words.signMany}
          </Button>
        </footer>
      )}
      {result !== null && (
        <Result
          {...result}
          onLook={(id) => {
            setResult(null)
            props.onLook(id)
          }}
          onClose={() => setResult(null)}
        />
      )}
    </>
  )
}
