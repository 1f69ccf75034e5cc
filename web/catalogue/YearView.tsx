import { useState } from 'react'
import { type RuleChange, ruleChanges } from '#contract/catalogue.ts'
import { dayOf, instantOf } from '#domain/ids.ts'
import { cellWords, type Names } from '../admin/cell-words.ts'
import { columnName } from '../admin/part-words.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import type { ReplyOf } from '../send.ts'
import { Select } from '../ui/Select.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import type { Go } from './catalogue-search.ts'
import { yearWords } from './year-words.ts'

const YEARS = 5
const TONE = { added: 'g', changed: 'b', removed: 'r' } as const

type Props = { names: Names; go: Go }

function Change({ change, names, go }: Props & { change: RuleChange }) {
  const words = useWords(yearWords)
  const say = useSay()
  const language = useLanguage()
  const cell = (column: string, value: string) => cellWords('rules', column, value, names, language) || words.nothing
  return (
    <li>
      <Tag tone={TONE[change.what]}>{words[change.what]}</Tag>
      <span>
        <button type="button" className="link" onClick={() => go({ view: undefined, row: change.rule })}>
          {change.rule}
        </button>{' '}
        <span className="xs m3">{words.number(String(change.version))}</span>{' '}
        {!change.counts && <span className="xs m3">{words.notCounted}</span>}
        <span className="xs m3 cut year-name">{change.name}</span>
      </span>
      <div className="s told">
        {change.fields.map(({ column, from, to }) => (
          <div key={column}>
            <span className="m3">{say(columnName(column, 'rules'))}</span>{' '}
            <del className="m2">{cell(column, from)}</del> <span aria-hidden="true">→</span>{' '}
            <ins>{cell(column, to)}</ins>
          </div>
        ))}
      </div>
    </li>
  )
}

function Versions({ versions, go }: { versions: ReplyOf<typeof ruleChanges>['versions']; go: Go }) {
  const words = useWords(yearWords)
  const language = useLanguage()
  const now = useNow()
  return (
    <section className="sec" aria-label={words.versions}>
      <header>
        <h2>{words.versions}</h2>
      </header>
      <ul className="year-versions">
        {versions.map((one) => (
          <li key={one.id}>
            <button type="button" className="link" onClick={() => go({ view: 'versions', a: one.id })}>
              {words.number(String(one.number))}
            </button>
            <b className="s nw">{words.counts(String(one.count))}</b>
            <span className="s">{one.note}</span>
            <span className="xs m3">
              {words.by(one.madeBy, one.approvedBy)} · {momentWords(one.adoptedAt, now, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 全年修正派单规则 N 项: the figure, the versions it came by, and each rule with what it was and became. */
export function YearView({ names, go }: Props) {
  const words = useWords(yearWords)
  const today = dayOf(instantOf(useNow()))
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const query = { from: `${year}-01-01`, to: `${year}-12-31`, limit: 500 } as never
  const { data, error, refetch } = useApi(ruleChanges, { query })
  const years = Array.from({ length: YEARS }, (_, i) => String(thisYear - i))
  if (error !== null) return <Failed no={error.no} what={words.changes} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
    <section className="fill" aria-label={words.title(year, String(data.count))} tabIndex={0}>
      <section className="sec">
        <div className="flex wrap">
          <h2 className="t1">{words.title(year, data.count.toLocaleString('en'))}</h2>
          <Select
            aria-label={words.year}
            value={year}
            choices={years.map((one) => ({ value: one, label: one }))}
            onChange={setYear}
          />
        </div>
        <p className="s m2">{words.parts(String(data.added), String(data.changed), String(data.removed))}</p>
        <p className="xs m3">{words.told}</p>
      </section>
      {data.versions.length === 0 ? (
        <Empty title={words.none}>{words.noneTold}</Empty>
      ) : (
        <>
          <Versions versions={data.versions} go={go} />
          <section className="sec" aria-label={words.changes}>
            <header>
              <h2>{words.changes}</h2>
            </header>
            <ul className="admin-changes">
              {data.changes.map((change) => (
                <Change key={`${change.version} ${change.rule}`} change={change} names={names} go={go} />
              ))}
            </ul>
            {data.changes.length >= 500 && <p className="xs m3">{words.more}</p>}
          </section>
        </>
      )}
    </section>
  )
}
