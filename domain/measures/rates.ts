import { z } from 'zod'
import { isLate } from '../deadline/clock.ts'
import type { Instant } from '../ids.ts'
import { type Assignment, leadOf, type Order } from '../order/order.ts'

/** 三率 (domain.md §9.3): response 响应, resolution 解决, satisfaction 满意. */
export const Rate = z.enum(['response', 'resolution', 'satisfaction'])
export type Rate = z.infer<typeof Rate>

/** How one closed order counts in one rate; `partly` is known only to resolution. */
export const rateSides = ['of', 'right', 'partly', 'wrong'] as const
export type RateSide = (typeof rateSides)[number]
/** 非常满意, 满意, 基本满意, 不满意, 非常不满意; the first three are satisfied. */
export const satisfactionLevels = [5, 4, 3, 2, 1] as const
type Verdict = Exclude<RateSide, 'of'>

type Says = (order: Order, lead: Assignment, when: Instant) => Verdict | null

/** Reached, as the citizen remembers it; who was not asked is taken at the unit's word, if it kept the contact limit. */
const response: Says = ({ request, clocks, lastCallback }, lead, when) => {
  if (request.anonymous || !request.replyWanted) return null
  const contact = clocks.find((c) => c.assignment === lead.id && c.code === 'C3')
  const inTime = contact === undefined || !isLate(contact, when)
  const reached = lastCallback?.contacted ?? ((lead.contactedAt !== null || lead.contactExempt) && inTime)
  return reached ? 'right' : 'wrong'
}

const SOLVED = { yes: 'right', partly: 'partly', no: 'wrong' } as const

const resolution = ({ request, lastCallback }: Order): Verdict | null => {
  const solved = request.requestType === 'consult' ? null : (lastCallback?.solved ?? null)
  return solved === null ? null : SOLVED[solved]
}

const satisfaction = ({ lastCallback }: Order): Verdict | null => {
  const mark = lastCallback?.satisfaction ?? null
  return mark === null ? null : mark >= 3 ? 'right' : 'wrong'
}

const says: Record<Rate, Says> = { response, resolution, satisfaction }

/** Of a merged order only what its caller says counts: the unit spoke with one of many. */
const merged: Record<Rate, (order: Order) => Verdict | null> = {
  response: ({ request, lastCallback }) => {
    const contacted = request.anonymous || !request.replyWanted ? null : (lastCallback?.contacted ?? null)
    return contacted === null ? null : contacted ? 'right' : 'wrong'
  },
  resolution,
  satisfaction,
}

/**
 * What an order that closed at `when` says about a rate, from the citizen's own last answer; units do not grade
 * themselves. Null: it is not counted there.
 */
export function verdictOf(order: Order, rate: Rate, when: Instant): Verdict | null {
  if (order.master !== null) return order.votes ? merged[rate](order) : null
  const lead = leadOf(order)
  return lead === undefined ? null : says[rate](order, lead, when)
}

/** Whether the order belongs to what `of` names: a side of a rate, or one of the marks, as in `satisfaction-5`. */
export function countsIn(order: Order, of: string, when: Instant): boolean {
  const [rate, side] = of.split('-')
  const level = satisfactionLevels.find((mark) => String(mark) === side)
  if (level !== undefined)
    return order.lastCallback?.satisfaction === level && verdictOf(order, 'satisfaction', when) !== null
  const known = Rate.options.find((one) => one === rate)
  const asked = rateSides.find((one) => one === side)
  return known !== undefined && asked !== undefined && isOnSide(verdictOf(order, known, when), asked)
}

const isOnSide = (verdict: Verdict | null, side: RateSide): boolean =>
  verdict !== null && (side === 'of' || side === verdict)
