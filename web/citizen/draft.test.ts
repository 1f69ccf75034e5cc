import { expect, test } from 'vitest'
import { citizenSubmit } from '#contract/citizen.ts'
import { bodyOf, type Draft, isBlank, lacksOf, newDraft } from './draft.ts'

const whole: Draft = {
  ...newDraft(),
  text: '楼道灯不亮',
  address: '枫丹花园 3 号楼',
  spot: { by: 'words', region: '990101001001', path: '', lng: 111.39, lat: 33.9 },
  phone: '139 1111-2222',
}

test.each<[string, Partial<Draft>, string[]]>([
  ['nothing', {}, []],
  ['words', { text: ' \n' }, ['text']],
  ['fewer words', { text: '长'.repeat(2001) }, ['text-long']],
  ['a place', { spot: null }, ['place']],
  ['a phone', { phone: '' }, ['phone']],
  ['a phone of digits', { phone: '没有' }, ['phone-wrong']],
  ['no phone, of somebody unnamed', { phone: '', anonymous: true }, []],
  ['everything, the first thing first', { ...newDraft() }, ['text', 'place', 'phone']],
])('a draft lacks %s', (_, part, lacks) => {
  expect(lacksOf({ ...whole, ...part })).toEqual(lacks)
})

test.each<[string, Partial<Draft>]>([
  ['as it is', {}],
  ['with control characters, half an emoji and markup', { text: 'a\u0000\u001f<b>\ud83d 灯' }],
  ['of the greatest length', { text: '长'.repeat(2000), address: '长'.repeat(200) }],
  ['without a name', { anonymous: true, name: '周女士' }],
])('what is complete here is what the contract takes: %s', (_, part) => {
  const draft = { ...whole, ...part }
  expect(lacksOf(draft)).toEqual([])
  expect(citizenSubmit.body.safeParse(bodyOf(draft)).error).toBeUndefined()
})

test('who stays anonymous sends neither name nor number', () => {
  const sent = JSON.stringify(bodyOf({ ...whole, name: '周女士', anonymous: true }))
  expect(sent).not.toMatch(/周女士|1391111/)
  expect(bodyOf({ ...whole, anonymous: true }).request.confidential).toBe('all')
})

test('sent twice it is the same to the letter, and every draft has a key that nobody guesses', () => {
  expect(JSON.stringify(bodyOf(whole))).toBe(JSON.stringify(bodyOf({ ...whole })))
  expect(newDraft().key).toMatch(/^[0-9a-f]{32}$/)
  expect(newDraft().key).not.toBe(newDraft().key)
  expect([isBlank(newDraft()), isBlank(whole)]).toEqual([true, false])
})
