import { type FormEvent, useState } from 'react'
import { changePassword } from '#contract/session.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { session } from './session.ts'

const wordsOf = {
  zh: {
    old: '现在的密码',
    fresh: '新密码',
    again: '再写一次',
    differ: '两次写的不一样',
    rule: '至少 10 位，不用常见的词，不含账号。',
    change: '改密码',
  },
  en: {
    old: 'Password now',
    fresh: 'New password',
    again: 'Once more',
    differ: 'The two are not the same',
    rule: 'At least 10 characters, no common word, not the log-in.',
    change: 'Change password',
  },
}

/** Changing it ends one's sessions everywhere else. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const words = useWords(wordsOf)
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const differ = again !== '' && again !== fresh
  const change = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || differ) return
    setBusy(true)
    setNo(null)
    const sent = await send(changePassword, { body: { old, new: fresh } })
    setBusy(false)
    if (!sent.ok) return setNo(sent.no)
    session.begin(sent.reply)
    onDone?.()
  }
  return (
    <form className="form" onSubmit={(event) => void change(event)}>
      <Field label={words.old} required>
        {(field) => (
          <TextInput {...field} type="password" autoComplete="current-password" value={old} onChange={setOld} />
        )}
      </Field>
      <Field label={words.fresh} required help={words.rule}>
        {(field) => (
          <TextInput {...field} type="password" autoComplete="new-password" value={fresh} onChange={setFresh} />
        )}
      </Field>
      <Field label={words.again} required fault={differ ? words.differ : null}>
        {(field) => (
          <TextInput {...field} type="password" autoComplete="new-password" value={again} onChange={setAgain} />
        )}
      </Field>
      {no !== null && <RefusalNote no={no} />}
      <div className="flex" style={{ marginLeft: 96 }}>
        <Button
          look="go"
          type="submit"
          busy={busy}
          whyNot={old === '' || fresh === '' || again !== fresh ? words.rule : null}
        >
          {words.change}
        </Button>
      </div>
    </form>
  )
}
