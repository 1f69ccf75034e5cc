import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { names } from './gazetteer.fixture.ts'
import { type Facts, readFacts } from './read-facts.ts'
import { weighRequestTypes } from './request-type.ts'
import { weighUrgency } from './urgency.ts'

const NOW = '2026-11-25T08:00:00Z'
const read = (text: string) => readFacts(text, { names, now: NOW, home: null })
type Kind = Exclude<keyof Facts, 'places'>
const said = (kind: Kind, text: string) =>
  read(text)[kind].map(({ from, to, value }) => [text.slice(from, to), value] as const)

describe('money', () => {
  test.each([
    ['欠我们一万二没给', '一万二', 12_000, null],
    ['罚款3.5万元', '3.5万元', 35_000, null],
    ['两三百块钱一天', '两三百块钱', 200, 300],
    ['收费15元/小时', '15元', 15, null],
    ['要３０００元押金', '３０００元', 3000, null],
    ['每平米1,200.5元', '1,200.5元', 1200.5, null],
  ])('%s', (text, words, yuan, upTo) => {
    expect(said('amounts', text)).toEqual([[words, { yuan, upTo, about: expect.any(Boolean) }]])
  })
  test.each(['元旦放假', '门口堆了两块砖', '一块空地', '拖欠八十多名司机运费', '枫丹花园2栋'])('%s is none', (text) => {
    expect(said('amounts', text)).toEqual([])
  })
})

describe('people', () => {
  test.each([
    ['二十多人被欠薪', '二十多人', { count: 20, unit: 'person', about: true }],
    ['全村300户停水', '300户', { count: 300, unit: 'household', about: false }],
    ['一家五口', '一家五口', { count: 5, unit: 'person', about: false }],
  ])('%s', (text, words, value) => {
    expect(said('headcounts', text)).toEqual([[words, value]])
  })
  test.each(['第三人民医院', '3栋402户', '有一个人', '一楼住户'])('%s counts nobody', (text) => {
    expect(said('headcounts', text)).toEqual([])
  })
})

describe('time', () => {
  test.each([
    ['昨晚十一点半', '2026-11-24T23:30', null],
    ['上周三下午三点', '2026-11-18T15:00', null],
    ['今年三月', '2026-03-01', '2026-03-31'],
    ['2026年3月5日上午9点', '2026-03-05T09:00', null],
    ['去年', '2025-01-01', '2025-12-31'],
    ['12月30日', '2025-12-30', '2025-12-30'],
    ['三天前', '2026-11-22', '2026-11-22'],
    ['国庆期间', '2026-10-01', '2026-10-07'],
  ])('%s', (text, from, to) => {
    expect(said('times', text)).toEqual([[text, { from, to }]])
  })
  test.each(['一点问题都没有', '今年七十八岁', '小时候', '三年级', '有点吵'])('%s says none', (text) => {
    expect(said('times', text)).toEqual([])
  })
  test.each([
    ['每晚十点到凌晨', { every: 'night', from: '22:00', to: '00:00' }],
    ['每天中午12点至下午2点', { every: 'day', from: '12:00', to: '14:00' }],
    ['每周末早上六点', { every: 'weekend', from: '06:00', to: null }],
    ['隔三差五', { every: 'often', from: null, to: null }],
    ['晚上七点到早上六点', { every: 'night', from: '19:00', to: '06:00' }],
  ])('again and again: %s', (text, value) => {
    expect(said('recurrences', text)).toEqual([[text, value]])
  })
  test.each([
    ['三个月了没人管', '三个月了', { amount: 3, unit: 'month' }],
    ['停水两天', '两天', { amount: 2, unit: 'day' }],
    ['半年没发工资', '半年', { amount: 0.5, unit: 'year' }],
  ])('how long: %s', (text, words, value) => {
    expect(said('durations', text)).toEqual([[words, value]])
  })
  test.each(['三天内答复', '2024年', '三年级', '5月'])('%s lasts not', (text) => {
    expect(said('durations', text)).toEqual([])
  })
})

describe('danger', () => {
  test.each([
    ['楼道里有很浓的煤气味', 'gas-leak', false],
    ['担心会着火', 'fire', true],
    ['路面塌陷一个大坑', 'collapse', false],
    ['电线掉在地上', 'electric-leak', false],
    ['我不想活了', 'self-harm', false],
    ['业主要拉横幅', 'group', false],
  ])('%s is %s', (text, of, feared) => {
    expect(said('safety', text).map(([, value]) => value)).toEqual([{ class: of, feared }])
  })
  test.each(['家里没有漏气', '燃气公司收费', '消防演练', '没有人受伤', '危房改造政策', '火灾保险'])(
    '%s is none',
    (text) => {
      expect(said('safety', text)).toEqual([])
    },
  )
})

test.each([
  ['投诉云川市鑫禾商贸有限公司拖欠工资', '云川市鑫禾商贸有限公司', 'company'],
  ['枫丹花园物业不作为', '枫丹花园物业', 'property'],
  ['枫丹花园门口的鑫禾便利店卖过期食品', '鑫禾便利店', 'shop'],
  ['众和建筑劳务公司欠薪', '众和建筑劳务公司', 'company'],
  ['名叫“四季源”的饭店', '四季源', 'shop'],
  ['302路公交车司机态度差', '302路公交车', 'vehicle'],
])('in %s the respondent is %s', (text, name, sort) => {
  expect(said('respondents', text)).toEqual([[name, { sort, likelihood: expect.any(Number) }]])
})
test.each([
  '装修公司跑路',
  '楼下烧烤店噪音大',
  '物业费太高',
  '快递员丢件',
  '学校食堂',
  '我之前找过物业没人管',
  '问了几家装修公司',
])('%s names nobody', (text) => {
  expect(said('respondents', text)).toEqual([])
})

test.each([
  ['噪音大。希望有关部门尽快处理，谢谢！', '希望有关部门尽快处理', 'request'],
  ['电梯坏了，请维修。', '请维修', 'request'],
  ['物业要求我们交费。请问这合理吗？', '请问这合理吗？', 'question'],
  ['诉求：退还押金。', '诉求：退还押金', 'request'],
])('in %s the demand is %s', (text, words, form) => {
  expect(read(text).demands.map(({ from, to, value }) => [text.slice(from, to), value.form])).toEqual([[words, form]])
})
test('what was thanked for at the end, denied, or only a polite end is no feeling', () => {
  expect(said('emotions', '感谢！')).toEqual([])
  expect(said('emotions', '我不担心')).toEqual([])
  expect(said('emotions', '太过分了！！')).toEqual([['太过分', { mood: 'angry', level: 2 }]])
})

test('a personal number shows its mask only', () => {
  const text = '电话13800001234'
  const [one] = read(text).personal
  expect(one).toMatchObject({ from: 2, to: 13, value: { kind: 'phone', masked: '138****1234' } })
  expect(JSON.stringify(read(text))).not.toContain('13800001234')
})

const first = (text: string) => weighRequestTypes([{ field: 'content', plain: text, text }])[0]
test.each([
  ['投诉楼上装修噪音', 'complaint'],
  ['举报一家无证诊所', 'report'],
  ['咨询医保怎么报销', 'consult'],
  ['建议在路口增设红绿灯', 'suggestion'],
  ['表扬社区工作人员', 'praise'],
  ['水管爆了请派人抢修', 'help'],
])('%s is a %s', (text, type) => {
  expect(first(text)?.value).toBe(type)
  expect(first(text)?.words.length).toBeGreaterThan(0)
})
test('an earlier complaint does not make a question one', () => {
  expect(first('之前投诉过一次，请问现在办到哪一步了？')?.value).toBe('consult')
})

const urgency = (text: string) => {
  const safety = read(text).safety.map((one) => ({
    ...one,
    field: 'content' as const,
    text: text.slice(one.from, one.to),
  }))
  return weighUrgency([{ field: 'content', plain: text, text }], safety)[0]?.value
}
test.each([
  ['楼道里有很浓的煤气味', 'critical'],
  ['井盖不见了', 'urgent'],
  ['咨询燃气泄漏演练什么时候办', 'normal'],
  ['楼道里没有漏气', 'normal'],
])('%s is %s', (text, expected) => {
  expect(urgency(text)).toBe(expected)
})

const spansOf = (facts: Facts): (readonly { from: number; to: number }[])[] => Object.values(facts)

describe('whatever comes', () => {
  const SCRAPS = [
    '枫丹花园',
    '每晚十点',
    '3栋',
    '13800001234',
    '着火',
    '😀',
    '\ud800',
    '，',
    'A',
    '一万',
    '<b>',
    '錦',
    '\u0000',
    '公司',
  ]
  const wild = fc.array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 30,
  })
  test('finds lie within the text, in its order, and it never throws', () => {
    fc.assert(
      fc.property(wild, (parts) => {
        const text = parts.join('')
        for (const found of spansOf(read(text))) {
          let last = 0
          for (const { from, to } of found) {
            expect(from).toBeGreaterThanOrEqual(last)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(text.length)
            last = from
          }
        }
        const types = weighRequestTypes([{ field: 'content', plain: text, text }])
        expect(types.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1)
      }),
      { numRuns: 200 },
    )
  })

  test.each(['花园', '店', '一', '每', '请', '9', '号楼', '投诉向', '公司', 'a', '，'])(
    'a hundred thousand characters of %s are read to their bound',
    (part) => {
      const found = read(part.repeat(100_000 / part.length))
      for (const list of spansOf(found)) for (const { to } of list) expect(to).toBeLessThanOrEqual(10_000)
    },
  )
})
