import { useState } from 'react'
import type { BulkResult } from '#contract/bulk.ts'
import { dispatchProposed } from '#contract/dispatch.ts'
import { useSay, useWords } from '../language.ts'
import { type Mergeable, MergeManyDialog } from '../merge/MergeManyDialog.tsx'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { dialogWords } from './dialog-words.ts'

type Props = {
  picked: ReadonlySet<string>
  /** the picked ones as the list shows them */
  orders: readonly Mergeable[]
  onClear: () => void
  onSent: (ids: readonly string[]) => void
  onOpen: (id: string) => void
}

/** Several at once, each as the rules propose it; what was refused is told one by one and stays picked. */
export function BatchBar({ picked, orders, onClear, onSent, onOpen }: Props) {
  const words = useWords(dialogWords)
  const say = useSay()
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const [merging, setMerging] = useState<readonly Mergeable[] | null>(null)
  const sendAll = async () => {
    if (busy) return
    setBusy(true)
    const sent = await send(dispatchProposed, { body: { orders: [...picked] } }, { key: crypto.randomUUID() })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    setNo(null)
    setResults(sent.reply.results)
    onSent(sent.reply.results.filter(({ ok }) => ok).map(({ id }) => id))
  }
  const failed = results?.filter((one) => !one.ok) ?? []
  return (
    <>
      {picked.size > 0 && (
        <footer className="bar batch">
          <b>{words.batch(picked.size)}</b>
          <Button busy={busy} onClick={() => void sendAll()}>
            {words.batchSend}
          </Button>
          {picked.size > 1 && <Button onClick={() => setMerging(orders)}>{words.batchMerge}</Button>}
          <button type="button" className="link s" onClick={onClear}>
            {words.batchClear}
          </button>
          {no !== null && <RefusalNote no={no} />}
        </footer>
      )}
      {merging !== null && <MergeManyDialog orders={merging} onClose={() => setMerging(null)} onDone={onSent} />}
      {results !== null && (
        <Dialog
          title={words.batchTitle}
          onClose={() => setResults(null)}
          foot={<Button onClick={() => setResults(null)}>{words.close}</Button>}
        >
          <p role="status">{words.batchDone(results.length - failed.length, failed.length)}</p>
          <ul className="s results">
            {failed.map((one) => (
              <li key={one.id} className="flex">
                <OrderNo no={one.no ?? one.id} />
                <span className="grow">{!one.ok && say(one.words)}</span>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setResults(null)
                    onOpen(one.id)
                  }}
                >
                  {words.batchOpen}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
