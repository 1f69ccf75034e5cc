import type { NearRow } from '#contract/near.ts'
import type { SimilarOrder } from '#contract/seat.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { mergeWords } from '../merge/merge-words.ts'
import { ProposalLine } from '../merge/ProposalLine.tsx'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { orderStateWords } from '../words/order.ts'
import { dialogWords } from './dialog-words.ts'

export type Master = { id: string; no: string }

/** An order that may be the master: by its words, caller and place with the reasons, or found by number and kind. */
export type Mergeable = Pick<NearRow, 'id' | 'no' | 'title' | 'light' | 'state' | 'leadUnitName' | 'metres'> & {
  likeness: number
  where: string | null
  reasons: SimilarOrder['reasons']
  proposal: SimilarOrder['proposal']
}

export const fromNear = (row: NearRow): Mergeable => ({ ...row, where: row.regionName, reasons: [], proposal: null })
export const fromSimilar = (row: SimilarOrder): Mergeable => ({ ...row, likeness: row.score, where: row.categoryName })

export function MergeChoice({
  row,
  chosen,
  onChoose,
  onRefuse,
}: {
  row: Mergeable
  chosen: boolean
  onChoose: (one: Master) => void
  /** says that it is another matter; only of what is proposed */
  onRefuse: ((id: string) => void) | null
}) {
  const merge = useWords(mergeWords)
  const words = useWords(dialogWords)
  const say = useSay()
  const language = useLanguage()
  return (
    <li className={chosen ? 'on' : undefined}>
      <LightDot light={row.light} />
      <button type="button" className="ti" aria-pressed={chosen} onClick={() => onChoose(row)}>
        {row.title}
      </button>
      <span className="ck m2">{merge.alike(row.likeness.toFixed(2))}</span>
      <span className="me">
        <OrderNo no={row.no} />
        {row.where !== null && <span className="cut">{row.where}</span>}
        {row.metres !== null && row.reasons.length === 0 && <span>{words.metres(row.metres)}</span>}
        <span>
          {say(orderStateWords[row.state])} {row.leadUnitName}
        </span>
        {row.reasons.length > 0 && (
          <span className="cut why">{row.reasons.map(say).join(language === 'zh' ? '，' : ', ')}</span>
        )}
      </span>
      {row.proposal !== null && (
        <span className="me proposed">
          <ProposalLine order={{ proposal: row.proposal, score: row.likeness }} />
          {onRefuse !== null && (
            <button type="button" className="link xs nw" onClick={() => onRefuse(row.id)}>
              {merge.refuse}
            </button>
          )}
        </span>
      )}
    </li>
  )
}
