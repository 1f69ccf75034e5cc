import { lazy, Suspense, useEffect } from 'react'
import { useLanguage, useWords } from '../language.ts'
import { GridHead } from './GridHead.tsx'
import { useGridSession } from './grid-session.ts'
import { wordsOf } from './grid-words.ts'
import { OutboxPage } from './OutboxPage.tsx'
import { ReportUpPage } from './ReportUpPage.tsx'
import { ResultPage } from './ResultPage.tsx'
import { TaskListPage } from './TaskListPage.tsx'
import { TaskPage } from './TaskPage.tsx'
import { WhistlePage } from './WhistlePage.tsx'
import { useWay } from './way.ts'

/** Needs a line anyway, so it is not carried along. */
const Door = lazy(() => import('../session/Door.tsx').then(({ Door }) => ({ default: Door })))

function Page() {
  const way = useWay()
  switch (way.at) {
    case 'task':
      return <TaskPage orderId={way.orderId} n={way.n} />
    case 'result':
      return <ResultPage orderId={way.orderId} n={way.n} />
    case 'up':
      return <ReportUpPage orderId={way.orderId} n={way.n} />
    case 'whistle':
      return <WhistlePage />
    case 'outbox':
      return <OutboxPage />
    case 'list':
      return <TaskListPage tab={way.tab} />
  }
}

export function GridApp() {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const session = useGridSession()
  useEffect(() => {
    document.title = language === 'zh' ? '网格 · 接诉' : 'Grid · Jiesu'
  }, [language])
  if (session.is === 'opening') return null
  if (session.is === 'owed' || (session.is === 'nobody' && !session.cut))
    return (
      <Suspense>
        <Door />
      </Suspense>
    )
  if (session.is === 'nobody')
    return (
      <div className="phone">
        <main>
          <section>
            <h1>{words.title}</h1>
            <p className="hint">{words.first}</p>
          </section>
        </main>
      </div>
    )
  if (!session.me.worker)
    return (
      <div className="phone">
        <GridHead title={words.title} />
        <main>
          <section>
            <p>{words.notWorker}</p>
            <a className="btn wide" href="/">
              {words.toDesk}
            </a>
          </section>
        </main>
      </div>
    )
  return <Page />
}
