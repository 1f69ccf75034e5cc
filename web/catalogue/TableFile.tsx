import { useRef, useState } from 'react'
import { exportCityVersion, importCityPart } from '#contract/city-versions.ts'
import { partShape } from '#domain/city/part.ts'
import { Faults, type TableFault } from '../admin/Faults.tsx'
import { uploadTable } from '../admin/upload-table.ts'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { addressOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import { pageWords } from './page-words.ts'

/** Excel or CSV out, as the draft or the version in force stands; and in, where every bad cell is named and nothing is taken. */
export function TableFile({ state, mayEdit }: { state: PartState; mayEdit: boolean }) {
  const words = useWords(pageWords)
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly TableFault[] | null>(null)
  const [no, setNo] = useState<string | null>(null)
  const { part, draft, inForce } = state
  const id = state.changed && draft !== null ? draft.id : inForce.id
  const bring = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setBusy(true)
    setNo(null)
    const sent = await uploadTable(importCityPart, chosen, { params: { part } })
    setBusy(false)
    if (file.current !== null) file.current.value = ''
    if (!sent.ok) return setNo(sent.words)
    if (sent.reply.draft === null) return setFaults(sent.reply.faults)
    toast(words.importedTo(String(sent.reply.draft.rows)))
    await state.refresh()
  }
  return (
    <>
      <a className="btn sm" href={addressOf(exportCityVersion, { params: { part, id }, query: { format: 'xlsx' } })}>
        <Icon name="download" size={14} /> {words.export} XLSX
      </a>
      <a className="btn sm" href={addressOf(exportCityVersion, { params: { part, id }, query: { format: 'csv' } })}>
        CSV
      </a>
      {mayEdit && (
        <>
          <input
            ref={file}
            type="file"
            accept=".xlsx,.csv"
            className="sr"
            tabIndex={-1}
            aria-label={words.import}
            onChange={(event) => void bring(event.target.files?.[0])}
          />
          <Button size="sm" busy={busy} onClick={() => file.current?.click()}>
            <Icon name="upload" size={14} /> {busy ? words.importing : words.import}
          </Button>
        </>
      )}
      {(no !== null || faults !== null) && (
        <Dialog
          title={words.import}
          shape="wide"
          onClose={() => {
            setNo(null)
            setFaults(null)
          }}
        >
          {no !== null && (
            <div role="alert">
              <Note tone="r">{no}</Note>
            </div>
          )}
          {faults !== null && (
            <>
              <Note tone="r">
                <b>{words.importFailed(String(faults.length))}</b>
              </Note>
              <Faults faults={faults} own={partShape.rules.file} />
            </>
          )}
        </Dialog>
      )}
    </>
  )
}
