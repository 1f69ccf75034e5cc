import { useEffect, useRef } from 'react'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { orderStateWords } from '../words/order.ts'
import { grouped, type Hit } from './search-hits.ts'
import { searchWords } from './search-words.ts'

type Props = { id: string; hits: readonly Hit[]; active: Hit | undefined; onChoose: (hit: Hit) => void }

/** The finds by kind, each order with why it was found. */
export function SearchHits({ id, hits, active, onChoose }: Props) {
  const words = useWords(searchWords)
  const list = useRef<HTMLDivElement>(null)
  const at = active?.key
  useEffect(() => {
    if (at !== undefined) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  if (hits.length === 0) return <div ref={list} id={id} role="listbox" aria-label={words.results} />
  return (
    <div ref={list} id={id} role="listbox" aria-label={words.results}>
      {grouped(hits).map(({ group, hits: some }) => {
        const options = some.map((hit) => (
          <div
            key={hit.key}
            id={`${id}-${hit.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={hit.key === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit)}
            onKeyDown={undefined}
          >
            <HitWords hit={hit} />
          </div>
        ))
        if (group === 'all') return options
        return (
          <div key={some[0]?.key} role="group" aria-label={words[group]}>
            <div className="group" aria-hidden="true">
              {words[group]}
            </div>
            {options}
          </div>
        )
      })}
    </div>
  )
}

function HitWords({ hit }: { hit: Hit }) {
  const words = useWords(searchWords)
  const say = useSay()
  if (hit.order !== undefined)
    return (
      <>
        <LightDot light={hit.order.light} />
        <span className="cut grow">{hit.label}</span>
        <OrderNo no={hit.order.no} />
        <span className="m3 xs nw">{say(orderStateWords[hit.order.state])}</span>
        {hit.reason !== undefined && <span className="tag">{words[hit.reason]}</span>}
      </>
    )
  if (hit.group === 'all')
    return (
      <>
        <Icon name="search" size={14} /> <span className="cut grow">{words.all(hit.label)}</span>
      </>
    )
  const isList = hit.target.kind === 'list'
  return (
    <>
      <span className="cut">{hit.label}</span>
      <span className="m3 xs cut grow">{hit.note}</span>
      {isList && <span className="m3 xs nw">{words.itsOrders}</span>}
    </>
  )
}
