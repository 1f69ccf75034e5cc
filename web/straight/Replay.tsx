import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { replayStraightThrough } from '#contract/straight-through.ts'
import type { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { useWords } from '../language.ts'
import { OrderLink } from '../list/OrderLink.tsx'
import { Button } from '../ui/Button.tsx'
import { Failed } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useApi } from '../use-api.ts'
import { Counts } from './Counts.tsx'
import { Failing } from './Failing.tsx'
import { percentWords } from './percent-words.ts'
import type { StraightSearch } from './straight-search.ts'
import { straightWords } from './straight-words.ts'

const route = getRouteApi('/straight-through')
const FIELDS = ['minScore', 'maxReturnRate', 'minCases', 'minConfidence'] as const

const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))

function Tries({ policy, busy }: { policy: StraightThroughPolicy; busy: boolean }) {
  const words = useWords(straightWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const shown = (name: (typeof FIELDS)[number] | 'days') =>
    typed[name] ?? String(search[name] ?? (name === 'days' ? 30 : policy[name]))
  const set = (name: string) => (text: string) => setTyped((last) => ({ ...last, [name]: text }))
  const go = () => {
    const wish = Object.fromEntries([...FIELDS, 'days' as const].map((name) => [name, numberOf(shown(name))]))
    void navigate({ search: { ...(wish as StraightSearch), tried: true } })
  }
  return (
    <form
      className="tries"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <div>
        <label htmlFor="try-days">{words.range}</label>
        <TextInput
          id="try-days"
          inputMode="numeric"
          value={shown('days')}
          onChange={set('days')}
          unit={words.daysUnit}
        />
      </div>
      {FIELDS.map((name) => (
        <div key={name}>
          <label htmlFor={`try-${name}`}>{words.names[name]}</label>
          <TextInput id={`try-${name}`} inputMode="decimal" value={shown(name)} onChange={set(name)} />
        </div>
      ))}
      <Button type="submit" look="go" busy={busy}>
        {busy ? words.trying : words.try}
      </Button>
    </form>
  )
}

/** The settings tried on what has happened: what would have gone, and what of it would have been wrong. */
export function Replay({ policy }: { policy: StraightThroughPolicy }) {
  const words = useWords(straightWords)
  const { tried, ...wish } = route.useSearch()
  const query = { ...wish, days: wish.days ?? 30 }
  const { data, error, isFetching, refetch } = useApi(
    replayStraightThrough,
    { query },
    { enabled: tried === true, staleTime: 300_000 },
  )
  const counts: [string, number, string][] =
    data === undefined
      ? []
      : [
          [words.judged, data.judged, ''],
          [words.wouldGo, data.went, words.ofAll(percentWords(data.went, data.judged))],
          [words.wouldWrong, data.wrong, words.ofAll(percentWords(data.wrong, data.went))],
          [words.peopleWrong, data.wrongByPeople, words.ofAll(percentWords(data.wrongByPeople, data.judged))],
        ]
  return (
    <section className="sec">
      <header>
        <h2>{words.replay}</h2>
      </header>
      <p className="s m2">{words.replayHow}</p>
      <Tries policy={policy} busy={tried === true && isFetching} />
      {error !== null && <Failed no={error.no} what={words.replay} again={() => void refetch()} />}
      {data !== undefined && (
        <div role="status">
          <Counts of={counts} />
          <Failing rows={data.failing} />
          {data.examples.length > 0 && (
            <>
              <h3 className="s">{words.examples}</h3>
              <ul className="wrongs s">
                {data.examples.map(({ id, no, unitName, finalName }) => (
                  <li key={id}>
                    <OrderLink id={id} title={no} />
                    <span className="m2">{words.example(unitName, finalName)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  )
}
