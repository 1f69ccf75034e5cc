import type { OrderView } from '#contract/views.ts'
import { useSay } from '../language.ts'
import { Tag } from '../ui/Tag.tsx'
import { ownershipWords, placeTypeWords, respondentTypeWords } from '../words/order.ts'

const NAMES = {
  placeType: { zh: '地点类型', en: 'Kind of place' },
  ownership: { zh: '权属', en: 'Ownership' },
  respondentType: { zh: '被诉主体类型', en: 'Against whom' },
}

/** What decides whose duty it is, where somebody said so: 小区内, 小区共有, 物业公司. */
export function NatureTags({ request }: Pick<OrderView, 'request'>) {
  const say = useSay()
  const { placeType, ownership, respondentType } = request
  return (
    <>
      {placeType !== null && <Tag title={say(NAMES.placeType)}>{say(placeTypeWords[placeType])}</Tag>}
      {ownership !== null && (
        <Tag title={say(NAMES.ownership)}>
          <span className="m3">{say(NAMES.ownership)}</span> {say(ownershipWords[ownership])}
        </Tag>
      )}
      {respondentType !== null && (
        <Tag title={say(NAMES.respondentType)}>{say(respondentTypeWords[respondentType])}</Tag>
      )}
    </>
  )
}
