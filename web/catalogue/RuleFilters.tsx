import { type Ref, useState } from 'react'
import type { Names } from '../admin/cell-words.ts'
import { useSay, useWords } from '../language.ts'
import { FilterChip } from '../list/FilterChip.tsx'
import { FilterMenu } from '../list/FilterMenu.tsx'
import { Popover } from '../list/Popover.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import type { CatalogueSearch, FilterKey, Go } from './catalogue-search.ts'
import { filterGroups, filterNames } from './column-words.ts'
import { RuleFilterEditor, useFilterValue } from './RuleFilterEditor.tsx'
import { setFilters } from './rule-filter.ts'

const wordsOf = {
  zh: {
    find: '找规则：事项、单位、依据、编号',
    add: '筛选',
    edit: (what: string) => `改筛选 ${what}`,
    remove: (what: string) => `去掉筛选 ${what}`,
    clear: '清除筛选',
    which: '看哪些',
    all: '全部',
    faults: (n: string) => `要改 ${n}`,
    touched: (n: string) => `草稿改过 ${n}`,
    shown: (n: string, of: string) => (n === of ? `${of} 条` : `${n} / ${of} 条`),
    colon: '：',
  },
  en: {
    find: 'Find rules: matter, unit, basis, id',
    add: 'Filter',
    edit: (what: string) => `Change filter ${what}`,
    remove: (what: string) => `Remove filter ${what}`,
    clear: 'Clear filters',
    which: 'Which ones',
    all: 'All',
    faults: (n: string) => `To mend ${n}`,
    touched: (n: string) => `Changed ${n}`,
    shown: (n: string, of: string) => (n === of ? `${of} rules` : `${n} of ${of} rules`),
    colon: ': ',
  },
}

type Props = {
  search: CatalogueSearch
  go: Go
  names: Names
  shown: number
  total: number
  faults: number
  touched: number
  findRef: Ref<HTMLInputElement>
}

/** What the table is narrowed to: words, any column, and whether all rows, faulty or changed ones. All of it in the address. */
export function RuleFilters({ search, go, names, shown, total, faults, touched, findRef }: Props) {
  const words = useWords(wordsOf)
  const say = useSay()
  const sayValue = useFilterValue(names)
  const [editing, edit] = useState<FilterKey | 'menu' | null>(null)
  const active = setFilters(search)
  const put = (key: FilterKey, value: string) => go({ [key]: value === '' ? undefined : value, row: undefined }, true)
  const editor = (key: FilterKey) => (
    <Popover label={say(filterNames[key])} onClose={() => edit(null)}>
      <RuleFilterEditor
        of={key}
        value={search[key] ?? ''}
        names={names}
        onChange={(value) => put(key, value)}
        onDone={() => edit(null)}
      />
    </Popover>
  )
  const isNew = editing !== null && editing !== 'menu' && !active.includes(editing)
  return (
    <div className="filterbar rulefilters">
      <TextInput
        type="search"
        inputRef={findRef}
        boxClass="findbox"
        aria-label={words.find}
        placeholder={words.find}
        aria-keyshortcuts="/"
        value={search.q ?? ''}
        onChange={(q) => go({ q: q === '' ? undefined : q }, true)}
      />
      <Segment
        label={words.which}
        value={search.only ?? 'all'}
        choices={[
          { value: 'all', label: words.all },
          { value: 'faults', label: words.faults(String(faults)) },
          { value: 'touched', label: words.touched(String(touched)) },
        ]}
        onChange={(only) => go({ only: only === 'all' ? undefined : only })}
      />
      {active.map((key) => {
        const said = `${say(filterNames[key])}${words.colon}${sayValue(key, search[key] ?? '')}`
        return (
          <div key={key} className="chipbox">
            <FilterChip
              said={said}
              edit={words.edit(said)}
              remove={words.remove(say(filterNames[key]))}
              onEdit={() => edit(key)}
              onRemove={() => put(key, '')}
            />
            {editing === key && editor(key)}
          </div>
        )
      })}
      <FilterMenu
        label={words.add}
        icon="filter"
        groups={filterGroups.map(({ name, keys }) => ({ name, keys: keys.filter((key) => !active.includes(key)) }))}
        names={filterNames}
        isOpen={editing === 'menu'}
        onOpen={(isOpen) => edit(isOpen ? 'menu' : null)}
        onPick={edit}
      >
        {isNew && editor(editing)}
      </FilterMenu>
      {active.length > 0 && (
        <button
          type="button"
          className="link s nw"
          onClick={() => go(Object.fromEntries(active.map((key) => [key, undefined])))}
        >
          {words.clear}
        </button>
      )}
      <b className="s nw end" role="status">
        {words.shown(shown.toLocaleString('en'), total.toLocaleString('en'))}
      </b>
    </div>
  )
}
