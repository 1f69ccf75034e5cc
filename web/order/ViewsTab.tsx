import type { orderViews } from '#contract/orders.ts'
import { useLanguage, useSay, useWords, type Words } from '../language.ts'
import { useNow } from '../now.ts'
import type { ReplyOf } from '../send.ts'
import { roleWords } from '../words/role.ts'
import { momentWords } from '../words/time.ts'

const wordsOf = {
  zh: {
    caption: '谁看过这件工单',
    when: '时间',
    who: '谁',
    what: '看了什么',
    why: '理由',
    from: '从哪里',
    note: '看过、搜到、打开号码、下载和导出都在这里，删不掉也改不了。',
    machine: '接口',
  },
  en: {
    caption: 'Who saw this order',
    when: 'When',
    who: 'Who',
    what: 'What',
    why: 'Reason',
    from: 'From',
    note: 'Every sight, search, opened number, download and export stands here; nobody can remove it.',
    machine: 'a system',
  },
}

const WHAT: Record<string, Words> = {
  view: { zh: '查看', en: 'read' },
  unmask: { zh: '打开', en: 'opened' },
  file: { zh: '下载附件', en: 'downloaded a file' },
  search: { zh: '搜到', en: 'found' },
  export: { zh: '导出', en: 'exported' },
  act: { zh: '办理', en: 'acted' },
}
const FIELD: Record<string, Words> = {
  order: { zh: '工单', en: 'the order' },
  timeline: { zh: '经过', en: 'the story' },
  events: { zh: '原始事件', en: 'raw events' },
  'masked-appellant': { zh: '遮住的诉求人信息', en: 'the masked citizen' },
  name: { zh: '姓名', en: 'the name' },
  contact: { zh: '电话', en: 'the phone' },
  'id-number': { zh: '证件号', en: 'the identity number' },
  phone: { zh: '按号码', en: 'by number' },
  'same-caller': { zh: '同一来电人', en: 'of the same caller' },
  'task-sheet': { zh: '工单 DOCX', en: 'the DOCX' },
  original: { zh: '原件', en: 'the original' },
  clean: { zh: '去除位置的副本', en: 'the copy without place' },
}

type View = ReplyOf<typeof orderViews>['views'][number]

function useWhat(): (view: View) => string {
  const say = useSay()
  return ({ what, fields }) => {
    const named = fields.filter((field) => !/^[0-9a-f]{64}$/.test(field) && what !== 'act')
    const told = named.map((field) => say(FIELD[field] ?? { zh: field, en: field }))
    return `${say(WHAT[what] ?? { zh: what, en: what })} ${told.join(say({ zh: '、', en: ', ' }))}`.trim()
  }
}

/** One opening of the page reads several parts within a moment: told as one look, with all that was seen. */
const ONE_LOOK_MS = 60_000

function looks(views: readonly View[]): { n: number; view: View }[] {
  const told: { n: number; view: View }[] = []
  for (const [n, view] of views.entries()) {
    const last = told.at(-1)?.view
    const again =
      last !== undefined &&
      view.what === 'view' &&
      last.what === 'view' &&
      last.actor === view.actor &&
      last.ip === view.ip &&
      Date.parse(view.at) - Date.parse(last.at) < ONE_LOOK_MS
    if (again) told.splice(-1, 1, { n, view: { ...view, fields: [...new Set([...last.fields, ...view.fields])] } })
    else told.push({ n, view })
  }
  return told
}

export function ViewsTab({ views }: { views: readonly View[] }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const whatOf = useWhat()
  const numbered = looks(views).toReversed()
  return (
    <>
      <p className="xs m3">{words.note}</p>
      <table className="tbl viewstable">
        <caption className="sr">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.from}</th>
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ n, view }) => (
            <tr key={n}>
              <td>{momentWords(view.at, now, language)}</td>
              <td>
                {view.name ?? words.machine}{' '}
                {view.role !== null && <span className="m3">{say(roleWords[view.role])}</span>}
              </td>
              <td className={view.what === 'unmask' ? 'c-amber' : undefined}>{whatOf(view)}</td>
              <td className="wraps">{view.reason}</td>
              <td className="m3">{view.ip}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
