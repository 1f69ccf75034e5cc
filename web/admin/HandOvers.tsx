import { useState } from 'react'
import { type HandOverView, listHandOvers } from '#contract/hand-over.ts'
import { mayCall } from '#contract/may-call.ts'
import { useLanguage, useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { handOverWords } from './hand-over-words.ts'
import { UndoHandOver } from './UndoHandOver.tsx'

type Opening = (one: HandOverView) => void

function Row({ one, whyNot, onUndo }: { one: HandOverView; whyNot: string | null; onUndo: Opening }) {
  const words = useWords(handOverWords)
  const [language, now] = [useLanguage(), useNow()]
  const { roles } = useMe()
  const when = (at: string) => momentWords(at, now, language)
  return (
    <li>
      <span className="xs m3 nw">{when(one.at)}</span>
      <span>
        <b>{one.fromName}</b> → <b>{one.toName}</b>
      </span>
      <span className="s nw">{words.count(one.orders, one.assignments)}</span>
      <span className="s m2">
        {one.by} · {one.reason}
      </span>
      <span>
        {one.undoneAt !== null ? (
          <span className="s m2">{words.undone(when(one.undoneAt))}</span>
        ) : (
          mayCall('undoHandOver', roles) && (
            <>
              <Button
                size="sm"
                whyNot={whyNot}
                aria-label={words.undoOf(one.fromName, one.toName)}
                onClick={() => onUndo(one)}
              >
                {words.undo}
              </Button>
              {whyNot !== null && <span className="xs m3"> {whyNot}</span>}
            </>
          )
        )}
      </span>
    </li>
  )
}

/** 撤并交接记录: every hand-over, newest first, and the way back while there is one. */
export function HandOvers() {
  const words = useWords(handOverWords)
  const city = useCity()
  const { data, error, refetch } = useApi(listHandOvers, {})
  const [undoing, setUndoing] = useState<HandOverView | null>(null)
  const whyNot = ({ from }: HandOverView): string | null => {
    const unit = city?.units.find(({ id }) => id === from)
    if (unit === undefined) return city === undefined ? words.closed : words.gone
    return unit.active ? null : words.closed
  }
  return (
    <section className="sec" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
      </header>
      <p className="s m2">{words.told}</p>
      {error !== null && <Failed no={error.no} what={words.title} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data?.handOvers.length === 0 && <p className="s m2">{words.none}</p>}
      <ul className="admin-handovers">
        {data?.handOvers.map((one) => (
          <Row key={one.id} one={one} whyNot={whyNot(one)} onUndo={setUndoing} />
        ))}
      </ul>
      {undoing !== null && <UndoHandOver one={undoing} onClose={() => setUndoing(null)} />}
    </section>
  )
}
