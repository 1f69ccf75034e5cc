import { straightThrough } from '#contract/straight-through.ts'
import type { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import type { ReplyOf } from '../send.ts'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { Counts } from './Counts.tsx'
import { Failing } from './Failing.tsx'
import { percentWords } from './percent-words.ts'
import { Replay } from './Replay.tsx'
import { straightWords } from './straight-words.ts'
import './straight.css'

function Settings({ policy }: { policy: StraightThroughPolicy }) {
  const words = useWords(straightWords)
  const city = useCity()
  const names = (codes: readonly string[], otherwise: string) =>
    codes.length === 0
      ? otherwise
      : codes.map((code) => city?.categories.find((one) => one.code === code)?.name ?? code).join('、')
  const rows: [string, string][] = [
    [words.names.minScore, policy.minScore.toFixed(2)],
    [words.names.maxReturnRate, percentWords(policy.maxReturnRate, 1)],
    [words.names.minCases, words.cases(policy.minCases)],
    [words.names.days, words.dayCount(policy.days)],
    [words.names.minConfidence, policy.minConfidence.toFixed(2)],
    [words.names.only, names(policy.categories.only, words.all)],
    [words.names.never, names(policy.categories.never, words.none)],
    [words.names.urgent, policy.urgent ? words.may : words.mayNot],
    [words.names.proposedMerge, policy.proposedMerge ? words.may : words.mayNot],
  ]
  return (
    <section className="sec">
      <header>
        <h2>{words.settings}</h2>
      </header>
      <dl className="s">
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className="m2">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="xs m3">{words.how}</p>
    </section>
  )
}

function Effect({ days, effect, failing }: ReplyOf<typeof straightThrough>) {
  const words = useWords(straightWords)
  const { decided, went, wrong, asked } = effect
  const counts: [string, number, string][] = [
    [words.decided, decided, ''],
    [words.went, went, words.ofAll(percentWords(went, decided))],
    [words.wrong, wrong, words.ofAll(percentWords(wrong, went))],
    [words.asked, asked, ''],
  ]
  return (
    <section className="sec">
      <header>
        <h2>{words.effect(days)}</h2>
      </header>
      {decided === 0 ? (
        <p className="s m2">{words.noEffect}</p>
      ) : (
        <>
          <Counts of={counts} />
          <Failing rows={failing} />
        </>
      )}
    </section>
  )
}

/** 直派: what is set, what came of it, and what other settings would have done. */
export function StraightPage() {
  const words = useWords(straightWords)
  const { data, error, refetch } = useApi(straightThrough, { query: { days: 30 } })
  return (
    <Work layout="straight" label={words.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard */}
      <div className="straightpage" tabIndex={0}>
        <div className="inner">
          {error !== null && <Failed no={error.no} what={words.page} again={() => void refetch()} />}
          {data === undefined && error === null && <Loading rows={8} />}
          {data !== undefined && (
            <>
              <Note tone="b">
                <b>{data.policy.enabled ? words.on : words.off}</b> {data.policy.enabled ? words.onWhy : words.offWhy}
              </Note>
              <div className="two">
                <Settings policy={data.policy} />
                <Effect {...data} />
              </div>
              <Replay policy={data.policy} />
            </>
          )}
        </div>
      </div>
    </Work>
  )
}
