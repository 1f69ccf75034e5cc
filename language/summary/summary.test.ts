import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../text/sentences.ts'
import { citizenSays } from './spoken.ts'
import { summarise } from './summarise.ts'
import { titleFrom } from './title.ts'
import { turnsOf } from './transcript.ts'

const CALL = `坐席：您好，云川12345，请问有什么可以帮您？
市民：喂，你好，那个，我想反映一下，我们白沙小区三栋的电梯坏了，都坏了五天了。
坐席：请问具体是哪个单元？
市民：嗯，二单元。
市民：老人下不了楼，物业一直说在等配件。
坐席：您联系过物业吗？
市民：对，打了好几次，物业那边说等配件，也不说什么时候能好。
市民：我希望你们督促物业尽快把电梯修好，给个准确的时间。
坐席：好的，我帮您登记。
市民：谢谢。`

describe('a transcript', () => {
  test('heads say who speaks; a line without one goes on', () => {
    const turns = turnsOf('坐席 1023：请讲\n【市民】：路灯不亮\n已经一周\n时间：晚上')
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['seat', '请讲'],
      ['citizen', '路灯不亮'],
      ['citizen', '已经一周'],
      ['citizen', '时间：晚上'],
    ])
  })

  test('what the citizen said is left: no seat, no greeting, no mere yes', () => {
    const said = citizenSays(CALL)
    expect(said).toBe(
      '我想反映一下，我们白沙小区三栋的电梯坏了，都坏了五天了。二单元。老人下不了楼，物业一直说在等配件。' +
        '打了好几次，物业那边说等配件，也不说什么时候能好。我希望你们督促物业尽快把电梯修好，给个准确的时间。',
    )
  })

  test('without heads it is all the citizen’s', () => {
    expect(citizenSays('井盖丢了\n请补上')).toBe('井盖丢了。请补上。')
  })

  test('every turn stands where it says', () => {
    const line = fc.constantFrom('坐席：您好', '  市民： 路灯坏了 ', '又坏了', '', '来电人:嗯', '第二天：没人')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.join('\n')
        for (const turn of turnsOf(text)) expect(text.slice(turn.from, turn.to)).toBe(turn.text)
      }),
    )
  })
})

describe('a summary', () => {
  test('says what is wrong and what is wanted, in the text’s own words and order', () => {
    const chosen = summarise(citizenSays(CALL), 60).map(({ text }) => text)
    expect(chosen).toEqual([
      '我想反映一下，我们白沙小区三栋的电梯坏了，都坏了五天了。',
      '我希望你们督促物业尽快把电梯修好，给个准确的时间。',
    ])
  })

  test('a short text is its own summary; a long sentence is cut at a comma', () => {
    expect(summarise('井盖丢了。').map(({ text }) => text)).toEqual(['井盖丢了。'])
    const long = `${'小区门口的垃圾三天没有人清运'.repeat(3)}，臭味很大，居民意见也很大，请安排清运`
    expect(summarise(long, 60).map(({ text }) => text)).toEqual([
      `${'小区门口的垃圾三天没有人清运'.repeat(3)}，臭味很大，居民意见也很大`,
    ])
  })

  test('what it gives stands in the text, within the room that was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 10, max: 200 }), (text, max) => {
        const chosen = summarise(text, max)
        for (const { text: said, from, to } of chosen) expect(text.slice(from, to)).toBe(said)
        expect(chosen.reduce((sum, { text: said }) => sum + said.length, 0)).toBeLessThanOrEqual(max)
      }),
    )
  })
})

describe('a title', () => {
  test('is the weightiest sentence without its opening', () => {
    expect(titleFrom('您好，我想反映一下，我们白沙小区三栋的电梯坏了五天。谢谢。')).toBe(
      '我们白沙小区三栋的电梯坏了五天',
    )
  })
  test.each(['', ' ', '。！？', '😀😀', '\u0000\ufffd', '<p></p>'.repeat(20_000), '漏水'.repeat(50_000)])(
    'of %.12j is short and whole',
    (text) => {
      const title = titleFrom(text)
      expect(title.length).toBeLessThanOrEqual(30)
      expect(title.isWellFormed()).toBe(true)
    },
  )
})

test('sentences end with their marks and keep their places', () => {
  const text = '漏水！ 没人管？\n  催了三次；…。'
  expect(sentencesOf(text).map(({ text: said }) => said)).toEqual(['漏水！', '没人管？', '催了三次；…。'])
  for (const one of sentencesOf(text)) expect(text.slice(one.from, one.to)).toBe(one.text)
})
