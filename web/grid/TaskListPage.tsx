import { lazy, Suspense } from 'react'
import { metresBetween, pointOf } from '#domain/grid/place-distance.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { momentWords } from '../words/time.ts'
import { GridHead } from './GridHead.tsx'
import { useGridTasks } from './grid-tasks.ts'
import { wordsOf } from './grid-words.ts'
import { chooseListView, type ListView, useListView } from './list-view.ts'
import { TaskRow } from './TaskRow.tsx'
import { usePlace } from './use-place.ts'
import { type LocalTask, useLocalTasks } from './use-tasks.ts'
import { WhistleList } from './WhistleList.tsx'
import { go, type Way } from './way.ts'

type Tab = Extract<Way, { at: 'list' }>['tab']
const VIEWS: readonly ListView[] = ['time', 'place', 'map']
/** Needed by those who look at it, and larger than all the rest of the page. */
const TaskMap = lazy(() => import('./TaskMap.tsx').then(({ TaskMap }) => ({ default: TaskMap })))
const FAR = Number.POSITIVE_INFINITY
const DONE: readonly LocalTask['state'][] = ['reported', 'accepted']

const dueOf = (task: LocalTask): string => task.duty?.due ?? task.answer?.due ?? '9'

function Tasks({ done }: { done: boolean }) {
  const words = useWords(wordsOf)
  const view = useListView()
  const mapped = view === 'map' && !done
  const near = view === 'place'
  const place = usePlace(!done && view !== 'time')
  const all = useLocalTasks()
  const away = (task: LocalTask): number => {
    const there = pointOf(task)
    return place === null || there === null ? FAR : metresBetween(place, there)
  }
  const tasks = all
    .filter((task) => (DONE.includes(task.state) || task.settled) === done)
    .toSorted((a, b) => (near && place !== null ? away(a) - away(b) : 0) || (dueOf(a) < dueOf(b) ? -1 : 1))
  if (tasks.length === 0) return <p className="nothing">{done ? words.noneDone : words.none}</p>
  return (
    <>
      {!done && (
        <fieldset className="sorting">
          <legend className="sr">{words.sort}</legend>
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              className="btn pill"
              aria-pressed={view === one}
              onClick={() => chooseListView(one)}
            >
              {words.views[one]}
            </button>
          ))}
          {view !== 'time' && place === null && <span className="hint">{words.placeOff[view]}</span>}
        </fieldset>
      )}
      {mapped && (
        <Suspense fallback={<div className="taskmap" aria-busy="true" />}>
          <TaskMap tasks={tasks} own={place} />
        </Suspense>
      )}
      <ul className="tasks">
        {tasks.map((task, i) => (
          <TaskRow
            key={`${task.orderId}/${task.n}`}
            task={task}
            metres={away(task)}
            number={mapped ? (pointOf(task) === null ? words.noPoint : String(i + 1)) : null}
          />
        ))}
      </ul>
    </>
  )
}

/** The first page: what to do, what was done today, what one reported oneself. */
export function TaskListPage({ tab }: { tab: Tab }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  const { tasks, asOf, cut } = useGridTasks()
  const tabs: readonly Tab[] = ['mine', 'done', 'whistles']
  return (
    <div className="phone grid-phone">
      <GridHead title={tasks?.gridName || words.title} />
      <nav className="tabs" aria-label={words.title}>
        {tabs.map((one) => (
          <a key={one} href={`#${one}`} aria-current={one === tab ? 'page' : undefined}>
            {words[one]}
          </a>
        ))}
      </nav>
      <main>
        {tasks === null ? (
          <p className="nothing">{words.loading}</p>
        ) : (
          <>
            {tab === 'whistles' ? <WhistleList whistles={tasks.whistles} /> : <Tasks done={tab === 'done'} />}
            <p className="hint foot">
              {[
                ...(tab === 'mine' ? [words.today(tasks.today, tasks.cap)] : []),
                ...(cut && asOf !== null ? [words.asOf(momentWords(asOf, now, language))] : []),
              ].join(' · ')}
            </p>
          </>
        )}
      </main>
      <footer className="dock">
        <button type="button" className="btn wide" onClick={() => go('whistle')}>
          <Icon name="bell" size={22} />
          {words.whistle}
        </button>
      </footer>
    </div>
  )
}
