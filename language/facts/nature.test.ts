import { describe, expect, test } from 'vitest'
import type { CueText } from './cues.ts'
import { weighOwnerships } from './ownership.ts'
import { weighPlaceTypes } from './place-type.ts'
import { plainOf } from './plain.ts'
import { weighRespondentTypes } from './respondent-type.ts'

const texts = (content: string): CueText[] => [
  { field: 'title', text: '', plain: '' },
  { field: 'content', text: content, plain: plainOf(content) },
]

describe('where it is', () => {
  test.each([
    ['我们小区里的路灯坏了半个月', 'residential-area'],
    ['3栋2单元电梯停运，物业不管', 'residential-area'],
    ['楼道里堆满杂物，业主群里说了没人理', 'residential-area'],
    ['人行道上的井盖松动，车一压就响', 'road'],
    ['小区门口的马路边停满了大货车', 'road'],
    ['市政道路破损多处，坑坑洼洼', 'road'],
    ['河道里漂着大片垃圾，河边很臭', 'river'],
    ['工地半夜还在浇筑，塔吊声音很大', 'site'],
    ['楼下烧烤店油烟直排', 'shop'],
    ['菜市场摊位费乱涨', 'market'],
    ['学校食堂的饭菜不新鲜', 'school'],
    ['公园里的健身器材坏了', 'park'],
    ['村里的路没人修，村委会不管', 'village'],
  ])('%s: %s', (content, expected) => {
    const [first] = weighPlaceTypes(texts(content), null)
    expect(first?.value).toBe(expected)
    for (const { text, from, to } of first?.words ?? []) expect(content.slice(from, to)).toBe(text)
    expect(first?.words.length).toBeGreaterThan(0)
  })

  test('what lies at a known place is of its kind, and what lies outside its gate is the street', () => {
    const content = '枫丹花园南门外有摊贩'
    const span = { field: 'content', from: 0, to: 4, text: '枫丹花园' } as const
    const inside = weighPlaceTypes(texts(content), { kind: 'estate', span, after: '的水管' })
    const outside = weighPlaceTypes(texts(content), { kind: 'estate', span, after: '南门外有摊' })
    expect(inside[0]?.value).toBe('residential-area')
    expect(outside[0]?.value).toBe('road')
  })

  test('what is said of no place says nothing', () => {
    expect(weighPlaceTypes(texts('医保卡怎么补办'), null).every(({ probability }) => probability < 0.3)).toBe(true)
  })
})

test.each([
  ['这个井盖盖面上写着供水，应该是自来水公司的井盖', 'enterprise'],
  ['井盖字迹不清，不知道是哪家的', 'unknown'],
  ['小区里的路灯属于公共设施，一直没人修', 'community'],
  ['市政路灯不亮，是城市道路上的', 'municipal'],
  ['村集体的鱼塘被人填了', 'village'],
  ['我家的水管漏水', 'private'],
])('whose it is: %s: %s', (content, expected) => {
  expect(weighOwnerships(texts(content))[0]?.value).toBe(expected)
})

test.each([
  ['物业公司乱收费，保安态度差', 'property-company'],
  ['开发商延期交房', 'developer'],
  ['施工单位夜里打桩', 'builder'],
  ['楼下店家放音响招揽顾客', 'shop'],
  ['在平台网购退款不到账', 'platform'],
  ['公司拖欠工资三个月', 'employer'],
  ['驾校不退学费', 'school'],
  ['医院乱收费，医生态度恶劣', 'hospital'],
  ['自来水公司多收水费', 'public-enterprise'],
  ['街道办工作人员推诿', 'unit'],
  ['楼上邻居半夜跳操', 'person'],
])('who it is about: %s: %s', (content, expected) => {
  expect(weighRespondentTypes(texts(content), null)[0]?.value).toBe(expected)
})

test('a name found in the text says who it is about', () => {
  const span = { field: 'content', from: 0, to: 6, text: '鑫禾餐饮公司' } as const
  expect(weighRespondentTypes(texts('鑫禾餐饮公司的事'), { sort: 'property', span })[0]?.value).toBe('property-company')
})

/** A text of 2,000 characters is read while a person types. */
test('long and hostile texts end', () => {
  for (const piece of ['小区里', '啊', '不知道', '村', '路12号'])
    expect(weighPlaceTypes(texts(piece.repeat(2000)), null).length).toBeLessThanOrEqual(9)
  expect(weighOwnerships(texts('不知道'.repeat(2000))).length).toBeLessThanOrEqual(6)
})
