import { PathBar } from '../admin/PathBar.tsx'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
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
  return (
    <PathBar
      state={state}
      go={go}
      {...(publishes ? {} : { last: adopt.submit })}
      said={
        <>
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
        </>
      }
    >
      {check.blocking + check.warnings > 0 && (
        <>
          {' '}
          <button type="button" className="link s" aria-expanded={showing} onClick={onShow}>
            {words.show}
          </button>
        </>
      )}
    </PathBar>
  )
}
