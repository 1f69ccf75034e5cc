import { type FormEvent, useState } from 'react'
import { passSecondFactor } from '#contract/session.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { CodeInput } from './CodeInput.tsx'
import { session } from './session.ts'

const wordsOf = {
  zh: { code: '动态验证码', help: '打开您绑定的验证器，写下 6 位数字。', enter: '验证' },
  en: { code: 'Code', help: 'Six digits from your authenticator app.', enter: 'Verify' },
}

export function SecondFactorForm() {
  const words = useWords(wordsOf)
  const [code, setCode] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || code.length !== 6) return
    setBusy(true)
    setNo(null)
    const sent = await send(passSecondFactor, { body: { code } }, {}, false)
    setBusy(false)
    if (sent.ok) return session.begin(sent.reply)
    setCode('')
    setNo(sent.no)
  }
  return (
    <form className="form" onSubmit={(event) => void enter(event)}>
      <Field label={words.code} required help={words.help}>
        {(field) => <CodeInput {...field} code={code} onCode={setCode} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
      <div className="flex" style={{ marginLeft: 96 }}>
        <Button look="go" type="submit" busy={busy} whyNot={code.length === 6 ? null : words.help}>
          {words.enter}
        </Button>
      </div>
    </form>
  )
}
