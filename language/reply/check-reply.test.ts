import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReply } from './check-reply.ts'
import { faultScores } from './fault-scores.ts'
import { LABELLED } from './labelled.fixture.ts'
import type { Reply } from './reply.ts'
import { DIMENSIONS, scoreReply } from './score-reply.ts'

const seen = LABELLED.map(({ reply, faults }) => ({ faults, found: checkReply(reply).map(({ code }) => code) }))

test.each(faultScores(seen))('$code: found $found of $labelled', ({ labelled, precision, recall }) => {
  expect(labelled).toBeGreaterThanOrEqual(12)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.85)
})

test('each finding lies on its sentence, and a wish that is not taken up on the wish', () => {
  const [sound] = LABELLED
  if (sound === undefined) throw new Error('no example')
  const publicReply = '您好：路灯已更换电缆并修复。我们将持续关注。'
  const findings = checkReply({ ...sound.reply, publicReply })
  const { demand } = sound.reply
  expect(
    findings.map(({ code, field, from, to }) => [code, (field === 'demand' ? demand : publicReply)?.slice(from, to)]),
  ).toEqual([
    ['unanswered', '说明拖延原因'],
    ['empty', '我们将持续关注。'],
  ])
})

test('a sound reply has better marks than an empty one, in each dimension but none below zero', () => {
  const [sound] = LABELLED
  if (sound === undefined) throw new Error('no example')
  const marks = (reply: Reply) => scoreReply(reply, checkReply(reply))
  const good = marks(sound.reply)
  const bad = marks({ ...sound.reply, publicReply: '我单位高度重视，将积极协调，持续关注。', contacted: false })
  for (const name of DIMENSIONS) expect([name, good[name].score > bad[name].score]).toEqual([name, true])
  expect(DIMENSIONS.map((name) => bad[name].score).every((score) => score >= 0)).toBe(true)
})

test('whatever is written is answered, spans within their texts', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'我已修复路灯。高度重视《法》将于X 王先生1380000\n'), maxLength: 80 }),
  )
  const solved = fc.constantFrom('solved', 'partly', 'unsolved', 'explained', 'planned', null)
  fc.assert(
    fc.property(text, text, fc.option(text), solved, (publicReply, content, demand, solved) => {
      const reply: Reply = {
        title: '',
        content,
        demand,
        handling: '',
        publicReply,
        solved,
        solvedReason: null,
        policyBasis: null,
        contacted: false,
        earlier: [content],
      }
      const findings = checkReply(reply)
      const texts = { publicReply, content, demand: demand ?? '', handling: '' }
      expect(findings.every(({ field, from, to }) => from >= 0 && to <= texts[field].length && from < to)).toBe(true)
      const score = scoreReply(reply, findings)
      expect(DIMENSIONS.every((name) => score[name].score >= 0 && score[name].score <= 100)).toBe(true)
    }),
  )
})

test.each(['王', '高度重视。', '《', '将于', 'x'])('a hundred thousand characters of %j end', (piece) => {
  const publicReply = piece.repeat(100_000 / piece.length)
  const [sound] = LABELLED
  if (sound === undefined) throw new Error('no example')
  const reply = { ...sound.reply, publicReply, content: publicReply, demand: null }
  expect(scoreReply(reply, checkReply(reply)).relevance.score).toBeLessThanOrEqual(100)
})
