import type { CityEffect } from '#contract/city-versions.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Tag } from '../ui/Tag.tsx'
import { limitWords } from '../words/limit.ts'
import { momentWords } from '../words/time.ts'
import { effectWords } from './effect-words.ts'
import { columnName } from './part-words.ts'

type Sla = NonNullable<CityEffect['sla']>

function OnLimits({ sla }: { sla: Sla }) {
  const words = useWords(effectWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const when = (at: string | null) => (at === null ? '' : momentWords(at, now, language))
  return (
    <>
      <p>{words.keeps(sla.openOrders.toLocaleString('en'))}</p>
      {sla.profiles.length === 0 && <p className="s m2">{words.noEffect}</p>}
      {sla.profiles.map((profile) => (
        <div key={profile.code} className="admin-effect">
          <h3>
            {profile.name} <span className="code">{profile.code}</span>{' '}
            <span className="xs m3">
              {words.takes} {profile.takesNow}
              {profile.takesThen !== profile.takesNow && ` → ${profile.takesThen}`} · {words.open} {profile.open}
            </span>
          </h3>
          {profile.clocks.length > 0 && (
            <table className="tbl">
              <caption className="xs m3">{words.example(momentWords(sla.receivedAt, now, language))}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.clock}</th>
                  <th scope="col">{words.was}</th>
                  <th scope="col">{words.will}</th>
                </tr>
              </thead>
              <tbody>
                {profile.clocks.map((clock) => (
                  <tr key={clock.code}>
                    <th scope="row">{say(columnName(clock.code))}</th>
                    <td>
                      {clock.from === null ? words.none : limitWords(clock.from, language)}{' '}
                      <span className="m3">{when(clock.dueNow)}</span>
                    </td>
                    <td>
                      <b>{clock.to === null ? words.none : limitWords(clock.to, language)}</b>{' '}
                      <span className="m3">{when(clock.dueThen)}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
    </>
  )
}

function Touched({
  rows,
  told,
}: {
  rows: readonly { key: string; name: string; what: string; facts: readonly string[] }[]
  told: string | null
}) {
  const words = useWords(effectWords)
  const what: Record<string, string> = {
    closed: words.closed,
    reopened: words.reopened,
    removed: words.removed,
    added: words.added,
    changed: words.changedWord,
  }
  return (
    <>
      {told !== null && <p className="s">{told}</p>}
      <ul className="admin-changes">
        {rows.slice(0, 60).map((row) => (
          <li key={row.key}>
            <Tag {...(row.what === 'closed' || row.what === 'removed' ? { tone: 'a' as const } : {})}>
              {what[row.what]}
            </Tag>
            <span>
              <b>{row.name}</b> <span className="code">{row.key}</span>
            </span>
            <span className="s m2 told">{row.facts.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function OnCalendar({ calendar }: { calendar: NonNullable<CityEffect['calendar']> }) {
  const words = useWords(effectWords)
  const { orders, looked, all } = calendar.provisional
  return (
    <>
      <p>
        {orders === 0 ? words.noProvisional : words.provisional(String(orders))}{' '}
        {!all && <span className="m3">{words.provisionalMore(String(looked))}</span>}
      </p>
      {calendar.hours.map((one) => (
        <p key={one.code} className="s">
          {words.hours(one.name, String(one.units))}
        </p>
      ))}
      <h3>{words.days}</h3>
      {calendar.days.length === 0 && <p className="s m2">{words.noDays}</p>}
      <ul className="admin-days">
        {calendar.days.map((day) => (
          <li key={`${day.calendar}${day.day}`}>
            <time dateTime={day.day}>{day.day}</time> {day.works ? words.becomesWork : words.becomesRest}{' '}
            <span className="m3">
              {day.name ?? ''} {day.calendar}
            </span>
          </li>
        ))}
      </ul>
      {calendar.moreDays > 0 && <p className="xs m3">{words.moreDays(String(calendar.moreDays))}</p>}
    </>
  )
}

function OnDispatch({ rules }: { rules: NonNullable<CityEffect['rules']> }) {
  const words = useWords(effectWords)
  if (rules.looked === 0) return <p className="s m2">{words.replayNone}</p>
  const [n, of] = [rules.elsewhere.toLocaleString('en'), rules.looked.toLocaleString('en')]
  return (
    <>
      <h3>
        {words.replay(rules.since, of)} {!rules.all && <span className="xs m3">{words.newest}</span>}
      </h3>
      <p>{rules.elsewhere === 0 ? words.replaySame(of) : words.replayed(n, of)}</p>
      {rules.examples.length > 0 && (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.order}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.will}</th>
            </tr>
          </thead>
          <tbody>
            {rules.examples.map((one) => (
              <tr key={one.id}>
                <td>
                  <a href={`/orders/${one.id}`}>
                    <OrderNo no={one.no} />
                  </a>{' '}
                  <span className="m2">{one.title}</span>
                </td>
                <td>{one.from ?? words.noUnit}</td>
                <td>
                  <b>{one.to ?? words.noUnit}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** What adopting would mean, in the words of the desk: who keeps what, who gets what, with examples. */
export function Effect({ effect }: { effect: CityEffect }) {
  const words = useWords(effectWords)
  const { sla, categories, units, calendar, rules } = effect
  return (
    <>
      {sla !== null && <OnLimits sla={sla} />}
      {categories !== null && (
        <Touched
          told={categories.some(({ what }) => what === 'closed') ? words.closedTold : null}
          rows={categories.map(({ code, name, what, open }) => ({
            key: code,
            name,
            what,
            facts: [words.openOrders(String(open))],
          }))}
        />
      )}
      {units !== null && (
        <Touched
          told={units.some(({ what }) => what === 'closed') ? words.skipped : null}
          rows={units.map(({ id, name, what, assignments, people, rules: named }) => ({
            key: id,
            name,
            what,
            facts: [words.assignments(String(assignments)), words.people(String(people)), words.rules(String(named))],
          }))}
        />
      )}
      {calendar !== null && <OnCalendar calendar={calendar} />}
      {rules !== null && <OnDispatch rules={rules} />}
    </>
  )
}
