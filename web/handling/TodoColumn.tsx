import type { ReactNode } from 'react'
import { AssignmentTab } from '#contract/assignments.ts'
import { Arrived, Below, useOpenInSight } from '../desk/ListEdges.tsx'
import { useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { grouped } from './rows.ts'
import { TodoItem } from './TodoItem.tsx'
import { groupWords, tabWords, unitWords } from './unit-words.ts'
import type { Assignments } from './use-assignments.ts'

type Props = {
  tab: AssignmentTab
  onTab: (tab: AssignmentTab) => void
  list: Assignments
  open: string | null
  onOpen: (id: string) => void
  picked: ReadonlySet<string>
  onPick: (id: string) => void
  foot: ReactNode
}

/** The left column: tabs with their counts, what is due when, and the bar for what is picked. */
export function TodoColumn({ tab, onTab, list, open, onOpen, picked, onPick, foot }: Props) {
  const words = useWords(unitWords)
  const say = useSay()
  const now = useNow()
  const items = useOpenInSight<HTMLDivElement>(open)
  // 首接负责 is rare: its tab is there while there is something in it.
  const shown = AssignmentTab.options.filter(
    (value) => value !== 'responsible' || value === tab || (list.tabs?.responsible ?? 0) > 0,
  )
  const tabs = shown.map((value) => ({
    value,
    label: say(tabWords[value]),
    ...(list.tabs === undefined ? {} : { count: list.tabs[value] }),
  }))
  const groups = grouped(list.rows, now)
  return (
    <section className="col todo" aria-label={words.list}>
      <Tabs label={words.list} value={tab} tabs={tabs} onChange={onTab} panel="todo" />
      <div className="fill" id="todo" role="tabpanel" aria-label={say(tabWords[tab])}>
        <p className="arrived" role="status">
          <Arrived n={list.arrived} onShow={list.show} />
        </p>
        {list.error !== null && list.rows.length === 0 && (
          <Failed no={list.error.no} what={words.list} again={list.again} />
        )}
        {list.data === undefined && list.error === null && list.rows.length === 0 && <Loading />}
        {list.data !== undefined && list.rows.length === 0 && (
          <Empty title={tab === 'todo' ? words.emptyTodo : words.emptyTab}>
            {tab === 'todo' ? words.emptyTodoWhy : undefined}
          </Empty>
        )}
        <div ref={items}>
          {groups.map(({ group, rows }, i) => (
            <section key={group} aria-labelledby={`group-${group}`}>
              <div className="grp">
                <h2 id={`group-${group}`}>{say(groupWords[group])}</h2>
                <span>{words.count(String(list.data?.groups[group] ?? rows.length))}</span>
                {i === 0 && <span className="end">{words.sorted}</span>}
              </div>
              <ul className="items">
                {rows.map((one) => (
                  <TodoItem
                    key={one.row.id}
                    one={one}
                    tab={tab}
                    open={one.row.id === open}
                    picked={picked.has(one.row.id)}
                    onOpen={() => onOpen(one.row.id)}
                    onPick={() => onPick(one.row.id)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <Below list={list} />
      </div>
      {foot}
    </section>
  )
}
