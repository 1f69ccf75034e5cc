import { describe, expect, test } from 'vitest'
import { signatureOf } from '../same/signature.ts'
import { EMPTY_TABLE } from '../same/word-table.ts'
import { dutiesFor, dutyIndex, tellingWords } from './duty-words.ts'
import { sharedWords, termsOf } from './shared-terms.ts'

const index = dutyIndex([
  { unit: 'water', name: '自来水公司', duty: '负责城区供水、水压、水质和爆管抢修，办理水费。' },
  { unit: 'works', name: '市政工程处', duty: '负责道路、井盖、路灯的维护。' },
  { unit: 'street', name: '城东街道', duty: '负责辖区内物业纠纷调解和社区事务。' },
  { unit: 'street-2', name: '城西街道', duty: '负责辖区内物业纠纷调解和社区事务。' },
])

describe('duties', () => {
  test('the unit whose duty says what the citizen says comes first, with the words', () => {
    const [first] = dutiesFor(index, '小区水压太低，水质发黄')
    expect(first).toMatchObject({ unit: 'water' })
    expect(first?.words).toEqual(expect.arrayContaining(['水压', '水质']))
    expect(first?.match).toBeGreaterThan(0)
    expect(first?.match).toBeLessThan(1)
  })

  test('a word that many say tells less than one of a single unit', () => {
    const of = (text: string) => dutiesFor(index, text)[0]?.match ?? 0
    expect(of('路灯不亮')).toBeGreaterThan(of('物业'))
  })

  test.each(['', '!!!', 'abc 123', '😡', '负责办理相关工作', '水'.repeat(100_000), '\ud83d'])(
    '%j: a defined answer',
    (text) => {
      expect(dutiesFor(index, text).every(({ match }) => match > 0 && match < 1)).toBe(true)
    },
  )
})

test('words in common are those of the text that the signature holds, each once', () => {
  const theirs = signatureOf({ title: '井盖异响', content: '路口井盖翘起，车过就响' }, EMPTY_TABLE)
  expect(sharedWords(termsOf('井盖翘起来了，夜里井盖很响'), theirs)).toContain('井盖')
  expect(sharedWords(termsOf('食堂饭菜有异味'), theirs)).toEqual([])
  expect(tellingWords('井盖井盖')).toEqual(['井盖'])
})
