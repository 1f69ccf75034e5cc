import { useSay, useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { againstClose, againstRedo, againstSplit, type CallForm, dissatisfied } from './callback-form.ts'
import { callbackWords, gapWords } from './callback-words.ts'

type Props = {
  form: CallForm
  reworkCount: number
  limit: number
  /** why nothing can be done here at all */
  barred: string | null
  past: boolean
  busy: boolean
  onUnreached: () => void
  onClose: () => void
  onRedo: () => void
  /** of a merged order: make it one of its own; null of any other */
  onSplit: (() => void) | null
}

type SplitProps = Pick<Props, 'form' | 'barred' | 'busy'> & { onSplit: () => void }

/** Another matter after all: an order of its own. */
function Split({ form, barred, busy, onSplit }: SplitProps) {
  const words = useWords(callbackWords)
  const say = useSay()
  const gap = againstSplit(form)
  const why = barred ?? (gap === null ? null : say(gapWords[gap]))
  return (
    <Button size="lg" busy={busy} whyNot={why} onClick={onSplit}>
      {words.split}
    </Button>
  )
}

/** What the call comes to: one filled button, the other way beside it with the reason why not. */
export function CallFoot(props: Props) {
  const { form, barred, busy } = props
  const words = useWords(callbackWords)
  const say = useSay()
  if (form.reached !== null && form.reached !== 'answered') {
    const why = barred ?? (props.past ? words.past : null)
    return (
      <footer className="bar callfoot">
        <Button look="go" size="lg" keys="Ctrl ⏎" busy={busy} whyNot={why} onClick={props.onUnreached}>
          {words.record}
        </Button>
        {why !== null && <WhyNot>{why}</WhyNot>}
      </footer>
    )
  }
  const bad = dissatisfied(form)
  const close = againstClose(form)
  const redo = againstRedo(form, props.reworkCount, props.limit)
  const whyClose = barred ?? (close === null ? null : say(gapWords[close]))
  const whyRedo = barred ?? (redo === null ? null : say(gapWords[redo]))
  const toRedo = bad && redo !== 'rework-limit-reached'
  const told = toRedo ? whyRedo : whyClose
  return (
    <footer className="bar callfoot">
      <Button
        look={toRedo ? 'plain' : 'go'}
        size="lg"
        {...(toRedo ? {} : { keys: 'Ctrl ⏎' })}
        busy={busy}
        whyNot={whyClose}
        onClick={props.onClose}
      >
        {words.close}
      </Button>
      {bad && (
        <Button
          look={toRedo ? 'go' : 'plain'}
          size="lg"
          {...(toRedo ? { keys: 'Ctrl ⏎' } : {})}
          busy={busy}
          whyNot={whyRedo}
          onClick={props.onRedo}
        >
          {props.onSplit === null ? words.redo : words.redoMaster}
        </Button>
      )}
      {bad && props.onSplit !== null && <Split form={form} barred={barred} busy={busy} onSplit={props.onSplit} />}
      {told !== null && <WhyNot>{told}</WhyNot>}
    </footer>
  )
}
