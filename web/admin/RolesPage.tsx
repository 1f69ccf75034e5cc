import { listRoles } from '#contract/admin.ts'
import { mayCall } from '#contract/may-call.ts'
import { Role } from '#domain/city/vocabulary.ts'
import { Work } from '../frame/Work.tsx'
import { useSay, useWords } from '../language.ts'
import { Segment } from '../ui/Segment.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { roleWords } from '../words/role.ts'
import { AdminNav } from './AdminNav.tsx'
import { RolesSearch } from './admin-search.ts'
import { dutiesOf, ruledDuties } from './role-duties.ts'
import { useGo } from './use-go.ts'
import './admin.css'

const wordsOf = {
  zh: {
    title: '角色',
    one: '一个角色',
    matrix: '全部对照',
    view: '怎么看',
    people: (n: string) => `${n} 人`,
    told: '角色能做什么由程序的权限表定，这里只看不改；给人分角色在“人员”里。',
    reach: '看得到的工单',
    city: '全市；给人设了片区的只看片区',
    unit: '本单位和下级单位承办的',
    knows: '能知道诉求人是谁吗',
    yes: '能，按工作需要，查看留痕',
    'once-signed': '本单位签收以后，诉求人没要求保密的',
    no: '不能，文字里的号码也遮住',
    may: (n: string) => `能做 ${n} 项`,
    seeThem: '看这些人',
    can: '能',
    duty: '事项',
  },
  en: {
    title: 'Roles',
    one: 'One role',
    matrix: 'All of them',
    view: 'How to look',
    people: (n: string) => `${n} people`,
    told: 'What a role may do stands in the program’s table of rights and is only shown here; people get their roles under People.',
    reach: 'Orders within reach',
    city: 'The city, or a person’s area where one is set',
    unit: 'Those of their unit and the units below',
    knows: 'Does it know who asks',
    yes: 'Yes, for the work, and every look is logged',
    'once-signed': 'Once the unit has signed, unless kept confidential',
    no: 'No; numbers in texts are masked too',
    may: (n: string) => `May do ${n} things`,
    seeThem: 'See the people',
    can: 'may',
    duty: 'What',
  },
}

function Matrix({ chosen }: { chosen: Role }) {
  const words = useWords(wordsOf)
  const say = useSay()
  return (
    <table className="admin-matrix">
      <thead>
        <tr>
          <th scope="col">{words.duty}</th>
          {Role.options.map((role) => (
            <th key={role} scope="col" className={role === chosen ? 'on' : undefined}>
              <span>{say(roleWords[role])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ruledDuties.map(({ name, words: duty }) => (
          <tr key={name}>
            <th scope="row">{say(duty)}</th>
            {Role.options.map((role) => (
              <td key={role} className={role === chosen ? 'on' : undefined}>
                {mayCall(name, [role]) ? (
                  <>
                    <span aria-hidden="true">●</span>
                    <span className="sr">{words.can}</span>
                  </>
                ) : (
                  ''
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who may do what, as the server decides it: one role in words, or all of them side by side. */
export function RolesPage() {
  const words = useWords(wordsOf)
  const say = useSay()
  const [search, go] = useGo(RolesSearch)
  const { data, error, refetch } = useApi(listRoles, {})
  const role = Role.catch('agent').parse(search.role)
  const shown = data?.roles.find((one) => one.role === role)
  const duties = dutiesOf(role)
  return (
    <Work layout="admin" label={words.title}>
      <AdminNav />
      <div className="col">
        <div className="admin-tools">
          <Segment
            label={words.view}
            value={search.view ?? 'one'}
            choices={[
              { value: 'one', label: words.one },
              { value: 'matrix', label: words.matrix },
            ]}
            onChange={(view) => go({ view: view === 'matrix' ? 'matrix' : undefined })}
          />
          <span className="s m2">{words.told}</span>
        </div>
        {error !== null && <Failed no={error.no} what={words.title} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="fill" aria-label={words.title} tabIndex={0}>
          {search.view === 'matrix' ? (
            <Matrix chosen={role} />
          ) : (
            data !== undefined && (
              <div className="admin-rolepage">
                <ul className="admin-profiles">
                  {data.roles.map((one) => (
                    <li key={one.role} className={one.role === role ? 'on' : undefined}>
                      <span className="flex">
                        <button
                          type="button"
                          className="link row-link"
                          aria-pressed={one.role === role}
                          onClick={() => go({ role: one.role })}
                        >
                          {say(roleWords[one.role])}
                        </button>
                        <span className="xs m3" style={{ marginLeft: 'auto' }}>
                          {words.people(String(one.people))}
                        </span>
                      </span>
                    </li>
                  ))}
                </ul>
                {shown !== undefined && (
                  <div>
                    <section className="sec">
                      <header>
                        <h2>{say(roleWords[role])}</h2>
                        <a className="end s" href={`/admin/people?role=${role}`}>
                          {words.seeThem} {shown.people}
                        </a>
                      </header>
                      <dl className="dl">
                        <dt>{words.reach}</dt>
                        <dd>{words[shown.reaches]}</dd>
                        <dt>{words.knows}</dt>
                        <dd>{words[shown.knowsCitizen]}</dd>
                      </dl>
                    </section>
                    <section className="sec">
                      <header>
                        <h2>{words.may(String(duties.length))}</h2>
                      </header>
                      <ul className="admin-duties">
                        {duties.map(({ name, words: duty }) => (
                          <li key={name}>{say(duty)}</li>
                        ))}
                      </ul>
                    </section>
                  </div>
                )}
              </div>
            )
          )}
        </section>
      </div>
    </Work>
  )
}
