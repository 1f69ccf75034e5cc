import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { reviewWords } from './review-words.ts'

type Act = { label: string; keys: string; whyNot: string | null; act: () => void }

/** Looking: one key a verdict. The first is the frequent one, hence filled. */
export function LookFoot({ acts, busy }: { acts: readonly Act[]; busy: boolean }) {
  useKeys(Object.fromEntries(acts.map(({ keys, whyNot, act }) => [keys, () => whyNot === null && act()])))
  const why = acts.find(({ whyNot }) => whyNot !== null)?.whyNot ?? null
  return (
    <>
      <div className="reasonline">{why !== null && <WhyNot>{why}</WhyNot>}</div>
      <footer className="bar">
        {acts.map(({ label, keys, whyNot, act }, i) => (
          <Button
            key={keys}
            look={i === 0 ? 'go' : 'plain'}
            size="lg"
            keys={keys}
            aria-keyshortcuts={keys}
            className={i === 0 ? 'grow' : ''}
            busy={busy}
            whyNot={whyNot}
            onClick={act}
          >
            {label}
          </Button>
        ))}
      </footer>
    </>
  )
}

/** Writing: one way on, one way back; what was written stays. */
export function WriteFoot(props: {
  label: string
  whyNot: string | null
  busy: boolean
  onSend: () => void
  onBack: () => void
  children?: ReactNode
}) {
  const words = useWords(reviewWords)
  useKeys({ 'Ctrl+Enter': () => props.whyNot === null && props.onSend(), Escape: props.onBack })
  return (
    <>
      <div className="reasonline">
        {props.whyNot !== null && <WhyNot>{props.whyNot}</WhyNot>}
        {props.children}
      </div>
      <footer className="bar">
        <Button
          look="go"
          size="lg"
          className="grow"
          keys="Ctrl ⏎"
          aria-keyshortcuts="Control+Enter"
          busy={props.busy}
          whyNot={props.whyNot}
          onClick={props.onSend}
        >
          {props.label}
        </Button>
        <Button size="lg" keys="Esc" aria-keyshortcuts="Escape" onClick={props.onBack}>
          {words.cancel}
        </Button>
      </footer>
    </>
  )
}
