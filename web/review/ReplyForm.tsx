import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { ReplyCheckBox } from '../reply-check/ReplyCheckBox.tsx'
import { useReplyCheck } from '../reply-check/use-reply-check.ts'
import { Check } from '../ui/Check.tsx'
import { Defects } from './Defects.tsx'
import { HowHandled } from './HowHandled.tsx'
import { leadOfView } from './ReplyBeside.tsx'
import type { FormProps } from './review-draft.ts'
import { reviewWords } from './review-words.ts'
import { useReasonField } from './use-reason-field.ts'
import type { Verdict } from './use-verdict.ts'
import { LookFoot, WriteFoot } from './VerdictFoot.tsx'

const MAX = 500

/** 办结审核: approve by one key; or name the defects and who mends them. */
export function ReplyForm({
  order,
  verdict,
  draft,
  onDraft,
  barred,
}: FormProps & { order: OrderView; verdict: Verdict }) {
  const words = useWords(reviewWords)
  const writing = draft.mode === 'back'
  const { area, begin } = useReasonField(writing)
  const lead = leadOfView(order)
  const check = useReplyCheck(order.id, lead?.id.split('/')[1] ?? '1', null)
  const addDefect = (said: string) => {
    const parts = draft.defects === '' ? [] : draft.defects.split('；')
    const defects = parts.includes(said) ? draft.defects : [...parts, said].join('；').slice(0, MAX)
    onDraft({ ...draft, mode: 'back', defects })
  }
  const others = order.assignments.filter(({ id, state }) => state === 'reported' && id !== lead?.id)
  const toggle = (id: string, on: boolean) =>
    onDraft({ ...draft, redo: on ? [...draft.redo, id] : draft.redo.filter((one) => one !== id) })
  const reject = () => void verdict.reply({ verdict: 'reject', defects: draft.defects.trim(), assignments: draft.redo })
  const why = barred ?? (draft.defects.trim() === '' ? words.defectsFirst : null)
  return (
    <>
      <div className="fill">
        <div className="sec">
          <header>
            <h2>{words.verdict}</h2>
          </header>
          <p className="s m2">{words.replyChecks}</p>
        </div>
        {lead?.report != null && (
          <div className="sec">
            <ReplyCheckBox
              check={check}
              texts={{
                publicReply: lead.report.publicReply,
                content: order.request.content,
                demand: order.request.demand ?? '',
              }}
              note="noted"
              {...(barred === null ? { onDefect: addDefect } : {})}
            />
          </div>
        )}
        {lead !== undefined && <HowHandled lead={lead} />}
        {writing && (
          <div className="sec">
            <Defects
              id="defects"
              label={words.defects}
              reasons={words.replyReasons}
              value={draft.defects}
              onChange={(defects) => onDraft({ ...draft, defects })}
              max={MAX}
              areaRef={area}
            />
            {others.length > 0 && (
              <fieldset style={{ marginTop: 12 }}>
                <legend className="s m2">{words.redo}</legend>
                <p className="xs m3">{words.redoHelp}</p>
                {others.map(({ id, unitName }) => (
                  <Check key={id} checked={draft.redo.includes(id)} onChange={(on) => toggle(id, on)}>
                    {unitName}
                  </Check>
                ))}
              </fieldset>
            )}
          </div>
        )}
      </div>
      {writing ? (
        <WriteFoot
          label={words.doReject}
          whyNot={why}
          busy={verdict.busy}
          onSend={reject}
          onBack={() => onDraft({ ...draft, mode: 'look' })}
        />
      ) : (
        <LookFoot
          busy={verdict.busy}
          acts={[
            {
              label: words.passReply,
              keys: '1',
              whyNot: barred,
              act: () => void verdict.reply({ verdict: 'approve' }),
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
          ]}
        />
      )}
    </>
  )
}
