import { getRouteApi } from '@tanstack/react-router'
import { getCalibrationRound, listCalibrationRounds } from '#contract/calibration.ts'
import type { RoundView } from '#contract/calibration-shapes.ts'
import { dayOf, instantOf } from '#domain/ids.ts'
import { Work } from '../frame/Work.tsx'
import { useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Failed, Loading, StateNote } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useApi } from '../use-api.ts'
import { BatchTab } from './BatchTab.tsx'
import { CalibrationTab, type Go } from './calibration-search.ts'
import { calibrationWords, tabNames } from './calibration-words.ts'
import { ProposalsTab } from './ProposalsTab.tsx'
import { ReplayTab } from './ReplayTab.tsx'
import { RoundHead } from './RoundHead.tsx'
import { RoundsList } from './RoundsList.tsx'
import { SamplesTab } from './SamplesTab.tsx'
import { WatchTab } from './WatchTab.tsx'
import './calibration.css'

const route = getRouteApi('/calibration')

function Part({ round, tab, scene, go }: { round: RoundView; tab: CalibrationTab; scene: string | undefined; go: Go }) {
  switch (tab) {
    case 'batch':
      return <BatchTab batch={round.batch} />
    case 'samples':
      return <SamplesTab round={round} scene={scene} go={go} />
    case 'proposals':
      return <ProposalsTab round={round} />
    case 'replay':
      return <ReplayTab round={round} />
    case 'watch':
      return <WatchTab round={round} />
  }
}

type Shown = { number: number; tab: CalibrationTab; scene: string | undefined; go: Go }

function Round({ number, tab, scene, go }: Shown) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const { data, error, refetch } = useApi(getCalibrationRound, { params: { round: number } })
  if (error !== null) return <Failed no={error.no} what={words.nth(String(number))} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  const open = data.proposals.filter(({ state }) => state === 'open').length
  return (
    <section className="col calibration-round" aria-label={words.nth(String(number))}>
      <RoundHead round={data} onBack={() => go({ round: undefined, tab: undefined, scene: undefined })} />
      <Tabs
        label={words.parts}
        value={tab}
        panel="calibration-part"
        tabs={CalibrationTab.options.map((value) => ({
          value,
          label: say(tabNames[value]),
          ...(value === 'proposals' && open > 0 ? { count: open } : {}),
        }))}
        onChange={(to) => go({ tab: to })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
      <div className="fill" id="calibration-part" role="tabpanel" aria-label={say(tabNames[tab])} tabIndex={0}>
        <Part round={data} tab={tab} scene={scene} go={go} />
      </div>
    </section>
  )
}

/** 动态校准: rounds, and of one round its batch, samples, proposals, replay and effect. */
export function CalibrationPage() {
  const words = useWords(calibrationWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const now = useNow()
  const list = useApi(listCalibrationRounds, {})
  const go: Go = (more) => void navigate({ search: { ...search, ...more } })
  const rounds = list.data?.rounds ?? []
  const shown = search.round ?? rounds[0]?.round
  return (
    <Work layout={`calibration ${search.round === undefined ? '' : 'at-round'}`.trim()} label={words.title}>
      {list.error !== null && <Failed no={list.error.no} what={words.title} again={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Loading />}
      {list.data !== undefined && (
        <RoundsList rounds={rounds} open={shown ?? null} today={dayOf(instantOf(now))} go={go} />
      )}
      {shown === undefined ? (
        <section className="col nothing" aria-label={words.title}>
          <StateNote icon="dispatch" title={words.none}>
            {words.noneWhy}
          </StateNote>
        </section>
      ) : (
        <Round key={shown} number={shown} tab={search.tab ?? 'proposals'} scene={search.scene} go={go} />
      )}
    </Work>
  )
}
