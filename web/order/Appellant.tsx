import type { OrderView } from '#contract/views.ts'
import { unmaskWords } from '../appellant/unmask-words.ts'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { confidentialWords } from '../words/order.ts'
import { pageWords } from './page-words.ts'
import { Unmask } from './Unmask.tsx'

/** Who asks, as far as this reader may know; the rest opens with a reason. */
export function Appellant({ order }: { order: OrderView }) {
  const words = useWords(pageWords)
  const mask = useWords(unmaskWords)
  const say = useSay()
  const { appellant, request } = order
  const kept = request.confidential !== 'none'
  const shown = [
    appellant.address ?? words.unnamed,
    appellant.contactPhone ?? words.hiddenPhone,
    appellant.enterpriseName,
  ].filter((part) => part !== null)
  const whyNot =
    request.confidential === 'all' ? mask.kept : appellant.contactPhone === null ? mask.none : mask.notSigned
  return (
    <section className="sec">
      <header>
        <h2>{words.appellant}</h2>
        <span className="end xs m3">
          {kept && <Icon name="lock" size={14} />} {say(confidentialWords[request.confidential])}
        </span>
      </header>
      <div className="flex s appellant">
        <span>{request.anonymous ? words.anonymous : shown.join(' · ')}</span>
        <Unmask orderId={order.id} canUnmask={appellant.canUnmask} whyNot={whyNot} />
      </div>
      <p className="xs m3">{appellant.canUnmask.length === 0 ? whyNot : words.reasonLogged}</p>
    </section>
  )
}
