import { useState } from 'react'
import { Steps } from '../admin/Steps.tsx'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { adoptWords } from './adopt-words.ts'
import type { Go } from './catalogue-search.ts'
import { pageWords } from './page-words.ts'
import type { RuleCheck } from './use-rule-check.ts'

type Props = {
  state: PartState
  check: RuleCheck
  go: Go
  /** whether the list of faults is open */
  showing: boolean
  onShow: () => void
}

/** Draft, check, effect, adoption: the next step is the filled button, and what still stands in its way is said beside it. */
export function DraftBar({ state, check, go, showing, onShow }: Props) {
  const words = useWords(pageWords)
  const adopt = useWords(adoptWords)
  const publishes = useMay('adoptCityVersion')
  const [asking, ask] = useState(false)
  const { added, removed, changed, reordered } = state.changes
  const n = added.length + removed.length + changed.length + (reordered ? 1 : 0)
  return (
    <>
      {state.no !== null && <RefusalNote no={state.no} />}
      <div className="bar admin-path">
        <Steps at={1} {...(publishes ? {} : { last: adopt.submit })} />
        <Button look="go" whyNot={state.changed ? null : words.noChange} onClick={() => go({ view: 'preview' })}>
          {words.look}
        </Button>
        {state.changed && state.draft !== null && <Button onClick={() => ask(true)}>{words.discard}</Button>}
        <WhyNot>
          <span role="status">
            {state.changed
              ? `${words.changes(String(n))} · ${state.busy ? words.saving : words.saved}`
              : words.noChange}
            {' · '}
            {check.faults === null ? (
              words.checking
            ) : check.blocking > 0 ? (
              <b className="c-red">{words.faulty(String(check.blocking))}</b>
            ) : check.warnings > 0 ? (
              words.warned(String(check.warnings))
            ) : (
              words.clean
            )}
          </span>{' '}
          {check.blocking + check.warnings > 0 && (
            <button type="button" className="link s" aria-expanded={showing} onClick={onShow}>
              {words.show}
            </button>
          )}
        </WhyNot>
      </div>
      {asking && (
        <Dialog
          title={words.discardAsk}
          onClose={() => ask(false)}
          foot={
            <>
              <Button
                look="danger"
                onClick={() => {
                  ask(false)
                  void state.discard()
                }}
              >
                {words.discard}
              </Button>
              <Button onClick={() => ask(false)}>{words.keep}</Button>
            </>
          }
        >
          <p>{words.discardTold}</p>
        </Dialog>
      )}
    </>
  )
}
