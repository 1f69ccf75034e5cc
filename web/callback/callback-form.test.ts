import { expect, test } from 'vitest'
import { RecordCallback } from '#domain/callback/record-callback.ts'
import {
  againstClose,
  againstRedo,
  answered,
  answeredBody,
  CallForm,
  dissatisfied,
  NO_CALL,
  openQuestion,
  type Question,
  unreachedBody,
} from './callback-form.ts'

/** One digit after the other, each to the question that is open then. */
const typed = (digits: string, from: CallForm = NO_CALL): CallForm =>
  [...digits].reduce((form, digit) => {
    const open = openQuestion(form)
    return open === undefined ? form : answered(form, open, digit)
  }, from)

test('six digits take down a whole call', () => {
  const form = typed('111155')
  expect(form).toMatchObject({ reached: 'answered', contacted: 'yes', replyTrue: 'yes', solved: 'yes' })
  expect(form).toMatchObject({ satisfaction: '5', attitude: '5' })
  expect(openQuestion(form)).toBeUndefined()
  expect(CallForm.parse(form)).toEqual(form)
})

test.each([
  ['', 'reached'],
  ['1', 'contacted'],
  ['11', 'replyTrue'],
  ['110', 'solved'],
  ['1103', 'satisfaction'],
  ['11032', 'attitude'],
] as const)('after "%s" the open question is %s', (digits, question: Question) => {
  expect(openQuestion(typed(digits))).toBe(question)
  expect(againstClose(typed(digits))).toBe(question)
})

test('a digit that is no answer there changes nothing', () => {
  expect(answered(NO_CALL, 'reached', '9')).toBe(NO_CALL)
})

test('content: it can be closed, and has no ground for rework', () => {
  const form = typed('111155')
  expect(againstClose(form)).toBeNull()
  expect(againstRedo(form, 0, 2)).toBe('rework-needs-ground')
  expect(RecordCallback.parse(answeredBody(form, 'close'))).toMatchObject({ outcome: 'close', note: null })
})

test('not content: rework wants the reason and stops at the limit, closing wants a note', () => {
  const form = typed('111321')
  expect(dissatisfied(form)).toBe(true)
  expect(againstRedo(form, 0, 2)).toBe('reason')
  expect(againstRedo({ ...form, reason: '没修好' }, 0, 2)).toBeNull()
  expect(againstRedo({ ...form, reason: '没修好' }, 2, 2)).toBe('rework-limit-reached')
  expect(againstClose(form)).toBe('note')
  expect(againstClose({ ...form, note: '已按规定办理并说明' })).toBeNull()
})

test('not reached: nothing more is asked, and the body says why', () => {
  const form = typed('2')
  expect(openQuestion(form)).toBeUndefined()
  expect(RecordCallback.parse(unreachedBody(form))).toMatchObject({
    result: 'unreached',
    why: 'no-answer',
    nextAt: null,
  })
})
