import { useState } from 'react'
import type { VersionView } from '#contract/city-versions.ts'
import { Steps } from '../admin/Steps.tsx'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { WordsDialog } from '../ui/WordsDialog.tsx'
import { adoptWords } from './adopt-words.ts'
import type { Go } from './catalogue-search.ts'
import { useDraftDeeds } from './use-draft-deeds.ts'

type Props = {
  state: PartState
  draft: VersionView
  go: Go
  /** what keeps the draft from being put in force; null: nothing */
  whyNot: string | null
  back: string
  onBack: () => void
  onDone: () => void
}

/** Adopting for those who may, or sending back; handing in for those who draft, or taking back what was handed in. */
export function AdoptFoot({ state, draft, go, whyNot, back, onBack, onDone }: Props) {
  const words = useWords(adoptWords)
  const publishes = useMay('adoptCityVersion')
  const [note, setNote] = useState(draft.handedIn?.note ?? draft.note)
  const [sending, setSending] = useState(false)
  const deed = useDraftDeeds(state, draft)
  const { handedIn, mine, aside } = draft
  const another = aside && state.draft !== null ? words.finishFirst : null
  const adopts = publishes && (mine || handedIn !== null)
  const submits = !publishes && mine && handedIn === null
  const reason = whyNot ?? (note.trim().length < 2 ? words.reasonMissing : null)
  const told = () => {
    if (adopts) return reason ?? ''
    if (submits) return reason ?? words.submitTold
    if (mine) return another ?? words.yours
    return handedIn === null ? words.notYet : words.onlyRead
  }
  return (
    <div className="bar admin-adopt">
      <Steps at={mine && handedIn !== null ? 3 : 2} {...(publishes ? {} : { last: words.submit })} />
      <Button onClick={onBack}>{back}</Button>
      {(adopts || submits) && (
        <div className="grow narrow">
          <Field label={words.reason} required>
            {(field) => (
              <TextInput {...field} value={note} maxLength={200} placeholder={words.reasonHelp} onChange={setNote} />
            )}
          </Field>
        </div>
      )}
      {adopts && (
        <Button
          look="go"
          size="lg"
          whyNot={reason}
          busy={deed.busy}
          onClick={() => void deed.adopt(note.trim(), onDone)}
        >
          {words.adopt}
        </Button>
      )}
      {adopts && handedIn !== null && !mine && (
        <Button size="lg" onClick={() => setSending(true)}>
          {words.sendBack}
        </Button>
      )}
      {submits && (
        <Button
          look="go"
          size="lg"
          whyNot={reason}
          busy={deed.busy}
          onClick={() => void deed.handIn(note.trim(), () => go({ view: 'preview', draft: draft.id }))}
        >
          {words.submit}
        </Button>
      )}
      {mine && aside && (
        <Button size="lg" busy={deed.busy} whyNot={another} onClick={() => void deed.takeBack()}>
          {handedIn === null ? words.goOn : words.takeBack}
        </Button>
      )}
      <WhyNot>{told()}</WhyNot>
      {deed.no !== null && !sending && <RefusalNote no={deed.no} />}
      {sending && (
        <WordsDialog
          title={words.sendBackTitle}
          told={words.sendBackTold}
          label={words.sendBackReason}
          ways={[
            {
              label: words.sendBack,
              act: (said) => void deed.sendBack(said, onBack),
            },
          ]}
          max={300}
          busy={deed.busy}
          no={deed.no}
          onClose={() => setSending(false)}
        />
      )}
    </div>
  )
}
