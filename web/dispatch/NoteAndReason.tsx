import { useState } from 'react'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { dispatchWords } from './dispatch-words.ts'
import type { Plan } from './plan.ts'

const NOTE_MAX = 300
const REASON_MAX = 200

/** Asked only where the lead is not the rules' own: what past orders say, a word of the list, or one's own. */
export function OverrideReason(props: { plan: Plan; onPlan: (plan: Plan) => void; evidence: string | null }) {
  const { plan, onPlan, evidence } = props
  const words = useWords(dispatchWords)
  return (
    <div className="sec reason">
      <header>
        <h2>
          <label htmlFor="override" className="req">
            {words.reason}
          </label>
        </h2>
      </header>
      <p className="xs m3" id="override-help">
        {words.reasonHelp}
      </p>
      <div className="flex wrap gap">
        {[...(evidence === null ? [] : [evidence]), ...words.reasonShort].map((reason) => (
          <Button
            key={reason}
            size="sm"
            aria-pressed={plan.reason === reason}
            onClick={() => onPlan({ ...plan, reason })}
          >
            {reason}
          </Button>
        ))}
      </div>
      <div className="gap">
        <TextInput
          id="override"
          aria-describedby="override-help"
          aria-required
          value={plan.reason}
          onChange={(reason) => onPlan({ ...plan, reason: reason.slice(0, REASON_MAX) })}
          unit={`${plan.reason.length} / ${REASON_MAX}`}
        />
      </div>
    </div>
  )
}

export function DispatchNote({ plan, onPlan }: { plan: Plan; onPlan: (plan: Plan) => void }) {
  const words = useWords(dispatchWords)
  const [cut, setCut] = useState(0)
  return (
    <div className="sec">
      <header>
        <h2>
          <label htmlFor="note">{words.note}</label>
        </h2>
        <span className="end xs m3">
          {plan.note.length} / {NOTE_MAX}
        </span>
      </header>
      <TextArea
        id="note"
        rows={3}
        max={NOTE_MAX}
        value={plan.note}
        placeholder={words.notePlaceholder}
        onChange={(note) => {
          setCut(0)
          onPlan({ ...plan, note })
        }}
        onCut={setCut}
      />
      {cut > 0 && (
        <p className="help" role="status">
          {words.cut(cut)}
        </p>
      )}
    </div>
  )
}
