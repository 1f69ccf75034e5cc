import { Link } from '@tanstack/react-router'
import type { SearchHit, Snippet } from '#contract/search-all.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Due, Short } from '../list/cells.tsx'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Tag } from '../ui/Tag.tsx'
import { orderStateWords } from '../words/order.ts'
import { dateWords } from '../words/time.ts'
import { Marked } from './Marked.tsx'
import { searchPageWords } from './search-page-words.ts'

type Place = { row: number; on: boolean; onFocus: () => void }

const titleOf = (snippets: readonly Snippet[]): Snippet | undefined => snippets.find(({ field }) => field === 'title')
const othersOf = (snippets: readonly Snippet[]): readonly Snippet[] => snippets.filter(({ field }) => field !== 'title')

/** One find: what it is, its title, where the words stand in it, and how it stands now. */
export function HitRow({ hit, ...place }: { hit: SearchHit } & Place) {
  return hit.kind === 'knowledge' ? <KnowledgeHit hit={hit} {...place} /> : <OrderHit hit={hit} {...place} />
}

function Texts({ snippets }: { snippets: readonly Snippet[] }) {
  const words = useWords(searchPageWords)
  return othersOf(snippets).map((snippet) => (
    <p key={snippet.field} className="found">
      {snippet.field !== 'content' && snippet.field !== 'reply' && (
        <span className="m3">{words.fields[snippet.field]} </span>
      )}
      <Marked {...snippet} />
    </p>
  ))
}

function OrderHit({ hit, row, on, onFocus }: { hit: Exclude<SearchHit, { kind: 'knowledge' }> } & Place) {
  const words = useWords(searchPageWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { order } = hit
  const title = titleOf(hit.snippets)
  return (
    <li className={on ? 'on' : undefined}>
      <LightDot light={order.light} />
      <Link
        to="/orders/$orderId"
        params={{ orderId: order.id }}
        className="ti"
        title={title?.text ?? order.title}
        data-row={row}
        onFocus={onFocus}
      >
        {title === undefined ? order.title : <Marked {...title} />}
      </Link>
      <span className="ck">
        <Due due={order.citizenDue} ended={order.endedAt !== null} />
      </span>
      <Texts snippets={hit.snippets} />
      <span className="me">
        {hit.kind === 'replies' && <Tag>{hit.assignment === null ? words.own : words.by(hit.by)}</Tag>}
        <OrderNo no={order.no} />
        <span className="cut">
          <Short name={order.regionName} />
        </span>
        <span>{dateWords(order.receivedAt, now, language)}</span>
        <span>{say(orderStateWords[order.state])}</span>
      </span>
    </li>
  )
}

function KnowledgeHit({ hit, row, on, onFocus }: { hit: Extract<SearchHit, { kind: 'knowledge' }> } & Place) {
  const words = useWords(searchPageWords)
  const { item } = hit
  const title = titleOf(hit.snippets)
  return (
    <li className={on ? 'on' : undefined}>
      <span className="sign">
        <Icon name="book" />
      </span>
      <Link
        to={'/knowledge' as string}
        search={{ item: item.id } as never}
        className="ti"
        title={item.title}
        data-row={row}
        onFocus={onFocus}
      >
        {title === undefined ? item.title : <Marked {...title} />}
      </Link>
      <span className="ck" />
      <Texts snippets={hit.snippets} />
      <span className="me">
        <Tag>{words.knowledge}</Tag>
        <span className="cut">{item.categoryName}</span>
        <span className="cut">{item.ownerUnitName}</span>
      </span>
    </li>
  )
}
