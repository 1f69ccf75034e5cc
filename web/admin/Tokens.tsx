import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createToken, listTokens, revokeToken, type TokenView } from '#contract/machine-tokens.ts'
import { type TokenScope, tokenScopes } from '#contract/rights.ts'
import { instantOf } from '#domain/ids.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { serverNow, useNow } from '../now.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { ColumnHeads } from '../ui/ColumnHeads.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { CopyButton } from './FirstPassword.tsx'
import { healthWords, scopeNames } from './health-words.ts'
import { peopleWords } from './people-words.ts'
import { PickCell } from './RowField.tsx'
import { useNames } from './use-names.ts'

const DAY_MS = 86_400_000

function NewToken({ onClose }: { onClose: () => void }) {
  const words = useWords(healthWords)
  const copy = useWords(peopleWords)
  const say = useSay()
  const names = useNames()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly TokenScope[]>([])
  const [unit, setUnit] = useState('')
  const [days, setDays] = useState('180')
  const [no, setNo] = useState<No | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const whyNot =
    name.trim().length < 2 ? words.needed(words.name) : scopes.length === 0 ? words.needed(words.scopes) : null
  const make = async () => {
    const expiresAt = instantOf(serverNow() + Number(days) * DAY_MS - 60_000)
    const body = { name: name.trim(), scopes: [...scopes], unit: unit === '' ? null : unit, expiresAt }
    const sent = await send(createToken, { body })
    if (!sent.ok) return setNo(sent.no)
    setSecret(sent.reply.secret)
    await cache.invalidateQueries({ queryKey: [listTokens.path] })
  }
  if (secret !== null)
    return (
      <Dialog
        title={words.secret(name)}
        dismissable={false}
        onClose={onClose}
        foot={<Button onClick={onClose}>{copy.done}</Button>}
      >
        <p className="admin-password">
          <output aria-label={words.secret(name)} style={{ overflowWrap: 'anywhere' }}>
            {secret}
          </output>
        </p>
        <div className="flex">
          <CopyButton text={secret} label={copy.copy} />
        </div>
        <p className="s m2">{words.secretTold}</p>
      </Dialog>
    )
  return (
    <Dialog
      title={words.add}
      onClose={onClose}
      foot={
        <>
          <Button look="go" whyNot={whyNot} onClick={() => void make()}>
            {words.create}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <Field label={words.name} required>
        {(field) => <TextInput {...field} value={name} maxLength={60} onChange={setName} />}
      </Field>
      <fieldset className="f">
        <legend className="sr">{words.scopes}</legend>
        <span className="lab" aria-hidden="true">
          <span className="req">{words.scopes}</span>
        </span>
        <div className="flex wrap">
          {tokenScopes.map((scope) => (
            <Check
              key={scope}
              checked={scopes.includes(scope)}
              onChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
            >
              {say(scopeNames[scope] ?? { zh: scope, en: scope })}
            </Check>
          ))}
        </div>
      </fieldset>
      <Field label={words.unit} help={words.wholeCity}>
        {(field) => <PickCell field={field} label={words.unit} value={unit} options={names.units} onChange={setUnit} />}
      </Field>
      <Field label={words.days} help={words.daysHelp}>
        {(field) => (
          <TextInput
            {...field}
            inputMode="numeric"
            value={days}
            onChange={(text) => setDays(text.replace(/\D/g, '').slice(0, 3))}
          />
        )}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}

/** The tokens of other systems: what each may do, until when, and whether anybody misses it. */
export function Tokens() {
  const words = useWords(healthWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const names = useNames()
  const cache = useQueryClient()
  const { data, error, refetch } = useApi(listTokens, {})
  const [adding, setAdding] = useState(false)
  const [asked, ask] = useState<TokenView | null>(null)
  const revoke = async (token: TokenView) => {
    ask(null)
    await send(revokeToken, { params: { tokenId: token.id } })
    await cache.invalidateQueries({ queryKey: [listTokens.path] })
  }
  const stateOf = (token: TokenView) =>
    token.revokedAt !== null ? words.revoked : Date.parse(token.expiresAt) <= now ? words.expired : words.live
  const rows = data?.tokens ?? []
  return (
    <section className="sec">
      <header>
        <h2>{words.tokens}</h2>
        <span className="s m2">{words.tokensTold}</span>
        <Button size="sm" className="end" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </header>
      {error !== null && <Failed no={error.no} what={words.tokens} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data !== undefined && rows.length === 0 && <Empty title={words.noTokens} />}
      {rows.length > 0 && (
        <table className="tbl">
          <ColumnHeads of={[words.name, words.scopes, words.unit, words.expires, words.used, words.state]}>
            <th scope="col">
              <span className="sr">{words.revoke}</span>
            </th>
          </ColumnHeads>
          <tbody>
            {rows.map((token) => (
              <tr key={token.id}>
                <td>{token.name}</td>
                <td>
                  {token.scopes
                    .map((scope) => say(scopeNames[scope] ?? { zh: scope, en: scope }))
                    .join(say({ zh: '、', en: ', ' }))}
                </td>
                <td>{token.unit === null ? words.wholeCity : (names.units.get(token.unit) ?? token.unit)}</td>
                <td>{momentWords(token.expiresAt, now, language)}</td>
                <td>{token.usedAt === null ? words.unused : momentWords(token.usedAt, now, language)}</td>
                <td>
                  <Tag>{stateOf(token)}</Tag>
                </td>
                <td className="r">
                  {stateOf(token) === words.live && (
                    <Button size="sm" aria-label={`${words.revoke} ${token.name}`} onClick={() => ask(token)}>
                      {words.revoke}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <NewToken onClose={() => setAdding(false)} />}
      {asked !== null && (
        <Dialog
          title={words.revokeAsk(asked.name)}
          onClose={() => ask(null)}
          foot={
            <>
              <Button look="danger" onClick={() => void revoke(asked)}>
                {words.revoke}
              </Button>
              <Button onClick={() => ask(null)}>{words.keep}</Button>
            </>
          }
        >
          <p>{words.revokeTold}</p>
        </Dialog>
      )}
    </section>
  )
}
