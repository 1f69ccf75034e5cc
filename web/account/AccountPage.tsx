import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { endSessions, listSessions, removeTotp } from '#contract/session.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { type No, send } from '../send.ts'
import { CodeInput } from '../session/CodeInput.tsx'
import { logOutHere } from '../session/log-out.ts'
import { PasswordForm } from '../session/PasswordForm.tsx'
import { session } from '../session/session.ts'
import { TotpSetup } from '../session/TotpSetup.tsx'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import { roleWords } from '../words/role.ts'
import { momentWords } from '../words/time.ts'
import { wordsOf } from './account-words.ts'
import { browserName } from './browser-name.ts'

function Sessions() {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  const cache = useQueryClient()
  const { data, error, refetch } = useApi(listSessions, {})
  const others = (data?.sessions.length ?? 1) - 1
  const end = async () => {
    const sent = await send(endSessions, {})
    if (sent.ok) toast(words.ended(sent.reply.ended))
    await cache.invalidateQueries({ queryKey: [listSessions.path] })
  }
  if (error !== null) return <Failed no={error.no} what={words.sessions} again={() => void refetch()} />
  if (data === undefined) return <Loading rows={2} />
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.begun}</th>
            <th scope="col">{words.seen}</th>
          </tr>
        </thead>
        <tbody>
          {data.sessions.map((one) => (
            <tr key={one.id}>
              <td>
                {browserName(one.agent)} {one.current && <Tag tone="b">{words.here}</Tag>}
              </td>
              <td>{one.ip}</td>
              <td>{momentWords(one.createdAt, now, language)}</td>
              <td>{momentWords(one.seenAt, now, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex" style={{ marginTop: 12 }}>
        <Button onClick={() => void end()} whyNot={others > 0 ? null : words.noOthers}>
          {words.endOthers}
        </Button>
        {others === 0 && <span className="why-not">{words.noOthers}</span>}
        <Button onClick={() => void logOutHere()}>{words.logOut}</Button>
      </div>
    </>
  )
}

function RemoveTotp({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOf)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const remove = async () => {
    const sent = await send(removeTotp, { body: { password, code } })
    if (!sent.ok) return setNo(sent.no)
    session.begin(sent.reply)
    onClose()
    toast(words.removed)
  }
  const missing = password === '' || code.length !== 6
  return (
    <Dialog
      title={words.removeTitle}
      onClose={onClose}
      foot={
        <Button look="danger" onClick={() => void remove()} whyNot={missing ? words.bothNeeded : null}>
          {words.remove}
        </Button>
      }
    >
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
      <Field label={words.code} required>
        {(field) => <CodeInput {...field} code={code} onCode={setCode} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}

/** One's own account: who one is here, password, second factor, and where one is logged in. */
export function AccountPage() {
  const me = useMe()
  const say = useSay()
  const words = useWords(wordsOf)
  const [dialog, open] = useState<'bind' | 'remove' | null>(null)
  return (
    <Work>
      <div className="fill" style={{ maxWidth: 880 }}>
        <section className="sec">
          <header>
            <h2>{me.name}</h2>
          </header>
          <dl className="dl">
            <dt>{words.login}</dt>
            <dd>{me.login}</dd>
            <dt>{words.unit}</dt>
            <dd>{me.unitName}</dd>
            <dt>{words.roles}</dt>
            <dd className="flex wrap">
              {me.roles.map((role) => (
                <Tag key={role}>{say(roleWords[role])}</Tag>
              ))}
            </dd>
          </dl>
        </section>
        <section className="sec">
          <header>
            <h2>{words.sessions}</h2>
          </header>
          <Sessions />
        </section>
        <section className="sec">
          <header>
            <h2>{words.passwordHead}</h2>
          </header>
          <div className="narrow">
            <PasswordForm onDone={() => toast(words.changed)} />
          </div>
        </section>
        <section className="sec">
          <header>
            <h2>{words.factor}</h2>
          </header>
          <p className="s m2">{words.factorWhy}</p>
          <div className="flex" style={{ marginTop: 8 }}>
            {me.secondFactor ? (
              <Button onClick={() => open('remove')}>{words.remove}</Button>
            ) : (
              <Button onClick={() => open('bind')}>{words.bind}</Button>
            )}
          </div>
        </section>
      </div>
      {dialog === 'bind' && (
        <Dialog title={words.bindTitle} onClose={() => open(null)}>
          <TotpSetup
            onDone={() => {
              toast(words.bound)
              open(null)
            }}
          />
        </Dialog>
      )}
      {dialog === 'remove' && <RemoveTotp onClose={() => open(null)} />}
    </Work>
  )
}
