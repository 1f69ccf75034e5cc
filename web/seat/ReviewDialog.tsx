import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useKeys } from '../ui/use-keys.ts'
import { elements, elementsOf } from './five-elements.ts'
import { seatWords } from './seat-words.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

const wordsOf = {
  zh: {
    title: '送预审',
    what: '预审员核对要素和分类后再派单，答复期限照样从现在算起。',
    noCategory: '分类没定，由预审员定。',
    lacks: (list: string) => `五要素还缺：${list}。`,
    go: '送预审',
    back: '返回',
  },
  en: {
    title: 'To intake review',
    what: 'A reviewer checks elements and category before dispatch; the time for the answer runs from now all the same.',
    noCategory: 'The reviewer chooses the category.',
    lacks: (list: string) => `Still missing of the five elements: ${list}.`,
    go: 'Send to review',
    back: 'Back',
  },
}

/** T05 by way of review: what the reviewer will have to ask is said here, while the caller is still on the line. */
export function ReviewDialog({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(wordsOf)
  useFirstFocus('go')
  const names = useWords(seatWords)
  const has = elementsOf(seat.form)
  const missing = elements.filter((element) => !has[element]).map((element) => names.element[element])
  const go = () => void outcomes.submit('yes', seat.form.merge)
  useKeys({ 'Ctrl+Enter': go }, { inDialog: true })
  return (
    <Dialog
      title={words.title}
      onClose={outcomes.close}
      foot={
        <>
          <Button look="go" keys="⏎" busy={outcomes.busy} onClick={go}>
            {words.go}
          </Button>
          <Button keys="Esc" onClick={outcomes.close}>
            {words.back}
          </Button>
        </>
      }
    >
      <p>{words.what}</p>
      {seat.form.category === null && <p className="m2">{words.noCategory}</p>}
      {missing.length > 0 && <p className="m2">{words.lacks(missing.join(names.and))}</p>}
      {outcomes.no !== null && <RefusalNote no={outcomes.no}>{outcomes.wayOut}</RefusalNote>}
    </Dialog>
  )
}
