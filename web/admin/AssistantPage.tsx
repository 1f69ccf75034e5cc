import { assistantState, listPrompts } from '#contract/assistant.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import type { ReplyOf } from '../send.ts'
import { ColumnHeads } from '../ui/ColumnHeads.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { AdminNav } from './AdminNav.tsx'
import { AssistantSearch } from './admin-search.ts'
import { assistantWords, outcomeWords, purposeWords } from './assistant-words.ts'
import { LogPager } from './LogPager.tsx'
import { useGo } from './use-go.ts'
import './admin.css'

const PAGE = 50
const number = (n: number) => n.toLocaleString('en-US')
type State = ReplyOf<typeof assistantState>
type Prompt = ReplyOf<typeof listPrompts>['prompts'][number]

function Standing({ state }: { state: State }) {
  const words = useWords(assistantWords)
  const { model, today } = state
  if (model === null)
    return (
      <div className="pad">
        <p>
          <b>{words.off}</b>
        </p>
        <p className="m2">{words.offTold}</p>
      </div>
    )
  const facts = [
    [words.service, model.host],
    [words.model, model.name],
    [words.timeout, words.seconds(model.timeoutMs)],
    [
      words.today,
      `${words.used(number(today.tokens), number(model.budget))} · ${words.prompts(number(today.prompts))}`,
    ],
  ] as const
  return (
    <div className="pad">
      <Facts of={facts} />
      <p className="s m2">{words.masked}</p>
    </div>
  )
}

function PromptRow({ prompt }: { prompt: Prompt }) {
  const words = useWords(assistantWords)
  const [say, language, now] = [useSay(), useLanguage(), useNow()]
  return (
    <tr>
      <td>
        <time dateTime={prompt.at}>{momentWords(prompt.at, now, language)}</time>
      </td>
      <td>{prompt.actorName ?? prompt.actor}</td>
      <td>{say(purposeWords[prompt.purpose])}</td>
      <td>{say(outcomeWords[prompt.outcome])}</td>
      <td className="num">{number(prompt.tokens)}</td>
      <td className="num">{prompt.ms === null ? '' : words.seconds(prompt.ms)}</td>
      <td className="admin-detail">
        {prompt.prompt === null ? (
          <span className="m3">{words.forgotten}</span>
        ) : (
          <details>
            <summary>{words.show}</summary>
            <p className="saytext">
              <span className="m3">{words.sent}</span> {prompt.prompt}
            </p>
            {prompt.answer !== null && (
              <p className="saytext">
                <span className="m3">{words.answer}</span> {prompt.answer}
              </p>
            )}
          </details>
        )}
      </td>
    </tr>
  )
}

/** Whether a language model helps, what it may use, and every question that left the house, masked as it left. */
export function AssistantPage() {
  const words = useWords(assistantWords)
  const [search, go] = useGo(AssistantSearch)
  const state = useApi(assistantState, {}, { refetchInterval: 30_000 })
  const { data, error, refetch } = useApi(
    listPrompts,
    { query: { limit: PAGE, before: search.before } },
    { keep: true },
  )
  return (
    <Work layout="admin" label={words.title}>
      <AdminNav />
      <div className="col">
        {state.data === undefined ? state.error === null && <Loading /> : <Standing state={state.data} />}
        {state.error !== null && <Failed no={state.error.no} what={words.title} again={() => void state.refetch()} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="fill" aria-label={words.log} tabIndex={0}>
          {error !== null ? (
            <Failed no={error.no} what={words.log} again={() => void refetch()} />
          ) : data === undefined ? (
            <Loading />
          ) : data.prompts.length === 0 ? (
            <Empty title={words.none}>{words.noneTold}</Empty>
          ) : (
            <table className="tbl admin-table">
              <ColumnHeads of={words.columns} />
              <tbody>
                {data.prompts.map((prompt) => (
                  <PromptRow key={prompt.id} prompt={prompt} />
                ))}
              </tbody>
            </table>
          )}
          <LogPager
            last={data?.prompts.length === PAGE ? data.prompts.at(-1)?.id : undefined}
            before={search.before}
            go={go}
          />
        </section>
      </div>
    </Work>
  )
}
