import { useState } from 'react'
import type { StaffView } from '#contract/admin.ts'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { peopleWords } from './people-words.ts'

type Answer = 'close' | 'reset' | 'reset-and-factor' | 'keep'
type Props = { ask: 'close' | 'reset'; person: StaffView; onAnswer: (answer: Answer) => void }

/** What cannot be taken back at once is asked first, in words that say what will happen. */
export function PersonDialog({ ask, person, onAnswer }: Props) {
  const words = useWords(peopleWords)
  const [factor, setFactor] = useState(false)
  const closing = ask === 'close'
  return (
    <Dialog
      title={(closing ? words.closeAsk : words.resetAsk)(person.name)}
      onClose={() => onAnswer('keep')}
      foot={
        <>
          <Button look="danger" onClick={() => onAnswer(closing ? 'close' : factor ? 'reset-and-factor' : 'reset')}>
            {closing ? words.closeAccount : words.reset}
          </Button>
          <Button onClick={() => onAnswer('keep')}>{words.keep}</Button>
        </>
      }
    >
      <p>{closing ? words.closeTold : words.resetTold}</p>
      {!closing && person.secondFactor && (
        <Check checked={factor} onChange={setFactor}>
          {words.removeFactor}
        </Check>
      )}
    </Dialog>
  )
}
