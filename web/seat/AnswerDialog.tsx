import { useState } from 'react'
import { ANSWERABLE } from '#domain/accept/settle-at-intake.ts'
import { useWords } from '../language.ts'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { FormDialog } from './FormDialog.tsx'
import { KnowledgePick } from './KnowledgePick.tsx'
import { cut } from './seat-form.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

const MAX_ANSWER = 1000
const wordsOf = {
  zh: {
    title: '直接答复',
    answer: '答复内容',
    solved: '已在电话里解决',
    needsSolved: '求助、投诉、举报只有当场解决了才能直接答复，否则要派单。',
    lacksAnswer: '还差：答复内容',
    go: '记下答复',
    cites: (title: string) => `引用：${title}`,
    noCite: '不引用',
  },
  en: {
    title: 'Answer directly',
    answer: 'Answer',
    solved: 'Solved on the call',
    needsSolved: 'Requests for help, complaints and reports end here only if solved on the call.',
    lacksAnswer: 'Still needed: the answer',
    go: 'Record the answer',
    cites: (title: string) => `Cites: ${title}`,
    noCite: 'Do not cite',
  },
}

/** T02. The same rule as the decision: what needs handling may not be talked away. */
export function AnswerDialog({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(wordsOf)
  const [answer, setAnswer] = useState('')
  const [solved, setSolved] = useState(false)
  const [cited, cite] = useState<{ id: string; title: string } | null>(null)
  const needsSolved = seat.form.type !== null && !ANSWERABLE.includes(seat.form.type)
  const whyNot = answer.trim() === '' ? words.lacksAnswer : needsSolved && !solved ? words.needsSolved : null
  const go = () => {
    if (whyNot !== null) return
    const knowledge = cited?.id ?? null
    void outcomes.finish('answer', { kind: 'answer', answer: answer.trim(), knowledge, solvedOnCall: solved })
  }
  return (
    <FormDialog
      title={words.title}
      does={words.go}
      whyNot={whyNot}
      busy={outcomes.busy}
      onGo={go}
      onClose={outcomes.close}
      no={outcomes.no}
      wayOut={outcomes.wayOut}
    >
      <Field label={words.answer} required>
        {(field) => (
          <TextArea
            {...field}
            height={140}
            max={MAX_ANSWER}
            value={answer}
            onChange={(text) => setAnswer(cut(text, MAX_ANSWER))}
          />
        )}
      </Field>
      <KnowledgePick
        ask={seat.form.title}
        onTake={(item) => {
          cite(item)
          // What was written stays; the item's words come after it.
          setAnswer(cut([answer.trim(), item.content].filter((part) => part !== '').join('\n'), MAX_ANSWER))
        }}
      />
      {cited !== null && (
        <p className="flex">
          <span className="cut">{words.cites(cited.title)}</span>
          <button type="button" className="link nw" onClick={() => cite(null)}>
            {words.noCite}
          </button>
        </p>
      )}
      <Check checked={solved} onChange={setSolved}>
        {words.solved}
      </Check>
    </FormDialog>
  )
}
