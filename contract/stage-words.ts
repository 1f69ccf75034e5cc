import type { Order } from '#domain/order/order.ts'

type Words = { zh: string; en: string }

const IN_HANDLING: Words = { zh: '办理中', en: 'In handling' }

/**
 * All a citizen is ever told about where a matter stands (domain.md §3.5 rule (c)): the internal states, with their
 * returns and reviews, stay inside.
 */
export function stageWords(order: Order, unitName: (id: string) => string): Words {
  const lead = order.assignments.findLast((a) => a.role === 'lead')
  const unit = lead === undefined ? '' : unitName(lead.unit)
  switch (order.state) {
    case 'draft':
    case 'pending-review':
    case 'pending-dispatch':
      // Given back by a unit, it is dispatched again: whose it is, is the city's own business.
      return order.firstSent === null ? { zh: '已受理', en: 'Accepted' } : IN_HANDLING
    case 'in-adjudication':
      return IN_HANDLING
    case 'in-handling':
    case 'pending-reply-review':
    case 'suspended': {
      if (lead?.contactedAt != null)
        return { zh: `${unit} 已联系，办理中`, en: `${unit} has contacted you and is handling it` }
      return { zh: `已派单至 ${unit}`, en: `Dispatched to ${unit}` }
    }
    case 'rework':
      return { zh: `${unit} 重办中`, en: `${unit} is doing it again` }
    case 'pending-callback':
      return { zh: '已答复', en: 'Answered' }
    case 'answered':
      return { zh: '已答复', en: 'Answered' }
    case 'not-accepted':
      return { zh: '不属受理范围，已告知途径', en: 'Outside the hotline’s scope; you were told the proper way' }
    case 'transferred':
      return { zh: '已转接', en: 'Transferred' }
    case 'merged':
      return { zh: '已受理，与同类诉求合并办理', en: 'Accepted, handled together with the same matter of others' }
    case 'withdrawn':
      return { zh: '已撤单', en: 'Withdrawn at your wish' }
    case 'closed':
    case 'archived':
      return { zh: '已办结', en: 'Closed' }
  }
}
