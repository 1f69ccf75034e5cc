import { useState } from 'react'
import { type CalibrationProposal, decideCalibrationProposal } from '#contract/calibration.ts'
import type { PartRow } from '#domain/city/part.ts'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { calibrationWords } from './calibration-words.ts'
import { cellsOfText, textOfCells } from './cells-text.ts'
import { useRoundAct } from './use-round-act.ts'

/** 修改后采纳: the row as the machine would have it, to be made as it should be. */
export function EditProposal({
  one,
  cells,
  onClose,
}: {
  one: CalibrationProposal
  cells: PartRow
  onClose: () => void
}) {
  const words = useWords(calibrationWords)
  const { basis: was = '', ...rest } = cells
  const [row, setRow] = useState(textOfCells(rest))
  const [basis, setBasis] = useState(was)
  const { act, no, busy } = useRoundAct()
  const accept = async () => {
    const body = { verdict: 'accept' as const, cells: { ...cellsOfText(row), basis }, basis }
    if ((await act(decideCalibrationProposal, { params: { proposal: one.proposal }, body })).ok) onClose()
  }
  return (
    <Dialog
      title={words.editTitle}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} onClick={() => void accept()}>
            {words.accept}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <div className="form">
        <Field label={words.row} help={words.rowHelp}>
          {(field) => <TextArea {...field} value={row} max={2000} height={220} onChange={setRow} />}
        </Field>
        <Field label={words.basis}>
          {(field) => <TextInput {...field} value={basis} maxLength={300} onChange={setBasis} />}
        </Field>
      </div>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
