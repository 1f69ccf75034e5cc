import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  createStaff,
  endStaffSessions,
  listStaff,
  resetPassword,
  type StaffView,
  updateStaff,
} from '#contract/admin.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { FirstPassword } from './FirstPassword.tsx'
import { PanelHead } from './PanelHead.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { peopleWords } from './people-words.ts'
import { RoleChoice } from './RoleChoice.tsx'
import { PickCell } from './RowField.tsx'
import { useNames } from './use-names.ts'

type Draft = { login: string; name: string; unit: string; region: string; roles: readonly Role[] }
const draftOf = (person: StaffView | null): Draft => ({
  login: person?.login ?? '',
  name: person?.name ?? '',
  unit: person?.unit ?? '',
  region: person?.region ?? '',
  roles: person?.roles ?? [],
})

type Props = { person: StaffView | null; onlyAdministrator: boolean; onMade: (id: string) => void; onClose: () => void }

type Actions = { onReset: () => void; onClose: () => void; onOpen: () => void; onEndSessions: () => void }

function AccountActions({ person, guarded, ...act }: { person: StaffView; guarded: string | null } & Actions) {
  const words = useWords(peopleWords)
  const away = person.lastSeenAt === null ? words.never : null
  return (
    <section className="sec flex wrap">
      <Button onClick={act.onReset}>{words.reset}</Button>
      <Button onClick={act.onEndSessions} whyNot={away}>
        {words.endSessions}
      </Button>
      {person.active ? (
        <Button look="danger" whyNot={guarded} onClick={act.onClose}>
          {words.closeAccount}
        </Button>
      ) : (
        <Button onClick={act.onOpen}>{words.openAccount}</Button>
      )}
      <WhyNot>{[guarded, away].filter((reason) => reason !== null).join(' · ')}</WhyNot>
    </section>
  )
}

/** A person's account: who, where, in which roles; what ends it and what gives a new password asks first. */
export function PersonPanel({ person, onlyAdministrator, onMade, onClose }: Props) {
  const words = useWords(peopleWords)
  const names = useNames()
  const cache = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(person))
  const [no, setNo] = useState<No | null>(null)
  const [ask, setAsk] = useState<'close' | 'reset' | null>(null)
  const [secret, setSecret] = useState<{ login: string; password: string; id: string } | null>(null)
  const set = (more: Partial<Draft>) => setDraft((old) => ({ ...old, ...more }))
  const again = () => cache.invalidateQueries({ queryKey: [listStaff.path] })
  const region = draft.region === '' ? null : draft.region
  const save = async (more: { active?: boolean } = {}) => {
    setNo(null)
    if (person === null) {
      const { login, name, unit, roles } = draft
      const sent = await send(createStaff, { body: { login, name, unit, region, roles: [...roles] } })
      if (!sent.ok) return setNo(sent.no)
      setSecret({ login: sent.reply.staff.login, password: sent.reply.password, id: sent.reply.staff.id })
      return void again()
    }
    const body = 'active' in more ? more : { name: draft.name, unit: draft.unit, region, roles: [...draft.roles] }
    const sent = await send(updateStaff, { params: { staffId: person.id }, body }, { version: person.version })
    if (!sent.ok) setNo(sent.no)
    else toast(words.saved)
    await again()
  }
  const reset = async (factor: boolean) => {
    if (person === null) return
    const body = { secondFactor: factor ? ('remove' as const) : ('keep' as const) }
    const sent = await send(resetPassword, { params: { staffId: person.id }, body })
    if (!sent.ok) return setNo(sent.no)
    setSecret({ login: person.login, password: sent.reply.password, id: person.id })
    await again()
  }
  const endSessions = async () => {
    if (person === null) return
    const sent = await send(endStaffSessions, { params: { staffId: person.id } })
    if (!sent.ok) return setNo(sent.no)
    toast(words.ended(String(sent.reply.ended)))
    await again()
  }
  const missing = (
    [
      ['login', words.login],
      ['name', words.name],
      ['unit', words.unit],
    ] as const
  ).find(([key]) => draft[key].trim() === '')
  const same = person !== null && JSON.stringify(draftOf(person)) === JSON.stringify(draft)
  const whyNot =
    missing !== undefined
      ? words.needed(missing[1])
      : draft.roles.length === 0
        ? words.needed(words.roles)
        : same
          ? words.same
          : null
  const title = person === null ? words.newTitle : `${person.name} ${person.login}`
  return (
    <aside className="col admin-panel" aria-label={title}>
      <div className="fill">
        <section className="sec">
          <PanelHead onClose={onClose}>{title}</PanelHead>
          <div className="form">
            <Field label={words.login} required>
              {(field) => (
                <TextInput
                  {...field}
                  value={draft.login}
                  disabled={person !== null}
                  onChange={(login) => set({ login })}
                />
              )}
            </Field>
            <Field label={words.name} required>
              {(field) => <TextInput {...field} value={draft.name} maxLength={40} onChange={(name) => set({ name })} />}
            </Field>
            <Field label={words.unit} required>
              {(field) => (
                <PickCell
                  field={field}
                  label={words.unit}
                  value={draft.unit}
                  options={names.units}
                  onChange={(unit) => set({ unit })}
                />
              )}
            </Field>
            <Field label={words.region} help={words.wholeRegion}>
              {(field) => (
                <PickCell
                  field={field}
                  label={words.region}
                  value={draft.region}
                  options={names.regions}
                  onChange={(code) => set({ region: code })}
                />
              )}
            </Field>
            <fieldset className="f">
              <legend className="sr">{words.roles}</legend>
              <span className="lab" aria-hidden="true">
                <span className="req">{words.roles}</span>
              </span>
              <RoleChoice chosen={draft.roles} onChange={(roles) => set({ roles })} />
            </fieldset>
          </div>
        </section>
        {person !== null && (
          <AccountActions
            person={person}
            guarded={onlyAdministrator ? words.onlyAdmin : null}
            onReset={() => setAsk('reset')}
            onClose={() => setAsk('close')}
            onOpen={() => void save({ active: true })}
            onEndSessions={() => void endSessions()}
          />
        )}
        {no !== null && (
          <div className="pad">
            <RefusalNote no={no} />
          </div>
        )}
      </div>
      <div className="bar">
        <Button look="go" whyNot={whyNot} onClick={() => void save()}>
          {person === null ? words.create : words.save}
        </Button>
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
      </div>
      {ask !== null && person !== null && (
        <PersonDialog
          ask={ask}
          person={person}
          onAnswer={(answer) => {
            setAsk(null)
            if (answer === 'close') void save({ active: false })
            if (answer === 'reset' || answer === 'reset-and-factor') void reset(answer === 'reset-and-factor')
          }}
        />
      )}
      {secret !== null && (
        <FirstPassword
          login={secret.login}
          password={secret.password}
          onClose={() => {
            setSecret(null)
            if (person === null) onMade(secret.id)
          }}
        />
      )}
    </aside>
  )
}
