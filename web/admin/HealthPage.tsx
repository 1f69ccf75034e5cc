import { health } from '#contract/system.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { ColumnHeads } from '../ui/ColumnHeads.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useApi } from '../use-api.ts'
import { spanWords } from '../words/time.ts'
import { AdminNav } from './AdminNav.tsx'
import { healthWords, sweepNames } from './health-words.ts'
import { Tokens } from './Tokens.tsx'
import './admin.css'

type Health = ReplyOf<typeof health>

function Facts({ data }: { data: Health }) {
  const words = useWords(healthWords)
  const { due, outbox, same, calendar, model } = data
  const number = String(model.number ?? '')
  return (
    <dl className="dl">
      <dt>{words.version}</dt>
      <dd>{data.version}</dd>
      <dt>{words.database}</dt>
      <dd>
        {data.database.engine} {words.answers(String(data.database.ms))}
      </dd>
      <dt>{words.due}</dt>
      <dd>{due.overdue === 0 ? words.dueNone : words.dueSome(String(due.overdue), String(due.oldestSeconds))}</dd>
      <dt>{words.outbox}</dt>
      <dd>
        {outbox.waiting === 0 ? words.dueNone : words.outboxSome(String(outbox.waiting), String(outbox.oldestSeconds))}
      </dd>
      <dt>{words.same}</dt>
      <dd>
        {same.ready ? words.sameReady(same.orders.toLocaleString('en')) : words.sameLoading}
        {same.waiting > 0 && ` ${words.sameWaiting(same.waiting)}`}
      </dd>
      <dt>{words.calendar}</dt>
      <dd>
        {calendar.alarm === null ? (
          words.calendarOk(String(calendar.lastYear))
        ) : (
          <>
            {words.calendarAlarm(String(calendar.lastYear + 1))}{' '}
            <a href={`/admin/calendar?year=${calendar.lastYear + 1}`}>{words.enter}</a>
          </>
        )}
      </dd>
      <dt>{words.model}</dt>
      <dd>
        {model.number === null
          ? words.modelNone
          : model.alarm === null
            ? words.modelOk(number)
            : words.modelAlarm(number)}{' '}
        {model.alarm !== null && <a href="/admin/models">{words.look}</a>}
      </dd>
    </dl>
  )
}

function Sweeps({ data }: { data: Health }) {
  const words = useWords(healthWords)
  const say = useSay()
  const language = useLanguage()
  return (
    <table className="tbl">
      <ColumnHeads of={[words.what, words.last, words.took, words.did, words.state]} />
      <tbody>
        {data.sweeps.map((sweep) => (
          <tr key={sweep.name}>
            <td>{say(sweepNames[sweep.name] ?? { zh: sweep.name, en: sweep.name })}</td>
            <td>
              {sweep.ageSeconds === null
                ? words.never
                : sweep.ageSeconds < 120
                  ? words.ago(String(Math.round(sweep.ageSeconds)))
                  : spanWords(sweep.ageSeconds * 1000, language)}
            </td>
            <td>{sweep.lastMs} ms</td>
            <td>{sweep.lastCount}</td>
            <td>
              {sweep.failing ? (
                <Tag tone="r">
                  <Icon name="close" size={12} /> {words.failing}
                </Tag>
              ) : (
                <Tag tone="g">
                  <Icon name="check" size={12} /> {words.fine}
                </Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether the platform works, and which other systems may call it. */
export function HealthPage() {
  const words = useWords(healthWords)
  const { data, error, refetch } = useApi(health, {}, { refetchInterval: 5000 })
  return (
    <Work layout="admin" label={words.title}>
      <AdminNav />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="col fill" aria-label={words.title} tabIndex={0}>
        {error !== null && <Failed no={error.no} what={words.title} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data !== undefined && (
          <>
            <section className="sec" style={{ maxWidth: 900 }}>
              <Note tone={data.status === 'ok' ? 'b' : 'a'} icon={data.status === 'ok' ? 'check' : 'info'}>
                <b>{data.status === 'ok' ? words.ok : words.degraded}</b> <span className="m2">{words.every}</span>
              </Note>
              <div style={{ height: 12 }} />
              <Facts data={data} />
            </section>
            <section className="sec">
              <header>
                <h2>{words.sweeps}</h2>
              </header>
              <Sweeps data={data} />
            </section>
          </>
        )}
        <Tokens />
      </section>
    </Work>
  )
}
