import { Link } from '@tanstack/react-router'
import type { OrderAct, PossibleAct } from '#contract/order-page.ts'
import type { OrderView } from '#contract/views.ts'
import { useLanguage, useSay } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { type KeyMap, useKeys } from '../ui/use-keys.ts'
import { type ActHere, barReasons, deskOf, isHere, type Offered, offered } from './order-acts.ts'
import { actNames } from './page-words.ts'

const KEYS: Record<ActHere, string> = {
  urgeOrder: 'u',
  supplementOrder: 'b',
  withdrawOrder: 'w',
  reopenOrder: 'r',
  unmergeOrder: 'x',
}
/** What fits beside each other in the aside of 420 px; the rest of the chain is at its desks. */
const MOST = 4

function DeskLink({ act, order, filled }: { act: OrderAct; order: OrderView; filled: boolean }) {
  const say = useSay()
  const { to, search } = deskOf(act, order, useMe().unit)
  return (
    <Link to={to} search={search as never} className={filled ? 'btn lg go' : 'btn lg'}>
      {say(actNames[act])}
    </Link>
  )
}

type Props = { order: OrderView; may: readonly PossibleAct[]; onAct: (act: ActHere) => void }

/**
 * The caller's likeliest acts: the first that can be done is filled, the ones that cannot say why. The page holds the dialog
 * of an act: a screen that is turned moves the bar, and what was typed must outlive that.
 */
export function FootBar({ order, may, onAct }: Props) {
  const say = useSay()
  const language = useLanguage()
  const acts = offered(may, order, language).slice(0, MOST)
  const keys: KeyMap = Object.fromEntries(
    acts.flatMap(({ act, whyNot }) => (isHere(act) && whyNot === null ? [[KEYS[act], () => onAct(act)]] : [])),
  )
  useKeys(keys)
  if (acts.length === 0) return null
  const reasons = barReasons(acts, order, language)
  const button = ({ act, whyNot }: Offered, i: number) => {
    const filled = i === 0 && whyNot === null
    if (!isHere(act)) return <DeskLink key={act} act={act} order={order} filled={filled} />
    return (
      <Button
        key={act}
        size="lg"
        look={filled ? 'go' : 'plain'}
        whyNot={whyNot}
        aria-keyshortcuts={KEYS[act]}
        onClick={() => onAct(act)}
      >
        {say(actNames[act])}
        {whyNot === null && <Kbd>{KEYS[act].toUpperCase()}</Kbd>}
      </Button>
    )
  }
  return (
    <footer className="bar orderbar">
      {acts.map(button)}
      {reasons.map((reason) => (
        <WhyNot key={reason}>{reason}</WhyNot>
      ))}
    </footer>
  )
}
