import { exportCityVersion } from '#contract/city-versions.ts'
import { partShape } from '#domain/city/part.ts'
import { Faults } from '../admin/Faults.tsx'
import type { PartState } from '../admin/use-part.ts'
import { useTableFile } from '../admin/use-table-file.ts'
import { useWords } from '../language.ts'
import { addressOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { pageWords } from './page-words.ts'

/** Excel or CSV out, as the draft or the version in force stands; and in, where every bad cell is named and nothing is taken. */
export function TableFile({ state, mayEdit }: { state: PartState; mayEdit: boolean }) {
  const words = useWords(pageWords)
  const { part } = state
  const { file, busy, faults, setFaults, no, setNo, bring, id } = useTableFile(state, words.importedTo)
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
