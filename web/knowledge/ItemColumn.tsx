import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { KnowledgeState } from '#domain/knowledge/item.ts'
import { useSay, useWords } from '../language.ts'
import { Marked } from '../search/Marked.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import { Failed, Loading, StateNote } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import type { KnowledgeSearch } from './knowledge-search.ts'
import { knowledgeStateWords, knowledgeWords, materialWords } from './knowledge-words.ts'
import { type FoundItem, useItems } from './use-items.ts'

type Props = {
  search: KnowledgeSearch
  keeps: boolean
  findRef: React.Ref<HTMLInputElement>
  onAdd: () => void
  onState: (state: KnowledgeState | undefined) => void
}

/** The base as a list, found by words or as it was changed last. */
export function ItemColumn({ search, keeps, findRef, onAdd, onState }: Props) {
  const words = useWords(knowledgeWords)
  const say = useSay()
  const [typed, setTyped] = useState('')
  const items = useItems(typed, search.state)
  return (
    <section className="col itemcolumn" aria-label={words.list}>
      <div className="itemfind">
        <TextInput
          inputRef={findRef}
          type="search"
          aria-label={words.find}
          placeholder={words.findHint}
          maxLength={100}
          value={typed}
          onChange={setTyped}
        />
        {keeps && (
          <Select
            aria-label={words.states}
            value={search.state ?? ''}
            choices={[
              { value: '' as KnowledgeState, label: words.anyState },
              ...KnowledgeState.options.map((value) => ({ value, label: say(knowledgeStateWords[value]) })),
            ]}
            onChange={(state) => onState(KnowledgeState.options.find((one) => one === state))}
          />
        )}
      </div>
      <div className="fill scrolls">
        {items === null ? (
          <Loading />
        ) : items.no !== null ? (
          <Failed no={items.no} what={words.list} again={items.again} />
        ) : items.found.length === 0 ? (
          <div role="status">
            <StateNote icon="book" title={typed === '' ? words.empty : words.nothing}>
              {typed === '' ? words.emptyWhy : words.nothingWhy}
            </StateNote>
          </div>
        ) : (
          <ul className="items">
            {items.found.map((found, i) => (
              <ItemRow
                key={found.item.id}
                found={found}
                row={i}
                search={search}
                shown={found.item.id === search.item}
                tellsState={keeps}
              />
            ))}
          </ul>
        )}
      </div>
      <footer className="bar">
        {keeps && (
          <Button size="sm" onClick={onAdd}>
            <Icon name="plus" size={14} /> {words.add}
          </Button>
        )}
        <span className="m3 s" role="status">
          {items?.count != null && words.count(items.count.toLocaleString())}
        </span>
      </footer>
    </section>
  )
}

function ItemRow(props: {
  found: FoundItem
  row: number
  search: KnowledgeSearch
  shown: boolean
  tellsState: boolean
}) {
  const say = useSay()
  const { item, snippets } = props.found
  const title = snippets.find(({ field }) => field === 'title')
  return (
    <li className={props.shown ? 'on' : undefined}>
      <span className="m3">
        <Icon name="book" size={14} />
      </span>
      <Link
        to={'/knowledge' as string}
        search={{ ...props.search, item: item.id, edit: undefined } as never}
        className="ti"
        title={item.title}
        data-row={props.row}
        aria-current={props.shown || undefined}
      >
        {title === undefined ? item.title : <Marked {...title} />}
      </Link>
      <span className="ck">
        {(props.tellsState || item.state !== 'in-force') && say(knowledgeStateWords[item.state])}
      </span>
      <span className="me">
        <span className="cut">{item.categoryName}</span>
        <span>{say(materialWords[item.material])}</span>
      </span>
    </li>
  )
}
