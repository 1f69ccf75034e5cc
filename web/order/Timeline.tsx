import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { StoryEntry, StoryPart } from '#contract/story.ts'
import type { ClockView } from '#contract/views.ts'
import { momentWords } from '#domain/deadline/time-words.ts'
import { instantOf } from '#domain/ids.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { momentWords as fullMoment, leftWords } from '../words/time.ts'
import { dutyNames } from './clock-words.ts'
import { nextDuties } from './next-duty.ts'
import { signOf } from './story-signs.ts'
import './order.css'

const wordsOf = {
  zh: {
    story: '经过',
    by: (at: string) => `${at} 前`,
    hidden: (n: string) => `系统记录 ${n} 条`,
    hide: '收起系统记录',
    nothing: '还没有市民能看到的进展。',
    stop: '。',
    why: '为什么派到这里',
    cites: '所引用的知识条目',
  },
  en: {
    story: 'Story',
    by: (at: string) => `by ${at}`,
    hidden: (n: string) => (n === '1' ? '1 record of the platform' : `${n} records of the platform`),
    hide: 'Hide the platform’s records',
    nothing: 'Nothing the citizen can see yet.',
    stop: '. ',
    why: 'Why it went there',
    cites: 'The knowledge item it cites',
  },
}

/** A sentence with its names in weight; parts of one sentence never change places. */
function Sentence({ parts }: { parts: readonly StoryPart[] }) {
  let at = 0
  return parts.map((part) => {
    at += part.text.length
    return part.strong === true ? <b key={at}>{part.text}</b> : <span key={at}>{part.text}</span>
  })
}

function Duty({ clock }: { clock: ClockView }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const over = Date.parse(clock.due) < now
  const who = clock.unitName === null ? '' : `${clock.unitName} `
  return (
    <li className="next">
      <time dateTime={clock.due}>{words.by(momentWords(clock.due, instantOf(now), language, true))}</time>
      <span className="pt">
        <span className={over ? 'warn' : undefined}>
          <Icon name="clock" size={12} />
        </span>
      </span>
      <div className="wd">
        {who}
        {say(dutyNames[clock.code])}
        {words.stop}
        <b className={over ? 'c-red' : undefined}>{leftWords(clock.due, now, language)}</b>
      </div>
    </li>
  )
}

function Step({ entry, traced }: { entry: StoryEntry; traced: string | undefined }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  const point = entry.tone === 'warn' ? 'warn' : entry.tone === 'citizen' ? 'say' : undefined
  return (
    <li>
      <time dateTime={entry.at} title={fullMoment(entry.at, now, language)}>
        {momentWords(entry.at, instantOf(now), language)}
      </time>
      <span className="pt">
        <span className={point}>
          <Icon name={signOf(entry.kind)} size={12} />
        </span>
      </span>
      <div className="wd">
        <Sentence parts={entry.line[language]} />
        {entry.kept.map((kept) => (
          <span key={kept.code} className={`s kept ${kept.late ? 'c-red' : 'c-green'}`}>
            {kept.words[language]}
            {language === 'zh' ? '。' : '.'}
          </span>
        ))}
        {entry.quotes.map((quote) => (
          <div key={quote.zh} className="q">
            {quote[language]}
          </div>
        ))}
        {entry.cites !== null && (
          <Link to="/knowledge" search={{ item: entry.cites }} className="s">
            {words.cites}
          </Link>
        )}
        {traced !== undefined && entry.kind === 'dispatched' && (
          <Link to="/orders/$orderId" params={{ orderId: traced }} search={{ tab: 'trace' }} className="s">
            {words.why}
          </Link>
        )}
      </div>
    </li>
  )
}

type TimelineProps = {
  entries: readonly StoryEntry[]
  /** the order's clocks: what is owed next stands on top */
  clocks?: readonly ClockView[]
  /** only what the citizen reads on their own page */
  onlyPublic?: boolean
  /** the order whose dispatches may be asked for their reasons by this reader */
  traced?: string
}

/** Newest first: who did what to what end; the platform's own records are folded behind their number. */
export function Timeline({ entries, clocks = [], onlyPublic = false, traced }: TimelineProps) {
  const words = useWords(wordsOf)
  const [unfolded, setUnfolded] = useState(false)
  const folded = onlyPublic ? 0 : entries.filter((entry) => entry.folded).length
  const shown = entries.filter((entry) => (onlyPublic ? entry.public : unfolded || !entry.folded)).toReversed()
  if (onlyPublic && shown.length === 0) return <p className="s m3">{words.nothing}</p>
  return (
    <>
      <ol className="story long" aria-label={words.story}>
        {!onlyPublic && nextDuties(clocks).map((clock) => <Duty key={clock.id} clock={clock} />)}
        {shown.map((entry) => (
          <Step key={entry.seq} entry={entry} traced={onlyPublic ? undefined : traced} />
        ))}
      </ol>
      {folded > 0 && (
        <button
          type="button"
          className="btn sm quiet foldbutton"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? words.hide : words.hidden(String(folded))}
        </button>
      )}
    </>
  )
}
