import { toDataURL } from 'qrcode'
import { type FormEvent, useState } from 'react'
import { confirmTotp, startTotp } from '#contract/session.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { CodeInput } from './CodeInput.tsx'
import { session } from './session.ts'

const wordsOf = {
  zh: {
    password: '现在的密码',
    start: '开始绑定',
    scan: '用验证器扫一扫；扫不了就写下这串字：',
    picture: '绑定用的二维码',
    code: '6 位验证码',
    confirm: '绑定',
    six: '写下验证器显示的 6 位数字',
  },
  en: {
    password: 'Password now',
    start: 'Begin',
    scan: 'Scan it with your authenticator app, or type this into it:',
    picture: 'QR code of the second factor',
    code: 'Six-digit code',
    confirm: 'Bind',
    six: 'Type the six digits the app shows',
  },
}

type Offer = { secret: string; offer: string; picture: string }

/** Two steps: the secret to the app, and its first code back as the proof that it arrived. */
export function TotpSetup({ onDone }: { onDone?: () => void }) {
  const words = useWords(wordsOf)
  const [password, setPassword] = useState('')
  const [offer, setOffer] = useState<Offer | null>(null)
  const [code, setCode] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const start = async (event: FormEvent) => {
    event.preventDefault()
    setNo(null)
    const sent = await send(startTotp, { body: { password } })
    if (!sent.ok) return setNo(sent.no)
    setOffer({ ...sent.reply, picture: await toDataURL(sent.reply.uri, { margin: 1, width: 184 }) })
  }
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    if (offer === null) return
    setNo(null)
    const sent = await send(confirmTotp, { body: { offer: offer.offer, code } })
    if (!sent.ok) return setNo(sent.no)
    session.begin(sent.reply)
    onDone?.()
  }
  return (
    <form className="form" onSubmit={(event) => void (offer === null ? start(event) : confirm(event))}>
      {offer === null ? (
        <Field label={words.password} required>
          {(field) => (
            <TextInput
              {...field}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
            />
          )}
        </Field>
      ) : (
        <>
          <p>{words.scan}</p>
          <div className="flex">
            <img src={offer.picture} width={184} height={184} alt={words.picture} />
            <code style={{ wordBreak: 'break-all' }}>{offer.secret}</code>
          </div>
          <Field label={words.code} required>
            {(field) => <CodeInput {...field} code={code} onCode={setCode} />}
          </Field>
        </>
      )}
      {no !== null && <RefusalNote no={no} />}
      <div className="flex" style={{ marginLeft: 96 }}>
        <Button look="go" type="submit" whyNot={offer !== null && code.length !== 6 ? words.six : null}>
          {offer === null ? words.start : words.confirm}
        </Button>
      </div>
    </form>
  )
}
