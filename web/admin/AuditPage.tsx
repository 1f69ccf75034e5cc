import { listAdminLog } from '#contract/admin.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { ColumnHeads } from '../ui/ColumnHeads.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { AdminNav } from './AdminNav.tsx'
import { AuditSearch } from './admin-search.ts'
import { actionWords, auditKinds, detailWords } from './audit-words.ts'
import { LogPager } from './LogPager.tsx'
import { useGo } from './use-go.ts'
import './admin.css'

const wordsOf = {
  zh: {
    title: '管理日志',
    who: '谁',
    target: '对谁、对什么',
    kind: '做什么',
    all: '全部',
    from: '从',
    to: '到',
    when: '什么时候',
    detail: '内容',
    system: '系统',
    none: '没有这样的记录',
    noneTold: '换个条件再找。日志只增不改。',
    clear: '清除条件',
  },
  en: {
    title: 'Audit log',
    who: 'Who',
    target: 'To whom or what',
    kind: 'What',
    all: 'Everything',
    from: 'From',
    to: 'To',
    when: 'When',
    detail: 'Detail',
    system: 'System',
    none: 'No such entry',
    noneTold: 'Try other conditions. The log only grows.',
    clear: 'Clear',
  },
}

const PAGE = 100
const isDay = (text: string | undefined): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? text : undefined

/** Who did what to whom and when, newest first; entries are added and never changed. */
export function AuditPage() {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const [search, go] = useGo(AuditSearch)
  const kind = auditKinds[search.kind ?? '']
  const query = {
    limit: PAGE,
    before: search.before,
    actor: search.actor,
    target: search.target,
    action: kind === undefined ? undefined : Object.keys(kind.actions).join(','),
    from: isDay(search.from) as never,
    to: isDay(search.to) as never,
  }
  const { data, error, refetch } = useApi(listAdminLog, { query }, { keep: true })
  const set = (more: Partial<AuditSearch>) => go({ ...more, before: undefined }, true)
  const filled = (text: string) => (text.trim() === '' ? undefined : text)
  return (
    <Work layout="admin" label={words.title}>
      <AdminNav />
      <div className="col">
        <search className="admin-filter">
          <TextInput
            aria-label={words.who}
            placeholder={words.who}
            value={search.actor ?? ''}
            onChange={(text) => set({ actor: filled(text) })}
          />
          <TextInput
            aria-label={words.target}
            placeholder={words.target}
            value={search.target ?? ''}
            onChange={(text) => set({ target: filled(text) })}
          />
          <Select
            aria-label={words.kind}
            value={search.kind ?? ''}
            choices={[
              { value: '', label: words.all },
              ...Object.entries(auditKinds).map(([value, { name }]) => ({ value, label: say(name) })),
            ]}
            onChange={(value) => set({ kind: filled(value) })}
          />
          <TextInput
            type="date"
            aria-label={words.from}
            value={search.from ?? ''}
            onChange={(text) => set({ from: filled(text) })}
          />
          <TextInput
            type="date"
            aria-label={words.to}
            value={search.to ?? ''}
            onChange={(text) => set({ to: filled(text) })}
          />
          <Button
            onClick={() =>
              set({ actor: undefined, target: undefined, kind: undefined, from: undefined, to: undefined })
            }
          >
            {words.clear}
          </Button>
        </search>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="fill" aria-label={words.title} tabIndex={0}>
          {error !== null ? (
            <Failed no={error.no} what={words.title} again={() => void refetch()} />
          ) : data === undefined ? (
            <Loading />
          ) : data.entries.length === 0 ? (
            <Empty title={words.none}>{words.noneTold}</Empty>
          ) : (
            <table className="tbl admin-table">
              <ColumnHeads of={[words.when, words.who, words.kind, words.target, words.detail]} />
              <tbody>
                {data.entries.map((entry) => (
                  <tr key={entry.id}>
                    <td>
                      <time dateTime={entry.at}>{momentWords(entry.at, now, language)}</time>
                    </td>
                    <td>{entry.actor === 'system' ? words.system : (entry.actorName ?? entry.actor)}</td>
                    <td>{say(actionWords(entry.action))}</td>
                    <td>{entry.targetName ?? <span className="code">{entry.target}</span>}</td>
                    <td className="admin-detail">{detailWords(entry.detail, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <LogPager
            last={data?.entries.length === PAGE ? data.entries.at(-1)?.id : undefined}
            before={search.before}
            go={go}
          />
        </section>
      </div>
    </Work>
  )
}
