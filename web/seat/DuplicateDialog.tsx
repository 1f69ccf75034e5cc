import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Light } from '../ui/Light.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useKeys } from '../ui/use-keys.ts'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { unanswered } from './same-matter.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

const wordsOf = {
  zh: {
    title: '很可能是同一件事',
    merge: '建议并案并提交',
    other: '不是同一件，照常提交',
    add: '不新建，补充到那一件',
    back: '返回',
    state: '现在',
    received: '受理',
    gone: '已没有疑似同一件的工单，可以提交。',
    go: '提交',
  },
  en: {
    title: 'Very likely the same matter',
    merge: 'Submit and propose merging',
    other: 'Not the same; submit',
    add: 'Add to that one instead',
    back: 'Back',
    state: 'Now',
    received: 'Received',
    gone: 'Nothing alike is left; it can be submitted.',
    go: 'Submit',
  },
}

/** Before the number is given, whoever has not yet looked at the likely duplicate looks at it. */
export function DuplicateDialog({
  seat,
  outcomes,
  onSupplement,
}: {
  seat: Seat
  outcomes: Outcomes
  onSupplement: (id: string) => void
}) {
  const words = useWords(wordsOf)
  useFirstFocus('go')
  const [say, language, now] = [useSay(), useLanguage(), useNow()]
  const { form } = seat
  const one = unanswered(form, seat.similar?.orders ?? [])
  const merge = () => void outcomes.submit('auto', one?.id ?? null)
  const other = () => void outcomes.submit('auto', null)
  useKeys({ 'Ctrl+Enter': merge, 'Alt+N': other }, { inDialog: true })
  return (
    <Dialog
      title={words.title}
      onClose={outcomes.close}
      foot={
        <>
          <Button look="go" keys="⏎" busy={outcomes.busy} onClick={merge}>
            {one === null ? words.go : words.merge}
          </Button>
          {one !== null && (
            <Button keys="Alt N" aria-keyshortcuts="Alt+N" onClick={other}>
              {words.other}
            </Button>
          )}
          <Button keys="Esc" onClick={outcomes.close}>
            {words.back}
          </Button>
        </>
      }
    >
      {one === null ? (
        <p>{words.gone}</p>
      ) : (
        <>
          <div className="flex">
            <Light light={one.light} />
            <b>{one.title}</b>
          </div>
          <p className="xs m3">
            <OrderNo no={one.no} />
          </p>
          <p>{one.reasons.map(say).join(language === 'zh' ? '，' : ', ')}</p>
          <dl className="dl">
            <dt>{words.received}</dt>
            <dd>{momentWords(one.receivedAt, now, language)}</dd>
            <dt>{words.state}</dt>
            <dd>
              {say(orderStateWords[one.state])}
              {one.leadUnitName !== null && ` · ${one.leadUnitName}`}
            </dd>
          </dl>
          <button type="button" className="link s seat-instead" onClick={() => onSupplement(one.id)}>
            {words.add}
          </button>
        </>
      )}
      {outcomes.no !== null && <RefusalNote no={outcomes.no}>{outcomes.wayOut}</RefusalNote>}
    </Dialog>
  )
}
