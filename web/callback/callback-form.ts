import { z } from 'zod'
import { againstClosing, againstRework, isDissatisfied } from '#domain/callback/record-callback.ts'
import type { CallbackAnswers } from '#domain/order/event.ts'

const Said = z.enum(['yes', 'no', 'unsaid'])
const Mark = z.enum(['1', '2', '3', '4', '5', 'unsaid'])

/** The call as it is being taken down; null: not asked yet. `unsaid`: asked, and the citizen did not say. */
export const CallForm = z.object({
  reached: z.enum(['answered', 'no-answer', 'refused', 'wrong-number']).nullable(),
  contacted: Said.nullable(),
  replyTrue: Said.nullable(),
  solved: z.enum(['yes', 'partly', 'no', 'unsaid']).nullable(),
  satisfaction: Mark.nullable(),
  attitude: Mark.nullable(),
  reason: z.string(),
  opinion: z.string(),
  note: z.string(),
  /** ISO; empty: as the city spreads its attempts */
  nextAt: z.string(),
})
export type CallForm = z.infer<typeof CallForm>

export const NO_CALL: CallForm = {
  reached: null,
  contacted: null,
  replyTrue: null,
  solved: null,
  satisfaction: null,
  attitude: null,
  reason: '',
  opinion: '',
  note: '',
  nextAt: '',
}

export type Question = 'reached' | 'contacted' | 'replyTrue' | 'solved' | 'satisfaction' | 'attitude'

/** Each question with its answers in the order of their keys: the mark of satisfaction is its own key, 0 is "did not say". */
export const questions: { [Q in Question]: readonly [string, NonNullable<CallForm[Q]>][] } = {
  reached: [
    ['1', 'answered'],
    ['2', 'no-answer'],
    ['3', 'refused'],
    ['4', 'wrong-number'],
  ],
  contacted: [
    ['1', 'yes'],
    ['2', 'no'],
    ['0', 'unsaid'],
  ],
  replyTrue: [
    ['1', 'yes'],
    ['2', 'no'],
    ['0', 'unsaid'],
  ],
  solved: [
    ['1', 'yes'],
    ['2', 'partly'],
    ['3', 'no'],
    ['0', 'unsaid'],
  ],
  satisfaction: [
    ['5', '5'],
    ['4', '4'],
    ['3', '3'],
    ['2', '2'],
    ['1', '1'],
    ['0', 'unsaid'],
  ],
  attitude: [
    ['5', '5'],
    ['4', '4'],
    ['3', '3'],
    ['2', '2'],
    ['1', '1'],
    ['0', 'unsaid'],
  ],
}
const ASKED = Object.keys(questions) as Question[]

/** Nobody is asked anything who was not reached. */
export const askedOf = (form: CallForm): readonly Question[] => (form.reached === 'answered' ? ASKED : ['reached'])

/** The first question without an answer: where a digit goes. */
export const openQuestion = (form: CallForm): Question | undefined => askedOf(form).find((one) => form[one] === null)

/** The form after a key on a question; the same form where the key means nothing there. */
export function answered(form: CallForm, question: Question, key: string): CallForm {
  const found = questions[question].find(([one]) => one === key)
  return found === undefined ? form : { ...form, [question]: found[1] }
}

const said = (value: z.infer<typeof Said> | null) => (value === 'yes' ? true : value === 'no' ? false : null)
const mark = (value: z.infer<typeof Mark> | null) => (value === null || value === 'unsaid' ? null : Number(value))
const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

const answersOf = (form: CallForm): CallbackAnswers => ({
  contacted: said(form.contacted),
  replyTrue: said(form.replyTrue),
  solved: form.solved === 'unsaid' ? null : form.solved,
  satisfaction: mark(form.satisfaction),
  attitude: mark(form.attitude),
  reason: orNull(form.reason),
  opinion: orNull(form.opinion),
})

export const dissatisfied = (form: CallForm): boolean => isDissatisfied(answersOf(form))

export type CallGap = Question | 'reason' | 'note' | 'rework-needs-ground' | 'rework-limit-reached'

/** Why the order cannot be closed now; null where it can. By the same rule the server decides with. */
export function againstClose(form: CallForm): CallGap | null {
  const open = openQuestion(form)
  if (open !== undefined) return open
  return againstClosing(answersOf(form), orNull(form.note)) === null ? null : 'note'
}

/** Why it cannot be ordered to be done again; the unit has to read what the citizen misses. */
export function againstRedo(form: CallForm, reworkCount: number, limit: number): CallGap | null {
  const open = openQuestion(form)
  if (open !== undefined) return open
  const against = againstRework({ reworkCount }, answersOf(form), limit)
  return against ?? (orNull(form.reason) === null ? 'reason' : null)
}

/** Why a merged order cannot become one of its own: whoever dispatches it reads why it is another matter. */
export const againstSplit = (form: CallForm): CallGap | null =>
  openQuestion(form) ?? (orNull(form.reason) === null && orNull(form.note) === null ? 'reason' : null)

/** What the endpoint takes, for a call that reached nobody. */
export const unreachedBody = (form: CallForm) => ({
  result: 'unreached' as const,
  channel: 'phone' as const,
  why: form.reached === 'answered' || form.reached === null ? ('no-answer' as const) : form.reached,
  nextAt: orNull(form.nextAt),
})

export const answeredBody = (form: CallForm, outcome: 'close' | 'rework' | 'split') => ({
  result: 'answered' as const,
  channel: 'phone' as const,
  answers: answersOf(form),
  outcome,
  note: orNull(form.note),
})
