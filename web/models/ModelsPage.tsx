import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { classifyText } from '#contract/accept.ts'
import { listModels } from '#contract/models.ts'
import { AdminNav } from '../admin/AdminNav.tsx'
import { useGo } from '../admin/use-go.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { useHasRole } from '../session/use-me.ts'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useApi } from '../use-api.ts'
import { Card } from './Card.tsx'
import { ModelRows } from './ModelRows.tsx'
import { ModelsSearch } from './models-search.ts'
import { isRunning, modelsWords } from './models-words.ts'
import { Taken } from './Taken.tsx'
import { Training } from './Training.tsx'
import '../admin/admin.css'
import './models.css'

type Go = (more: Partial<ModelsSearch>, replace?: boolean) => void

/** The draft that waits for a word, else the one in force, else the newest. */
const firstShown = ({ models }: ReplyOf<typeof listModels>) =>
  models.find(({ state }) => state === 'refused' || state === 'draft') ??
  models.find(({ state }) => state === 'in-force') ??
  models[0]

function Models({ search, go }: { search: ModelsSearch; go: Go }) {
  const words = useWords(modelsWords)
  const cache = useQueryClient()
  // While a training runs it is asked for each second; nobody looks at the clock otherwise.
  const { data, error, refetch } = useApi(listModels, {}, { refetchInterval: 15_000 })
  const running = isRunning(data?.training)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void refetch(), 1000)
    return () => clearInterval(timer)
  }, [running, refetch])
  const inForce = data?.inForce?.number
  useEffect(() => {
    // What another model said of a text is not what this one says.
    if (inForce !== undefined) void cache.invalidateQueries({ queryKey: [classifyText.path] })
  }, [inForce, cache])
  if (error !== null) return <Failed no={error.no} what={words.title} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  const shown = data.models.find(({ number }) => number === search.model) ?? firstShown(data)
  return (
    <div className="models-two">
      <div className="col models-list">
        <Training listed={data} onMade={(model) => go({ model })} />
        {data.inForce === null && (
          <div className="pad">
            <Note tone="a">{words.noneInForce}</Note>
          </div>
        )}
        <ModelRows models={data.models} chosen={shown?.number ?? null} onChoose={(model) => go({ model })} />
      </div>
      {shown !== undefined && <Card key={shown.number} listed={data} model={shown} />}
    </div>
  )
}

/** Models of the category: trained, examined, adopted by a person, taken back; and how their suggestions were taken. */
export function ModelsPage() {
  const words = useWords(modelsWords)
  const [search, go] = useGo(ModelsSearch)
  const administers = useHasRole('administrator')
  const view = search.view ?? 'models'
  return (
    <Work layout={administers ? 'admin' : 'models-alone'} label={words.title}>
      {administers && <AdminNav />}
      <div className="col">
        <Tabs
          label={words.views}
          value={view}
          panel="models-panel"
          tabs={[
            { value: 'models', label: words.models },
            { value: 'taken', label: words.taken },
          ]}
          onChange={(to) => go({ view: to === 'taken' ? to : undefined })}
        />
        <div
          id="models-panel"
          role="tabpanel"
          aria-label={view === 'taken' ? words.taken : words.models}
          className="fill"
        >
          {view === 'taken' ? <Taken search={search} go={go} /> : <Models search={search} go={go} />}
        </div>
      </div>
    </Work>
  )
}
