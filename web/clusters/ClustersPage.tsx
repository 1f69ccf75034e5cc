import { useNavigate, useSearch } from '@tanstack/react-router'
import { matterClusters } from '#contract/same-matter.ts'
import { AlertsLine } from '../alerts/AlertsLine.tsx'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Segment } from '../ui/Segment.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { ClusterRow } from './ClusterRow.tsx'
import type { ClustersSearch } from './clusters-search.ts'
import { clustersWords } from './clusters-words.ts'
import '../supervision/supervision.css'
import './clusters.css'

function Head({ search, at }: { search: ClustersSearch; at: string | null | undefined }) {
  const words = useWords(clustersWords)
  const [language, now] = [useLanguage(), useNow()]
  const me = useMe()
  const city = useCity()
  const navigate = useNavigate()
  const go = (change: Partial<ClustersSearch>) => void navigate({ to: '/clusters', search: { ...search, ...change } })
  const districts = city?.regions.filter(({ level }) => level === 'district') ?? []
  return (
    <div className="suphead">
      <Segment
        label={words.sort}
        value={search.sort ?? 'callers'}
        choices={[
          { value: 'callers', label: words.callers },
          { value: 'growth', label: words.growth },
          { value: 'newest', label: words.newest },
        ]}
        onChange={(value) => go({ sort: value === 'callers' ? undefined : value })}
      />
      <select
        className="btn choice"
        aria-label={words.region}
        value={search.region ?? ''}
        onChange={({ target }) =>
          go({ region: target.value === '' ? undefined : (target.value as typeof search.region) })
        }
      >
        <option value="">{words.allRegions}</option>
        {districts
          .filter(({ code }) => me.region === null || code.startsWith(me.region))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
      {search.matter !== undefined && <Button onClick={() => go({ matter: undefined })}>{words.all}</Button>}
      <span className="grow" />
      {at !== undefined && (
        <span className="xs m3">{at === null ? words.never : words.worked(momentWords(at, now, language))}</span>
      )}
    </div>
  )
}

/** 同一事项: what several citizens speak of, over callers and towns, so that it is handled once and early. */
export function ClustersPage() {
  const words = useWords(clustersWords)
  const search = useSearch({ from: '/clusters' })
  const query = { sort: search.sort ?? ('callers' as const), region: search.region, matter: search.matter, limit: 50 }
  const { data, error, refetch } = useApi(matterClusters, { query }, { keep: true, refetchInterval: 60_000 })
  return (
    <Work layout="clusters" label={words.page}>
      <Head search={search} at={data?.at} />
      <div className="clusterlist">
        <AlertsLine />
        {error !== null && <Failed no={error.no} what={words.page} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading rows={8} />}
        {data?.clusters.length === 0 && <Empty title={words.none}>{words.noneWhy}</Empty>}
        <ul className="clusterlist">
          {data?.clusters.map((cluster) => (
            <ClusterRow key={cluster.matter} cluster={cluster} open={cluster.matter === search.matter} />
          ))}
        </ul>
      </div>
    </Work>
  )
}
