import { expect, test } from 'vitest'
import { hoursOf, type PostForm, timeOf, untilIsOver, untilOf } from './post-form.ts'

const form: PostForm = { post: 'main', own: true, from: '08:00', to: '20:00', away: false, until: '' }

test('a time is read as people type it, and nothing else is made into one', () => {
  expect(['8:00', '08:00', '８：００', '800', '8.30', '24:00'].map(timeOf)).toEqual([
    '08:00',
    '08:00',
    '08:00',
    '08:00',
    '08:30',
    '24:00',
  ])
  expect(timeOf(' 早上八点 ')).toBe('早上八点')
})

test('hours of one’s own are whole and not empty; over midnight is a span too', () => {
  expect(hoursOf(form)).toEqual({ ok: true, hours: { from: '08:00', to: '20:00' } })
  expect(hoursOf({ ...form, from: '22:00', to: '6:00' })).toEqual({ ok: true, hours: { from: '22:00', to: '06:00' } })
  expect(hoursOf({ ...form, from: '25:00' })).toEqual({ ok: false, fault: 'from' })
  expect(hoursOf({ ...form, to: '' })).toEqual({ ok: false, fault: 'to' })
  expect(hoursOf({ ...form, to: '8:00' })).toEqual({ ok: false, fault: 'same' })
  expect(hoursOf({ ...form, own: false, to: '' })).toEqual({ ok: true, hours: null })
})

test('an absence may be open; its last day counts only for whoever is away, and is not behind us', () => {
  expect(untilOf({ ...form, away: true })).toBeNull()
  expect(untilOf({ ...form, away: true, until: '2026-03-05' })).toBe('2026-03-05')
  expect(untilOf({ ...form, until: '2026-03-05' })).toBeNull()
  const away = { ...form, away: true, until: '2026-03-05' }
  expect(['2026-03-04', '2026-03-05', '2026-03-06'].map((today) => untilIsOver(away, today))).toEqual([
    false,
    false,
    true,
  ])
  expect(untilIsOver({ ...away, away: false }, '2026-03-06')).toBe(false)
})
