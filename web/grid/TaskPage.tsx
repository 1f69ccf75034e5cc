import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { Light } from '../ui/Light.tsx'
import { leftWords, momentWords } from '../words/time.ts'
import { GridHead } from './GridHead.tsx'
import { gridOutbox } from './grid-outbox.ts'
import { wordsOf } from './grid-words.ts'
import { MissingTask } from './MissingTask.tsx'
import { placeNow } from './place-now.ts'
import { type LocalTask, useLocalTask } from './use-tasks.ts'
import { go } from './way.ts'

const arrive = async ({ orderId, n, title }: LocalTask): Promise<void> => {
  const { lng, lat } = await placeNow()
  await gridOutbox.act({ kind: 'arrive', orderId, n, title, lng, lat })
}

function Limits({ task }: { task: LocalTask }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  // Signing and calling have no clock of their own here: they are due while they are the next step.
  const { duty } = task
  const clocks = [
    ...(duty?.kind === 'contact' && duty.due !== null && !task.unsent.includes('not-reached')
      ? [{ key: 'contact', name: words.contactDue, due: duty.due }]
      : []),
    ...(task.there || task.arrive === null || task.arrive.stoppedAt !== null
      ? []
      : [{ key: 'arrive', name: words.arriveDue, due: task.arrive.due }]),
    ...(task.answer === null || task.answer.stoppedAt !== null
      ? []
      : [{ key: 'answer', name: words.due, due: task.answer.due }]),
  ]
  return (
    <ul className="limits">
      {clocks.map(({ key, name, due }) => (
        <li key={key}>
          <b className={now > Date.parse(due) ? 'late' : ''}>
            {name} {leftWords(due, now, language)}
          </b>
          <span className="hint">{momentWords(due, now, language)}</span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ task }: { task: LocalTask }) {
  const words = useWords(wordsOf)
  return (
    <>
      <section>
        <div className="wish">
          <div className="k">{words.content}</div>
          <p>{task.content}</p>
          {task.demand !== null && (
            <p>
              {words.demand}：{task.demand}
            </p>
          )}
        </div>
        {task.supplements.map(({ text, mergedNo }) => (
          <p key={`${mergedNo} ${text}`} className="hint">
            {mergedNo === null ? words.supplement : words.ofMerged(mergedNo.slice(-5))}：{text}
          </p>
        ))}
        {task.note !== null && (
          <p className="hint">
            {words.from}：{task.note}
          </p>
        )}
        {task.sentBack !== null && (
          <p className="sent-back">
            {words.sentBack}：{task.sentBack}
          </p>
        )}
      </section>
      <section>
        <h2>{words.address}</h2>
        <p>{task.address ?? task.regionName}</p>
        {task.address !== null && <p className="hint">{task.regionName}</p>}
        {task.lng !== null && task.lat !== null && (
          <a className="btn wide" href={`geo:${task.lat},${task.lng}?q=${task.lat},${task.lng}`}>
            <Icon name="pin" size={22} />
            {words.openMap}
          </a>
        )}
      </section>
    </>
  )
}

/** One matter: what is said, where, until when, and the three things that can be done. */
export function TaskPage({ orderId, n }: { orderId: string; n: number }) {
  const words = useWords(wordsOf)
  const task = useLocalTask(orderId, n)
  if (task === undefined) return <MissingTask />
  const closed = task.settled || task.duty === null
  const { title } = task
  return (
    <div className="phone grid-phone">
      <GridHead title={title} back="mine" />
      <main>
        <section className="facts">
          <p className="hint">
            {task.categoryName} · {task.no}
          </p>
          <p className="flex wrap">
            <Light light={task.light} />
            {task.post === 'backup' && <span className="tag">{words.backup}</span>}
            {task.there && <span className="tag g">{words.arrived}</span>}
            {task.urgeCount > 0 && <span className="tag r">{words.urged(task.urgeCount)}</span>}
          </p>
          {!closed && <Limits task={task} />}
          {task.unsent.length > 0 && <p className="hint">{words.willSend}</p>}
        </section>
        <Facts task={task} />
        {!closed && (
          <section className="more">
            {task.contactOwed && task.signed && (
              <button
                type="button"
                className="btn wide"
                onClick={() => void gridOutbox.act({ kind: 'not-reached', orderId, n, title })}
                aria-disabled={!task.signed || undefined}
              >
                {words.notReached}
              </button>
            )}
            <button type="button" className="btn wide" onClick={() => go(`up/${orderId}/${n}`)}>
              {words.up}
            </button>
          </section>
        )}
      </main>
      {!closed && (
        <footer className="dock two">
          {!task.signed && (
            <button
              type="button"
              className="btn wide"
              onClick={() => void gridOutbox.act({ kind: 'sign', orderId, n, title })}
            >
              {words.sign}
            </button>
          )}
          {task.signed && !task.there && (
            <button type="button" className="btn wide" onClick={() => void arrive(task)}>
              {words.arrive}
            </button>
          )}
          <button type="button" className="btn go wide" onClick={() => go(`result/${orderId}/${n}`)}>
            {words.result}
          </button>
        </footer>
      )}
    </div>
  )
}
