import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { SearchKind } from '#contract/search-all.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { FilterBar } from '../list/FilterBar.tsx'
import '../list/orders.css'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { Failed, Loading, StateNote } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { HitRow } from './HitRow.tsx'
import { SearchNotes, tallyWords } from './SearchNotes.tsx'
import {
  addressFor,
  filtersIn,
  isPersonal,
  listPart,
  questionIn,
  readAddress,
  type SearchAddress,
} from './search-address.ts'
import { searchPageWords } from './search-page-words.ts'
import { useHits } from './use-hits.ts'
import './search-page.css'

const PANEL = 'search-panel'
const KINDS: readonly SearchKind[] = ['orders', 'replies', 'knowledge']

/** 搜索: everything that says it, the best first; the address is the question, unless it holds somebody's number. */
export function SearchPage() {
  const words = useWords(searchPageWords)
  const raw = useSearch({ strict: false })
  const address = useMemo(() => readAddress(raw as Record<string, unknown>), [raw])
  const navigate = useNavigate()
  const q = questionIn(address)
  const filters = useMemo(() => filtersIn(address), [address])
  const found = useHits({ q: q ?? '', kind: address.tab, filters, asTyped: address.plain === 'yes' })
  const [at, setAt] = useState(-1)
  const box = useRef<HTMLInputElement>(null)
  const go = (to: SearchAddress) => {
    setAt(-1)
    void navigate({ to: '/search' as string, search: to as never })
  }
  const step = (to: number) => {
    setAt(to)
    document.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus()
  }
  const down = () => step(Math.min(at + 1, found.hits.length - 1))
  const up = () => step(Math.max(at - 1, 0))
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up, f: () => box.current?.focus() })
  const all = [
    { keys: ['J', 'K'], does: words.keysNext },
    { keys: ['⏎'], does: words.keysOpen },
    { keys: ['F'], does: words.keysFind },
    { keys: ['F1'], does: words.keysHelp },
  ]
  const tally = (kind: SearchKind) => found.first?.tallies.find((one) => one.kind === kind)
  const counted = (kind: SearchKind) => {
    const count = tallyWords(tally(kind))
    return count === undefined ? {} : { count }
  }
  return (
    <Work layout="search" marked label={words.page}>
      <QuestionBox key={q} q={q ?? ''} boxRef={box} onAsk={(typed) => go(addressFor(typed, address))} />
      <FilterBar search={listPart(address)} onChange={(to) => go({ ...onlyQuestion(address), ...to })} />
      <Tabs
        label={words.kinds}
        panel={PANEL}
        value={address.tab ?? 'all'}
        tabs={[
          { value: 'all', label: words.all },
          ...KINDS.map((kind) => ({ value: kind, label: words[kind], ...counted(kind) })),
        ]}
        onChange={(tab) => go({ ...address, tab: tab === 'all' ? undefined : tab })}
      />
      <div id={PANEL} role="tabpanel" aria-label={words.results} className="panelbox" aria-busy={found.isFetching}>
        {q === null || q === '' ? (
          <StateNote icon="search" title={q === null ? words.lost : words.start}>
            {q === null ? words.lostWhy : words.startWhy}
          </StateNote>
        ) : (
          <Results
            found={found}
            address={address}
            q={q}
            at={at}
            onAt={setAt}
            onGo={go}
            filtered={Object.keys(filters).length > 0}
          />
        )}
      </div>
      <KeyHelp shown={all.slice(0, 2)} all={all} />
    </Work>
  )
}

const onlyQuestion = ({ q, tab, plain, kept }: SearchAddress): SearchAddress => ({ q, tab, plain, kept })

function QuestionBox(props: { q: string; boxRef: React.Ref<HTMLInputElement>; onAsk: (typed: string) => void }) {
  const words = useWords(searchPageWords)
  const [typed, setTyped] = useState(props.q)
  return (
    <form
      className="questionbox"
      role="search"
      aria-label={words.label}
      onSubmit={(event) => {
        event.preventDefault()
        props.onAsk(typed)
      }}
    >
      <div className="in">
        <Icon name="search" />
        <input
          ref={props.boxRef}
          type="search"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label={words.label}
          placeholder={words.placeholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button look="go" type="submit">
        {words.go}
      </Button>
      {isPersonal(typed) && (
        <p className="help" role="status">
          {words.phone}
        </p>
      )}
    </form>
  )
}

function Results(props: {
  found: ReturnType<typeof useHits>
  address: SearchAddress
  q: string
  at: number
  onAt: (at: number) => void
  onGo: (to: SearchAddress) => void
  filtered: boolean
}) {
  const words = useWords(searchPageWords)
  const { found, address, q } = props
  if (found.isError && found.first === undefined)
    return <Failed no={found.error.no} what={words.what} again={() => void found.refetch()} />
  if (found.first === undefined) return <Loading />
  return (
    <>
      <SearchNotes reply={found.first} address={address} q={q} onGo={props.onGo} />
      {found.hits.length === 0 ? (
        <div role="status">
          <StateNote
            icon="search"
            title={words.empty(q)}
            action={
              props.filtered && (
                <Button size="sm" onClick={() => props.onGo(onlyQuestion(address))}>
                  {words.clear}
                </Button>
              )
            }
          >
            {words.emptyWhy}
          </StateNote>
        </div>
      ) : (
        <ul className="items hits">
          {found.hits.map((hit, i) => (
            <HitRow
              key={hit.kind === 'knowledge' ? hit.item.id : `${hit.kind} ${hit.order.id}`}
              hit={hit}
              row={i}
              on={i === props.at}
              onFocus={() => props.onAt(i)}
            />
          ))}
        </ul>
      )}
      {found.hits.length > 0 && (
        <p className="listend">
          {found.hasNextPage ? (
            <Button size="sm" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {words.more}
            </Button>
          ) : (
            words.end
          )}
        </p>
      )}
    </>
  )
}
