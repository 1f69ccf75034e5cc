import { type FormEvent, useState } from 'react'
import { logIn } from '#contract/session.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { session } from './session.ts'

const wordsOf = {
  zh: { login: '账号', password: '密码', enter: '登录' },
  en: { login: 'Log-in', password: 'Password', enter: 'Log in' },
}

/** Account and password; a second factor is asked for afterwards, on its own. `fixed` is who has to log in again. */
export function LogInForm({ fixed }: { fixed?: string }) {
  const words = useWords(wordsOf)
  const [login, setLogin] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setNo(null)
    const sent = await send(logIn, { body: { login, password } }, {}, false)
    setBusy(false)
    if (sent.ok) return session.begin(sent.reply)
    setPassword('')
    setNo(sent.no)
  }
  return (
    <form className="form" onSubmit={(event) => void enter(event)}>
      <Field label={words.login} required>
        {(field) => (
          <TextInput
            {...field}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            readOnly={fixed !== undefined}
            name="login"
          />
        )}
      </Field>
      <Field label={words.password} required>
        {(field) => (
          <TextInput
            {...field}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            name="password"
          />
        )}
      </Field>
      {no !== null && <RefusalNote no={no} />}
      <div className="flex" style={{ marginLeft: 96 }}>
        <Button look="go" size="lg" type="submit" busy={busy}>
          {words.enter}
        </Button>
      </div>
    </form>
  )
}
