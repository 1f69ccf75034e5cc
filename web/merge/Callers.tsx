import { Link } from '@tanstack/react-router'
import { type MasterCaller, orderCallers } from '#contract/merge.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { mergeWords } from './merge-words.ts'
import './merge.css'

const TONE = { 'not-yet': undefined, 'to-call': 'b', answered: 'g', unreachable: 'a' } as const

function Caller({ one }: { one: MasterCaller }) {
  const words = useWords(mergeWords)
  const [language, now] = [useLanguage(), useNow()]
  const { callback, appellant } = one
  const who = [appellant.address, appellant.callerPhone ?? appellant.contactPhone].filter((part) => part !== null)
  const said = [
    callback.solved === null ? null : words.solved[callback.solved],
    callback.satisfaction === null ? null : words.mark(callback.satisfaction),
  ].filter((part) => part !== null)
  const tone = TONE[callback.standing]
  return (
    <li>
      <Link to="/orders/$orderId" params={{ orderId: one.id }} className="s cut">
        {who.length > 0 ? who.join(' ') : `…${one.no.slice(-5)}`}
        {one.isMaster && <span className="m3"> · {words.own}</span>}
      </Link>
      <span className="st">
        <Tag {...(tone === undefined ? {} : { tone })}>{words.standing[callback.standing]}</Tag>
      </span>
      <span className="xs whole m3">
        …{one.no.slice(-5)} · {momentWords(one.receivedAt, now, language)} ·{' '}
        {one.toldAt === null ? words.notTold : words.told(momentWords(one.toldAt, now, language))}
      </span>
      {said.length > 0 && <span className="xs whole m2">{said.join(words.sep)}</span>}
      {!one.votes && <span className="xs whole m3">{words.noVote}</span>}
    </li>
  )
}

/** 一单多人: everybody who asked for the matter of this master, what they were told and what they said. */
export function Callers({ orderId }: { orderId: string }) {
  const words = useWords(mergeWords)
  const { data, error, refetch } = useApi(orderCallers, { params: { orderId } })
  return (
    <section className="sec">
      <header>
        <h2>{words.callers}</h2>
        {data !== undefined && (
          <span className="xs m3">{words.heard(data.answered, data.callers.length + data.more)}</span>
        )}
      </header>
      {error !== null && <Failed no={error.no} what={words.callers} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={2} />}
      <ul className="callers">
        {data?.callers.map((one) => (
          <Caller key={one.id} one={one} />
        ))}
      </ul>
      {data !== undefined && data.more > 0 && <p className="xs m3">{words.more(data.more)}</p>}
    </section>
  )
}
