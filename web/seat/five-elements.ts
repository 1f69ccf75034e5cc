import type { SeatForm } from './seat-form.ts'

export const elements = ['time', 'place', 'person', 'course', 'cause'] as const
export type Element = (typeof elements)[number]

const TIME =
  /\d{1,2}\s*[月日号点时:：]|[今昨前明]天|[早上中下晚]午|[早晚]上|凌晨|夜[里间]|周[一二三四五六日天]|[上这本]周|月[初底]|近日|最近|一直|连续|每[天晚]|\d+\s*(天|小时|分钟|个月|年)/
const CAUSE = /因为|由于|原因|导致|造成|引起|以致|所以|据说|怀疑|可能是/

/** Whether the text says when, where, who, what happened and why (五要素). A hint to ask, never a bar to submitting. */
export function elementsOf(form: SeatForm): Record<Element, boolean> {
  const text = `${form.title} ${form.content}`
  return {
    time: form.occurredAt.trim() !== '' || TIME.test(text),
    place: form.place !== null || form.address.trim() !== '',
    person: form.anonymous || form.name.trim() !== '' || form.callerPhone.trim() !== '',
    course: form.content.trim().length >= 15,
    cause: CAUSE.test(form.content),
  }
}
