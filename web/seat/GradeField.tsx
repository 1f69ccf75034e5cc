import { Confidential, Urgency } from '#domain/city/vocabulary.ts'
import { useSay, useWords } from '../language.ts'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { Select } from '../ui/Select.tsx'
import { confidentialWords, urgencyWords } from '../words/order.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

export function GradeField({ seat: { form, change } }: { seat: Seat }) {
  const words = useWords(seatWords)
  const say = useSay()
  return (
    <div data-field="U">
      <Field label={words.urgency} keys="U" group>
        {() => (
          <div className="row seat-grade">
            <Segment
              label={words.urgency}
              value={form.urgency}
              choices={Urgency.options.map((value) => ({ value, label: say(urgencyWords[value]) }))}
              onChange={(urgency) => change({ urgency })}
            />
            <Check checked={form.replyWanted} onChange={(replyWanted) => change({ replyWanted })}>
              {words.replyWanted}
            </Check>
            <Check checked={form.anonymous} onChange={(anonymous) => change({ anonymous })}>
              {words.anonymous}
            </Check>
            <span className="chk m2 keep">
              {words.keep}
              <Select
                aria-label={words.keep}
                value={form.confidential ?? 'auto'}
                onChange={(value) => change({ confidential: value === 'auto' ? null : value })}
                choices={[
                  { value: 'auto' as const, label: words.keepAuto },
                  ...Confidential.options.map((value) => ({ value, label: say(confidentialWords[value]) })),
                ]}
              />
            </span>
            <Check checked={form.hazard} onChange={(hazard) => change({ hazard })} title={words.hazard}>
              {words.hazardShort}
            </Check>
            <Check checked={form.care} onChange={(care) => change({ care })} title={words.care}>
              {words.careShort}
            </Check>
          </div>
        )}
      </Field>
    </div>
  )
}
