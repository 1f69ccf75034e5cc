import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { CategoryFix } from './CategoryFix.tsx'
import { Defects } from './Defects.tsx'
import { NatureFix } from './NatureFix.tsx'
import type { FormProps } from './review-draft.ts'
import { reviewWords } from './review-words.ts'
import { useReasonField } from './use-reason-field.ts'
import type { Verdict } from './use-verdict.ts'
import { LookFoot, WriteFoot } from './VerdictFoot.tsx'

const DEFECTS_MAX = 300
const TOLD_MAX = 500

function Decline({ draft, onDraft }: Pick<FormProps, 'draft' | 'onDraft'>) {
  const words = useWords(reviewWords)
  const reasons = useCity()?.notAcceptedReasons ?? []
  return (
    <div className="sec">
      <p className="s m2">{words.declineWhy}</p>
      <div className="form" style={{ marginTop: 8 }}>
        <Field label={words.declineReason} required>
          {(field) => (
            <Select
              {...field}
              value={draft.reason}
              placeholder={words.declineChoose}
              choices={reasons.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(reason) =>
                onDraft({ ...draft, reason, told: reasons.find(({ code }) => code === reason)?.script ?? draft.told })
              }
            />
          )}
        </Field>
        <Field label={words.declineTold}>
          {(field) => (
            <TextArea
              {...field}
              rows={5}
              max={TOLD_MAX}
              value={draft.told}
              onChange={(told) => onDraft({ ...draft, told })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

/** 预审: pass what can be dispatched, ask the seat for what is missing, or decline what is not the hotline's. */
export function IntakeForm({
  order,
  verdict,
  draft,
  onDraft,
  barred,
}: FormProps & { order: OrderView; verdict: Verdict }) {
  const words = useWords(reviewWords)
  const { mode } = draft
  const { area, begin } = useReasonField(mode === 'back')
  const back = () => onDraft({ ...draft, mode: 'look' })
  const needsCategory = order.request.category === null ? words.categoryNeeded : null
  return (
    <>
      <div className="fill">
        <div className="sec">
          <header>
            <h2>{words.verdict}</h2>
          </header>
          <p className="s m2">{words.intakeChecks}</p>
        </div>
        <CategoryFix order={order} barred={barred} />
        <NatureFix order={order} barred={barred} />
        {mode === 'back' && (
          <div className="sec">
            <Defects
              id="defects"
              label={words.defectsIntake}
              reasons={words.intakeReasons}
              value={draft.defects}
              onChange={(defects) => onDraft({ ...draft, defects })}
              max={DEFECTS_MAX}
              areaRef={area}
            />
          </div>
        )}
        {mode === 'decline' && <Decline draft={draft} onDraft={onDraft} />}
      </div>
      {mode === 'look' && (
        <LookFoot
          busy={verdict.busy}
          acts={[
            {
              label: words.passIntake,
              keys: '1',
              whyNot: barred ?? needsCategory,
              act: () => void verdict.intake({ verdict: 'pass' }),
            },
            {
              label: words.sendBack,
              keys: '2',
              whyNot: barred,
              act: () => {
                begin()
                onDraft({ ...draft, mode: 'back' })
              },
            },
            { label: words.decline, keys: '3', whyNot: barred, act: () => onDraft({ ...draft, mode: 'decline' }) },
          ]}
        />
      )}
      {mode === 'back' && (
        <WriteFoot
          label={words.doSendBack}
          whyNot={barred ?? (draft.defects.trim() === '' ? words.defectsFirst : null)}
          busy={verdict.busy}
          onSend={() => void verdict.intake({ verdict: 'send-back', defects: draft.defects.trim() })}
          onBack={back}
        />
      )}
      {mode === 'decline' && (
        <WriteFoot
          label={words.declineDo}
          whyNot={barred ?? (draft.reason === '' ? words.declineFirst : null)}
          busy={verdict.busy}
          onSend={() => void verdict.decline(draft.reason, draft.told)}
          onBack={back}
        />
      )}
    </>
  )
}
