import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ToldChoice, TraceEntry } from '#contract/catalogue.ts'
import { columnName } from '../admin/part-words.ts'
import { useSay, useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { traceWords } from './trace-words.ts'
import './trace.css'

type Heap = 'chosen' | 'lost' | 'out' | 'failed' | 'resting'

const heapOf: Record<TraceEntry['verdict'], Heap> = {
  chosen: 'chosen',
  'less-specific': 'lost',
  'lower-priority': 'lost',
  older: 'lost',
  'unit-excluded': 'out',
  'unit-missing': 'out',
  'condition-failed': 'failed',
  'not-in-force': 'resting',
}

/** Each thing a rule asks with a tick or a cross; the words come from the server, so that every page says the same. */
function Asked({ entry }: { entry: TraceEntry }) {
  const words = useWords(traceWords)
  const say = useSay()
  if (entry.conditions.length === 0) return <span className="m3">{words.anyCase}</span>
  return (
    <ul className="trace-asked" aria-label={words.conditions}>
      {entry.conditions.map(({ condition, holds, words: told }) => (
        <li key={condition} className={holds ? 'holds' : 'fails'}>
          <Icon name={holds ? 'check' : 'close'} size={12} />
          <span className="m3">{say(columnName(condition, 'rules'))}</span> {say(told)}
          <span className="sr">{holds ? words.holds : words.holdsNot}</span>
        </li>
      ))}
    </ul>
  )
}

function Entry({ entry, heap }: { entry: TraceEntry; heap: Heap | 'near' }) {
  const words = useWords(traceWords)
  const say = useSay()
  const mayRead = useMay('listCityVersions')
  const chosen = heap === 'chosen'
  return (
    <li className={chosen ? 'trace-entry chosen' : 'trace-entry'}>
      <div className="flex wrap">
        <Tag {...(chosen ? { tone: 'b' as const } : {})}>
          {chosen && <Icon name="check" size={12} />} {words[heap]}
        </Tag>
        <b>{entry.lead?.name ?? say(entry.leadWords)}</b>
        {entry.co.length > 0 && (
          <span className="s m2">
            {words.with} {entry.co.map(({ name }) => name).join('、')}
          </span>
        )}
        {mayRead ? (
          <Link to={'/catalogue' as string} search={{ row: entry.rule } as never} className="code" title={words.rule}>
            {entry.rule}
          </Link>
        ) : (
          <span className="code">{entry.rule}</span>
        )}
        {entry.priority !== 0 && <span className="xs m3">{words.priority(String(entry.priority))}</span>}
        {entry.handling !== 'dispatch' && <Tag>{words[entry.handling]}</Tag>}
      </div>
      <p className="s">{say(entry.why)}</p>
      <Asked entry={entry} />
      {chosen && (
        <p className="xs m3">
          {words.basis} {entry.basis}
          {entry.owner !== null && ` · ${words.owner} ${entry.owner.name}`}
          {entry.profile !== null && ` · ${words.limits} ${entry.profile}`}
        </p>
      )}
    </li>
  )
}

/** So many that do not fit are read at once; the others wait behind their number. */
const FAILED_SHOWN = 3

/** The choice in one line, then every rule that spoke of the scene: what won, what came after and why, what did not fit. */
export function TraceView({ choice }: { choice: ToldChoice }) {
  const words = useWords(traceWords)
  const [all, setAll] = useState(false)
  const heaps = choice.trace.map((entry) => ({ entry, heap: heapOf[entry.verdict] }))
  const first = heaps.filter(({ heap }) => heap === 'chosen' || heap === 'lost' || heap === 'out')
  const rest = heaps.filter(({ heap }) => heap === 'failed' || heap === 'resting')
  const shown = all ? rest : rest.slice(0, FAILED_SHOWN)
  return (
    <div className="trace">
      <Chosen choice={choice} />
      <ul className="trace-list" aria-label={words.title}>
        {[...first, ...shown].map(({ entry, heap }) => (
          <Entry key={entry.rule} entry={entry} heap={heap} />
        ))}
        {choice.near.map((entry) => (
          <Entry key={`near ${entry.rule}`} entry={entry} heap="near" />
        ))}
      </ul>
      {rest.length > FAILED_SHOWN && (
        <button type="button" className="link s" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.less : words.more(String(rest.length - FAILED_SHOWN))}
        </button>
      )}
      {choice.unknown.length > 0 && (
        <p className="xs m3">{words.unknown(choice.unknown.map(({ rule }) => rule).join('、'))}</p>
      )}
    </div>
  )
}

/** `派给 住建局 · 规则 r-E0202`: what it comes to. */
function Chosen({ choice }: { choice: ToldChoice }) {
  const words = useWords(traceWords)
  if (choice.lead === null) return <p className="trace-goes">{words.nobody}</p>
  return (
    <p className="trace-goes">
      {words.goes} <b>{choice.lead.name}</b>
      {choice.co.length > 0 && (
        <span className="m2">
          {' '}
          · {words.with} {choice.co.map(({ name }) => name).join('、')}
        </span>
      )}
      {choice.rule !== null && <span className="m3 s"> · {words.byRule(choice.rule)}</span>}
    </p>
  )
}
