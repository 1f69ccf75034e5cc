import { type Ref, useId, useState } from 'react'
import { hasPhone } from '../frame/has-phone.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { FilterChip } from './FilterChip.tsx'
import { FilterEditor } from './FilterEditor.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { ADDABLE, FLAGS, filterWords, isAddable } from './filter-words.ts'
import { type FilterKey, type ListSearch, setFilters } from './list-search.ts'
import { listWords } from './list-words.ts'
import { Popover } from './Popover.tsx'
import { useCity } from './use-city.ts'
import { useWorkerName } from './use-worker-name.ts'
import { valueWords } from './value-words.ts'

type Props = {
  search: ListSearch
  /** `replace`: the same filter is still being changed, so Back shall not step through it */
  onChange: (search: ListSearch, replace: boolean) => void
  /** without it there is no box for words: the page has its own */
  findRef?: Ref<HTMLInputElement>
}

/** A number of ours or of another system: letters first, or a stretch of digits too long to be a word. */
const isNumber = (text: string): boolean => /^[A-Za-z]{1,6}[-\d]{4,}$/.test(text) || /^\d{6,}$/.test(text)

/** What the list is narrowed to, as chips that can be changed and taken away; each stands in the address. */
export function FilterBar({ search, onChange, findRef }: Props) {
  const words = useWords(listWords)
  const say = useSay()
  const [editing, edit] = useState<FilterKey | 'menu' | null>(null)
  const set = (key: FilterKey, value: string) => {
    const { [key]: before, ...rest } = search
    onChange(value === '' ? rest : { ...rest, [key]: value }, before !== undefined && value !== '')
  }
  const chips = setFilters(search)
  const pick = (key: FilterKey) => {
    if (FLAGS.includes(key)) set(key, 'yes')
    edit(FLAGS.includes(key) ? null : key)
  }
  const editor = (key: FilterKey) => (
    <Popover label={say(filterWords[key])} onClose={() => edit(null)}>
      <FilterEditor
        of={key}
        value={search[key] ?? ''}
        onChange={(value) => set(key, value)}
        onDone={() => edit(null)}
      />
    </Popover>
  )
  const isNew = editing !== null && editing !== 'menu' && !chips.includes(editing)
  return (
    <div className="filterbar">
      {findRef !== undefined && <Find findRef={findRef} onFind={(key, value) => set(key, value)} />}
      {chips.map((key) => (
        <div key={key} className="chipbox">
          <Chip of={key} value={search[key] ?? ''} onEdit={() => edit(key)} onRemove={() => set(key, '')} />
          {editing === key && editor(key)}
        </div>
      ))}
      <FilterMenu
        label={words.add}
        icon="plus"
        groups={ADDABLE.map(({ group, keys }) => ({
          name: group,
          keys: keys.filter((key) => search[key] === undefined),
        }))}
        names={filterWords}
        isOpen={editing === 'menu'}
        onOpen={(isOpen) => edit(isOpen ? 'menu' : null)}
        onPick={pick}
      >
        {isNew && editor(editing)}
      </FilterMenu>
      {chips.length > 1 && (
        <button
          type="button"
          className="link s nw"
          onClick={() => onChange(search.sort ? { sort: search.sort } : {}, false)}
        >
          {words.clear}
        </button>
      )}
    </div>
  )
}

function Find(props: { findRef: Ref<HTMLInputElement>; onFind: (key: 'text' | 'no', value: string) => void }) {
  const words = useWords(listWords)
  const [text, setText] = useState('')
  const typed = text.trim()
  // A phone may not stand in an address; the box at the top finds it without one.
  const phone = hasPhone(typed)
  const id = useId()
  return (
    <form
      className="in findbox"
      role="search"
      aria-label={words.findLabel}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.length < 2 || phone) return
        props.onFind(isNumber(typed) ? 'no' : 'text', typed)
        setText('')
      }}
    >
      <Icon name="search" />
      <input
        ref={props.findRef}
        type="text"
        maxLength={60}
        aria-label={words.findLabel}
        placeholder={words.find}
        value={text}
        aria-describedby={phone ? id : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {phone && (
        <span id={id} className="fault nw" role="status">
          {words.phone}
        </span>
      )}
    </form>
  )
}

/** Flags say their name alone; what can be changed opens, what came by link can only be taken away. */
function Chip(props: { of: FilterKey; value: string; onEdit: () => void; onRemove: () => void }) {
  const words = useWords(listWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const city = useCity()
  const name = say(filterWords[props.of])
  const worker = useWorkerName(props.of === 'inHandOf' ? props.value : null)
  const value = worker ?? valueWords(props.of, props.value, city, now, language)
  const said = value === null ? name : `${name}${language === 'zh' ? '：' : ': '}${value}`
  const canEdit = value !== null && isAddable(props.of)
  return (
    <FilterChip
      said={said}
      edit={words.edit(said)}
      remove={words.remove(name)}
      onEdit={canEdit ? props.onEdit : null}
      onRemove={props.onRemove}
    />
  )
}
