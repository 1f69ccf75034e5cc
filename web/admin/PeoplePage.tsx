import { useState } from 'react'
import { exportStaff, listRoles, listStaff, type StaffView } from '#contract/admin.ts'
import { Role } from '#domain/city/vocabulary.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { addressOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { ColumnHeads } from '../ui/ColumnHeads.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useApi } from '../use-api.ts'
import { roleWords } from '../words/role.ts'
import { momentWords } from '../words/time.ts'
import { AdminNav } from './AdminNav.tsx'
import { PeopleSearch } from './admin-search.ts'
import { ImportPeople } from './ImportPeople.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { peopleWords } from './people-words.ts'
import { useGo } from './use-go.ts'
import { useNames } from './use-names.ts'
import './admin.css'

const STEP = 50

function Person({ person, chosen, onChoose }: { person: StaffView; chosen: boolean; onChoose: () => void }) {
  const words = useWords(peopleWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const names = useNames()
  return (
    <tr className={chosen ? 'on' : undefined}>
      <td>
        <button type="button" className="link row-link" aria-pressed={chosen} onClick={onChoose}>
          {person.name}
        </button>{' '}
        <span className="code">{person.login}</span>
      </td>
      <td>{person.unitName}</td>
      <td className="wide-cell">
        {person.roles.map((role) => say(roleWords[role])).join(say({ zh: '、', en: ', ' }))}
      </td>
      <td>{person.region === null ? '' : (names.regions.get(person.region) ?? person.region)}</td>
      <td>
        <span className="flex">
          <Tag>{person.active ? words.open : words.closed}</Tag>
          {person.passwordIs === 'first' && <Tag tone="a">{words.first}</Tag>}
          {person.passwordIs === 'demo' && <Tag>{words.demo}</Tag>}
          {person.secondFactor && <Tag tone="g">{words.factor}</Tag>}
        </span>
      </td>
      <td>
        {person.lastSeenAt === null ? <span className="m3">—</span> : momentWords(person.lastSeenAt, now, language)}
      </td>
    </tr>
  )
}

/** Everybody with an account: found by log-in, name, role or unit; one of them in the panel. */
export function PeoplePage() {
  const words = useWords(peopleWords)
  const say = useSay()
  const names = useNames()
  const [search, go] = useGo(PeopleSearch)
  const [limit, setLimit] = useState(STEP)
  const [importing, setImporting] = useState(false)
  const role = Role.safeParse(search.role).data
  const query = {
    limit: Math.min(200, limit),
    text: search.q,
    unit: search.unit as never,
    role,
    active: search.closed === 'yes' ? undefined : ('true' as const),
  }
  const { data, error, refetch } = useApi(listStaff, { query }, { keep: true })
  const roles = useApi(listRoles, {}, { staleTime: 30_000 }).data?.roles
  const administrators = roles?.find((one) => one.role === 'administrator')?.people ?? 2
  const chosen = data?.staff.find((person) => person.id === search.id) ?? null
  const panelled = chosen !== null || search.id === '+'
  const address = (format: 'xlsx' | 'csv') => addressOf(exportStaff, { query: { format } })
  return (
    <Work layout={panelled ? 'admin panelled' : 'admin'} label={words.title}>
      <AdminNav />
      <div className="col">
        <div className="admin-tools">
          <TextInput
            type="search"
            boxClass="find-row"
            aria-label={words.search}
            placeholder={words.search}
            value={search.q ?? ''}
            onChange={(q) => go({ q: q.trim() === '' ? undefined : q }, true)}
          />
          <Select
            aria-label={words.roles}
            value={role ?? ''}
            choices={[
              { value: '', label: words.anyRole },
              ...Role.options.map((one) => ({ value: one as string, label: say(roleWords[one]) })),
            ]}
            onChange={(one) => go({ role: one === '' ? undefined : one })}
          />
          <Select
            aria-label={words.unit}
            value={search.unit ?? ''}
            choices={[
              { value: '', label: words.anyUnit },
              ...[...names.units].map(([value, label]) => ({ value, label })),
            ]}
            onChange={(one) => go({ unit: one === '' ? undefined : one })}
          />
          <Check checked={search.closed === 'yes'} onChange={(on) => go({ closed: on ? 'yes' : undefined })}>
            {words.withClosed}
          </Check>
          <Button onClick={() => go({ id: '+' })}>
            <Icon name="plus" size={16} /> {words.add}
          </Button>
          <span className="grow" />
          <a className="btn" href={address('xlsx')}>
            <Icon name="download" size={16} /> {words.export} XLSX
          </a>
          <a className="btn" href={address('csv')}>
            CSV
          </a>
          <Button onClick={() => setImporting(true)}>
            <Icon name="upload" size={16} /> {words.import}
          </Button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="fill" aria-label={words.title} tabIndex={0}>
          {error !== null ? (
            <Failed no={error.no} what={words.title} again={() => void refetch()} />
          ) : data === undefined ? (
            <Loading />
          ) : data.staff.length === 0 ? (
            <Empty title={words.none}>{words.noneTold}</Empty>
          ) : (
            <table className="tbl admin-table">
              <ColumnHeads of={[words.name, words.unit, words.roles, words.region, words.state, words.seen]} />
              <tbody>
                {data.staff.map((person) => (
                  <Person
                    key={person.id}
                    person={person}
                    chosen={person.id === search.id}
                    onChoose={() => go({ id: person.id })}
                  />
                ))}
              </tbody>
            </table>
          )}
          {data?.next != null && limit < 200 && (
            <div className="pad">
              <Button onClick={() => setLimit(limit + STEP)}>{words.more}</Button>
            </div>
          )}
        </section>
      </div>
      {panelled && (
        <PersonPanel
          key={`${search.id} ${chosen?.version ?? 0}`}
          person={search.id === '+' ? null : chosen}
          onlyAdministrator={chosen?.roles.includes('administrator') === true && chosen.active && administrators <= 1}
          onMade={(id) => go({ id }, true)}
          onClose={() => go({ id: undefined })}
        />
      )}
      {importing && <ImportPeople onClose={() => setImporting(false)} />}
    </Work>
  )
}
