import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type DeskTab, deskPool } from '#contract/desk.ts'
import { NothingOpen } from '../desk/NothingOpen.tsx'
import { PoolColumn } from '../desk/PoolColumn.tsx'
import { useDeskWalk } from '../desk/use-desk-walk.ts'
import { usePool } from '../desk/use-pool.ts'
import { TopSlot } from '../frame/top-slot.tsx'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { Segment } from '../ui/Segment.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { briefSpanWords } from '../words/time.ts'
import { OpenReview } from './OpenReview.tsx'
import type { ReviewDesk } from './review-search.ts'
import { reviewWords } from './review-words.ts'
import './review.css'

const route = getRouteApi('/review')
const DESKS = ['intake-review', 'reply-review'] as const

function Keys() {
  const { keys } = useWords(reviewWords)
  const shown = [
    { keys: ['J', 'K'], does: keys.move },
    { keys: ['C'], does: keys.claim },
    { keys: ['1'], does: keys.pass },
    { keys: ['2'], does: keys.back },
  ]
  const rest = [
    { keys: ['3'], does: keys.decline },
    { keys: ['Ctrl ⏎'], does: keys.send },
    { keys: ['D'], does: keys.desk },
    { keys: ['R'], does: keys.show },
  ]
  return <KeyHelp shown={shown} all={[...shown, ...rest]} />
}

/** Both reviews of the hotline on one page: requests before dispatch, replies before the citizen gets them. */
export function ReviewPage() {
  const words = useWords(reviewWords)
  const language = useLanguage()
  const now = useNow()
  const { desk = 'reply-review', tab = 'pool', order: open = null } = route.useSearch()
  const other: ReviewDesk = desk === 'reply-review' ? 'intake-review' : 'reply-review'
  const navigate = route.useNavigate()
  const pool = usePool(desk, tab)
  const { data: elsewhere } = useApi(
    deskPool,
    { params: { desk: other }, query: { tab: 'pool', limit: 1 } },
    { refetchInterval: 20_000 },
  )
  const go = useCallback(
    (id: string | null, replace = false) =>
      void navigate({ search: (last) => ({ ...last, order: id ?? undefined }), replace }),
    [navigate],
  )
  const { step, done } = useDeskWalk(pool, open, go)
  const turn = (to: ReviewDesk) => void navigate({ search: { desk: to } })
  useKeys({ j: () => step(1), k: () => step(-1), d: () => turn(other), r: pool.show })
  const counts = { [desk]: pool.data?.counts.pool, [other]: elsewhere?.counts.pool } as Record<
    ReviewDesk,
    number | undefined
  >
  const oldest = pool.data?.oldest ?? null
  const top = [
    words.waiting(counts['intake-review'] ?? 0, counts['reply-review'] ?? 0),
    oldest === null ? null : words.longest(briefSpanWords(now - Date.parse(oldest), language)),
  ]
  return (
    <Work layout="review" marked label={words.page}>
      <TopSlot>{top.filter((part) => part !== null).join(' · ')}</TopSlot>
      <PoolColumn<ReviewDesk>
        label={words.list}
        tabs={DESKS.map((value) => {
          const count = counts[value]
          return { value, label: words.desks[value], ...(count === undefined ? {} : { count }) }
        })}
        at={desk}
        onTab={turn}
        line={
          <Segment<DeskTab>
            label={words.which}
            value={tab}
            choices={(['pool', 'mine', 'done'] as const).map((value) => ({
              value,
              label: `${words.tabs[value]} ${pool.data?.counts[value] ?? ''}`.trim(),
            }))}
            onChange={(to) => void navigate({ search: { desk, tab: to } })}
          />
        }
        tab={tab}
        pool={pool}
        open={open}
        onOpen={go}
        empty={{ title: words.emptyTitle[desk][tab], words: words.emptyWords[tab] }}
        foot={<Keys />}
      />
      {open === null ? (
        <NothingOpen label={words.order} icon="review" title={words.nothingOpen}>
          {words.nothingOpenWords}
        </NothingOpen>
      ) : (
        <OpenReview
          key={`${desk} ${open}`}
          id={open}
          desk={desk}
          row={pool.rows.find(({ row }) => row.id === open)?.row}
          onDone={done}
        />
      )}
    </Work>
  )
}
