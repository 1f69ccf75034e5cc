import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { ActForm } from './ActForm.tsx'
import { ask, type Ticket } from './ask.ts'
import { MorePhotos } from './MorePhotos.tsx'
import { useCitizenWords } from './use-citizen-words.ts'
import type { View } from './use-progress.ts'

type Act = 'supplement' | 'urge' | 'withdraw'

/** What a citizen can do about it now; each opens its few lines in place and closes with what it has done. */
export function Actions({ ticket, view, onDone }: { ticket: Ticket; view: View; onDone: (view: View) => void }) {
  const words = useCitizenWords()
  const [open, setOpen] = useState<Act | null>(null)
  const [said, setSaid] = useState('')
  const { may } = view
  const finish = (next: View, sentence: string) => {
    onDone(next)
    setOpen(null)
    setSaid(sentence)
  }
  const toggle = (act: Act) => {
    setSaid('')
    setOpen(open === act ? null : act)
  }
  const cancel = () => setOpen(null)
  if (may.length === 0 && said === '') return null
  return (
    <section>
      <div className="two">
        {may.includes('supplement') && (
          <button
            type="button"
            className="btn"
            aria-expanded={open === 'supplement'}
            onClick={() => toggle('supplement')}
          >
            <Icon name="edit" size={20} />
            {words.supplement}
          </button>
        )}
        {may.includes('urge') && (
          <button type="button" className="btn" aria-expanded={open === 'urge'} onClick={() => toggle('urge')}>
            <Icon name="bell" size={20} />
            {words.urge}
          </button>
        )}
      </div>
      {open === 'supplement' && may.includes('supplement') && (
        <>
          <ActForm
            label={words.supplementLabel}
            send={words.send}
            max={1000}
            onSend={(text) => ask('citizenSupplement', { ...ticket, text })}
            onDone={(next) => finish(next, words.supplemented)}
            onCancel={cancel}
          />
          {view.filesLeft > 0 && <MorePhotos ticket={ticket} onSent={onDone} />}
        </>
      )}
      {open === 'urge' && may.includes('urge') && (
        <ActForm
          label={words.urgeLabel}
          send={words.urge}
          max={300}
          optional
          onSend={(text) => ask('citizenUrge', { ...ticket, text: text === '' ? null : text })}
          onDone={(next) => finish(next, words.urged)}
          onCancel={cancel}
        />
      )}
      {open === 'withdraw' && may.includes('withdraw') && (
        <ActForm
          label={words.withdrawLabel}
          hint={words.withdrawHint}
          send={words.withdrawYes}
          max={300}
          onSend={(reason) => ask('citizenWithdraw', { ...ticket, reason })}
          onDone={(next) => finish(next, words.withdrawn)}
          onCancel={cancel}
        />
      )}
      <p className="hint" role="status">
        {said}
      </p>
      {!may.includes('rate') && may.length > 0 && <p className="hint">{words.rateLater}</p>}
      {may.includes('withdraw') && (
        <p className="more">
          <button type="button" className="link" aria-expanded={open === 'withdraw'} onClick={() => toggle('withdraw')}>
            {words.withdraw}
          </button>
        </p>
      )}
    </section>
  )
}
