import { useState } from 'react'
import { decideCalibrationProposal } from '#contract/calibration.ts'
import type { CalibrationProposal } from '#contract/calibration-shapes.ts'
import { type PartRow, wholeRow } from '#domain/city/part.ts'
import { RuleFields } from '../catalogue/RuleFields.tsx'
import { useRuleNames } from '../catalogue/use-rule-names.ts'
import { useRuleWhyNot } from '../catalogue/use-rule-why-not.ts'
import { useRulesInForce } from '../catalogue/use-rules-in-force.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { calibrationWords } from './calibration-words.ts'
import { useRoundAct } from './use-round-act.ts'
import '../list/orders.css'
import '../catalogue/catalogue.css'

/** As long as the contract lets a proposal's basis be. */
export const LONGEST_BASIS = 300

type Props = { one: CalibrationProposal; cells: PartRow; onClose: () => void }

/** 修改后采纳: the row as the machine would have it, in the catalogue's own fields, to be made as it should be. */
export function EditProposal({ one, cells: proposed, onClose }: Props) {
  const words = useWords(calibrationWords)
  const names = useRuleNames()
  const before = useRulesInForce()?.find(({ id }) => id === proposed.id) ?? null
  const [cells, setCells] = useState<PartRow>(() => wholeRow('rules', proposed))
  const { act, no, busy } = useRoundAct()
  const basis = (cells.basis ?? '').trim()
  const unfit = useRuleWhyNot(proposed, cells)
  const whyNot = basis.length > LONGEST_BASIS ? words.longBasis : unfit
  const accept = async () => {
    const body = { verdict: 'accept' as const, cells: { ...cells, basis }, basis }
    if ((await act(decideCalibrationProposal, { params: { proposal: one.proposal }, body })).ok) onClose()
  }
  return (
    <Dialog
      title={words.editTitle}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void accept()}>
            {words.accept}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <div className="rulepanel">
        <RuleFields
          cells={cells}
          before={before}
          names={names}
          disabled={false}
          onChange={(column, value) => setCells((old) => ({ ...old, [column]: value }))}
        />
      </div>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
