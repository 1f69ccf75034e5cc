import { LIKELY } from '#domain/accept/rank-similar.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { ProposalLine } from '../merge/ProposalLine.tsx'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Light } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { assignmentStateWords, orderStateWords } from '../words/order.ts'
import { leftWords, momentWords } from '../words/time.ts'
import { likest } from './same-matter.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

type What = 'supplement' | 'urge'

/** The caller's own matter is open still: nothing new is needed, only what they add or that they wait. */
function OwnMatter({ onAct }: { onAct: (what: What) => void }) {
  const words = useWords(seatWords)
  const [add, urge] = [() => onAct('supplement'), () => onAct('urge')]
  useKeys({ 'Alt+S': add, 'Alt+R': urge })
  return (
    <div className="flex wrap">
      <Button size="sm" look="go" keys="Alt S" aria-keyshortcuts="Alt+S" onClick={add}>
        {words.addToIt}
      </Button>
      <Button size="sm" keys="Alt R" aria-keyshortcuts="Alt+R" onClick={urge}>
        {words.urgeIt}
      </Button>
    </div>
  )
}

/** The machine proposes with its reasons; the seat says "the same" or "another", and the dispatcher decides. */
export function SameMatter({ seat, onActOn }: { seat: Seat; onActOn: (orderId: string, what: What) => void }) {
  const { form, change, similar } = seat
  const words = useWords(seatWords)
  const [say, language, now] = [useSay(), useLanguage(), useNow()]
  const one = likest(form, similar?.orders ?? [])
  const merges = one !== null && form.merge === one.id
  const toggle = () => one !== null && change({ merge: merges ? null : one.id })
  useKeys({ 'Alt+J': toggle })
  if (one === null)
    return (
      <div className="sec">
        <p className="s m2" role="status">
          {similar === null ? words.lookSimilar : similar.ready ? words.noSimilar : words.similarLoading}
        </p>
      </div>
    )
  const likely = one.score >= LIKELY
  return (
    <div className="sec" aria-live="polite">
      <div className={`note ${likely ? 'a' : ''}`}>
        <Icon name="merge" />
        <div className="grow">
          <b>{likely ? words.likely : words.maybe}</b> · {words.alike(Math.round(one.score * 100))}
          <br />
          {one.reasons.map(say).join(language === 'zh' ? '，' : ', ')}
          {language === 'zh' ? '。' : '.'}
        </div>
      </div>
      <div className="seat-same">
        <div className="flex">
          <Light light={one.light} />
          <a href={`/orders/${one.id}`} target="_blank" rel="noreferrer" className="cut grow">
            <b>{one.title}</b>
          </a>
        </div>
        <p className="xs m3">
          <OrderNo no={one.no} /> {one.merged > 0 && `· ${words.master(one.merged)} `}·{' '}
          {words.receivedAt(momentWords(one.receivedAt, now, language))}
        </p>
        <dl className="dl">
          <dt>{words.now}</dt>
          <dd className="cut">
            {one.leadUnitName === null
              ? say(orderStateWords[one.state])
              : `${one.leadUnitName} ${say(one.leadState === null ? orderStateWords[one.state] : assignmentStateWords[one.leadState])}`}
            {one.leadSince !== null && <span className="m3 xs"> {momentWords(one.leadSince, now, language)}</span>}
          </dd>
          {one.citizenDue !== null && (
            <>
              <dt>{words.promised}</dt>
              <dd>
                {momentWords(one.citizenDue, now, language)} · {leftWords(one.citizenDue, now, language)}
              </dd>
            </>
          )}
        </dl>
        <ProposalLine order={one} />
        {one.proposal?.kind === 'same-order' && <OwnMatter onAct={(what) => onActOn(one.id, what)} />}
        <div className="flex seat-sameacts">
          <label className="chk">
            <input type="checkbox" checked={merges} onChange={toggle} aria-keyshortcuts="Alt+J" />
            {one.proposal?.kind === 'repeat' ? words.asRepeat : words.merge} <kbd aria-hidden="true">Alt J</kbd>
          </label>
          <span className="grow" />
          <button
            type="button"
            className="link s nw"
            onClick={() => change({ merge: null, notSame: [...form.notSame.slice(-20), one.id] })}
          >
            {words.notSame}
          </button>
        </div>
      </div>
    </div>
  )
}
