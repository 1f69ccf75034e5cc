import type { Ref } from 'react'
import type { dispatchCandidates } from '#contract/candidates.ts'
import type { OrderView } from '#contract/views.ts'
import { deskWords } from '../desk/desk-words.ts'
import type { Claim } from '../desk/use-claim.ts'
import { DraftNote } from '../draft/DraftNote.tsx'
import type { DraftState } from '../draft/draft-keeper.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import type { No, ReplyOf } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { restFocus } from '../ui/rest-focus.ts'
import { Failed, Loading } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { CoUnits } from './CoUnits.tsx'
import { DispatchConflict } from './DispatchConflict.tsx'
import { type DispatchWords, dispatchWords } from './dispatch-words.ts'
import { ExceptionGround } from './ExceptionGround.tsx'
import { GridOffer } from './GridOffer.tsx'
import { LeadChoice } from './LeadChoice.tsx'
import { LimitsAfter } from './LimitsAfter.tsx'
import { DispatchNote, OverrideReason } from './NoteAndReason.tsx'
import { mayMerge, maySendBack, needsReason, type Plan, whyNotSend, withLead } from './plan.ts'
import { UnitSearch } from './UnitSearch.tsx'
import type { useDispatch } from './use-dispatch.ts'

const askReason = () => requestAnimationFrame(() => document.getElementById('override')?.focus())

/** What past orders say for the chosen unit, as a reason that can be taken with one click. */
function evidenceFor(plan: Plan, { candidates }: ReplyOf<typeof dispatchCandidates>, words: DispatchWords) {
  const chosen = candidates.find(({ unit }) => unit === plan.lead?.unit)
  return chosen === undefined || chosen.ended === 0 ? null : words.fromPrecedents(chosen.ended)
}

type Props = {
  order: OrderView
  offer: ReplyOf<typeof dispatchCandidates> | undefined
  fault: { no: No; again: () => void } | null
  plan: Plan
  onPlan: (plan: Plan) => void
  draft: DraftState
  claim: Claim
  dispatch: ReturnType<typeof useDispatch>
  searchRef: Ref<HTMLInputElement>
  adding: boolean
  onAdding: (adding: boolean) => void
  onDialog: (dialog: 'merge' | 'back') => void
}

/** To whom it goes: the lead, who helps, which limits then run, what they are told; and the three ways on. */
export function UnitColumn(props: Props) {
  const { order, offer, plan, onPlan, dispatch } = props
  const words = useWords(dispatchWords)
  const say = useSay()
  return (
    <section className="col side" aria-label={words.toWhom}>
      <div className="fill">
        <GridOffer key={order.id} order={order} dispatch={dispatch} />
        <div className="sec">
          <header>
            <h2>{words.lead}</h2>
            <span className="end xs m3">{words.leadHow}</span>
          </header>
          {props.fault !== null && <Failed no={props.fault.no} what={words.lead} again={props.fault.again} />}
          {offer === undefined && props.fault === null && <Loading rows={3} />}
          {offer !== undefined && (
            <LeadChoice offer={offer} chosen={plan.lead} onChoose={(unit) => onPlan(withLead(plan, unit))} />
          )}
          <div className="gap">
            <UnitSearch
              orderId={order.id}
              label={words.search}
              keys="/"
              inputRef={props.searchRef}
              onLeave={restFocus}
              onChoose={(unit) => {
                const next = withLead(plan, unit)
                onPlan(next)
                // What is asked next stands right below; elsewhere the keys of the desk are wanted again.
                if (offer !== undefined && needsReason(next, offer.choice)) askReason()
                else restFocus()
              }}
            />
          </div>
        </div>
        {offer !== undefined && needsReason(plan, offer.choice) && (
          <OverrideReason plan={plan} onPlan={onPlan} evidence={evidenceFor(plan, offer, words)} />
        )}
        <CoUnits orderId={order.id} plan={plan} onPlan={onPlan} adding={props.adding} onAdding={props.onAdding} />
        <LimitsAfter orderId={order.id} plan={plan} />
        <DispatchNote plan={plan} onPlan={onPlan} />
        {dispatch.news.length > 0 && (
          <div className="pad" role="alert">
            <Note tone="a">
              <b>{words.news}</b>
              {dispatch.news.map((one) => (
                <p key={one.zh}>{say(one)}</p>
              ))}
            </Note>
          </div>
        )}
        {dispatch.no !== null && (
          <div className="pad">
            <RefusalNote no={dispatch.no} />
          </div>
        )}
        {(dispatch.no?.code === 'departmental-matter' || plan.exception !== undefined) && (
          <ExceptionGround value={plan.exception ?? ''} onChange={(exception) => onPlan({ ...plan, exception })} />
        )}
      </div>
      <Foot {...props} />
    </section>
  )
}

function Foot({ order, offer, plan, claim, dispatch, draft, onDialog }: Props) {
  const words = useWords(dispatchWords)
  const desk = useWords(deskWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const state = say(orderStateWords[order.state])
  const theirs =
    claim.theirs === null ? null : desk.theirs(claim.theirs.name, momentWords(claim.theirs.until, now, language))
  const whyNot =
    theirs ?? (offer === undefined ? words.chooseFirst : whyNotSend(plan, offer.choice, order, state, words))
  const { lead } = plan
  const go = () => {
    if (whyNot === null && lead !== null) void dispatch.dispatch(plan, lead)
  }
  useKeys({ Enter: go, 'Ctrl+Enter': go })
  const barred = (may: boolean) => theirs ?? (may ? null : words.wrongState(state))
  return (
    <>
      <div className="reasonline">
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        <DraftNote state={draft} />
      </div>
      <footer className="bar">
        <Button
          look="go"
          size="lg"
          keys="⏎"
          aria-keyshortcuts="Enter"
          className="grow"
          busy={dispatch.busy}
          whyNot={whyNot}
          onClick={go}
        >
          {words.send}
        </Button>
        <Button
          size="lg"
          keys="M"
          aria-keyshortcuts="M"
          whyNot={barred(mayMerge(order.state))}
          onClick={() => onDialog('merge')}
        >
          {words.merge}
        </Button>
        <Button
          size="lg"
          keys="B"
          aria-keyshortcuts="B"
          whyNot={barred(maySendBack(order.state))}
          onClick={() => onDialog('back')}
        >
          {words.sendBack}
        </Button>
      </footer>
      {dispatch.clash !== null && (
        <DispatchConflict
          seen={order}
          clash={dispatch.clash}
          plan={plan}
          onTheirs={dispatch.takeTheirs}
          onKeep={(fresh, parts) => lead !== null && void dispatch.keepMine(fresh, parts, plan, lead)}
        />
      )}
    </>
  )
}
