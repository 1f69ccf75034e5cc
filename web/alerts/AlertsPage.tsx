import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { listAlerts } from '#contract/alerts.ts'
import { AlertKind } from '#domain/order/merge-events.ts'
import '../clusters/clusters.css'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { useChangesAtMost } from '../live-at-most.ts'
import '../supervision/supervision.css'
import { Segment } from '../ui/Segment.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { AlertRow } from './AlertRow.tsx'
import { alertPageWords } from './alert-words.ts'
import type { AlertsSearch } from './alerts-search.ts'
import './alerts.css'

/** 预警: what alarms, the newest first; each is acknowledged by a person who says what is done. */
export function AlertsPage() {
  const words = useWords(alertPageWords)
  const search = useSearch({ from: '/alerts' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const tab = search.tab ?? ('open' as const)
  const query = { tab, limit: 50, ...(search.kind === undefined ? {} : { kind: search.kind }) }
  const { data, error, refetch } = useApi(listAlerts, { query }, { keep: true, refetchInterval: 60_000 })
  useChangesAtMost(
    2000,
    () => void queries.invalidateQueries({ queryKey: [listAlerts.path] }),
    (change) => change.kind === 'alert-raised',
  )
  const go = (change: Partial<AlertsSearch>) => void navigate({ to: '/alerts', search: { ...search, ...change } })
  return (
    <Work layout="clusters" label={words.page}>
      <div className="suphead">
        <Segment
          label={words.page}
          value={tab}
          choices={(['open', 'all'] as const).map((value) => ({
            value,
            label: value === 'open' && data !== undefined ? `${words.tabs.open} ${data.open}` : words.tabs[value],
          }))}
          onChange={(value) => go({ tab: value === 'open' ? undefined : value })}
        />
        <select
          className="btn choice"
          aria-label={words.kind}
          value={search.kind ?? ''}
          onChange={({ target }) => go({ kind: AlertKind.safeParse(target.value).data })}
        >
          <option value="">{words.allKinds}</option>
          {AlertKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <div className="clusterlist">
        {error !== null && <Failed no={error.no} what={words.page} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading rows={6} />}
        {data?.alerts.length === 0 && <Empty title={words.none[tab]}>{words.why}</Empty>}
        <ul className="clusterlist">
          {data?.alerts.map((alert, i) => (
            // Unless one was asked for, the newest stands open: what to do about it is seen without a click.
            <AlertRow
              key={alert.id}
              alert={alert}
              open={search.alert === undefined ? i === 0 : alert.id === search.alert}
            />
          ))}
        </ul>
      </div>
    </Work>
  )
}
