import { describe, expect, test } from 'vitest'
import { comparePlaces } from './compare-places.ts'
import { placeNames } from './place-names.ts'

const names = (title: string, content = '') => placeNames(title, content).map(({ whole, kind }) => `${kind} ${whole}`)

describe('names of places', () => {
  test.each<[string, string[]]>([
    ['反映翠竹苑小区三栋电梯故障', ['estate 翠竹苑小区']],
    ['投诉和顺家园附近烧烤店油烟', ['estate 和顺家园']],
    ['建设北路路灯不亮', ['road 建设北路']],
    ['上坝村低保名额不公示', ['village 上坝村']],
    ['永和街井盖缺失', ['road 永和街']],
    ['小太阳幼儿园虐待儿童', ['site 小太阳幼儿园']],
    ['宏达建筑有限公司欠薪三个月', ['site 宏达建筑有限公司']],
    ['12路公交晚点严重', ['line 12路']],
    ['桃园路坑洼不平', ['road 桃园路']],
    ['城东街道办证窗口态度差', ['town 城东街道']],
  ])('%s', (title, wanted) => {
    expect(names(title)).toEqual(wanted)
  })

  test.each(['铁路职工待遇', '请政府解决搅拌站扰民', '希望领导重视小区停车', '', '!!!', '😡', 'a'.repeat(2000)])(
    'none in %s',
    (title) => {
      expect(names(title)).toEqual([])
    },
  )

  test('a text of nothing but ends is read in bounded time, to 24 names at most', () => {
    const many = Array.from({ length: 300 }, (_, i) => `甲${String.fromCharCode(0x4e00 + i)}小区`).join('，')
    expect(placeNames(many, many)).toHaveLength(24)
  })
})

describe('whether two texts speak of one place', () => {
  const placed = (title: string, content = '') => ({
    names: placeNames(title, content),
    text: `${title}\n${content}`,
  })
  const stand = (a: string, b: string) => comparePlaces(placed(a), placed(b)).stand

  test.each<[string, string, string]>([
    ['翠竹苑小区电梯坏了', '翠竹苑三栋电梯又困人', 'same'],
    ['丽水山庄违建', '湖滨路丽水山庄顶楼违建', 'same'],
    ['翠竹苑小区电梯坏了', '金桂园小区电梯坏了', 'different'],
    ['湖滨路翠竹苑小区停水', '湖滨路金桂园小区停水', 'different'],
    ['环城南路扬尘', '环城北路扬尘', 'different'],
    ['第三中学补课', '第八中学补课', 'different'],
    ['人民医院排队', '人民公园器材损坏', 'unknown'],
    ['12路公交晚点', '27路公交晚点', 'different'],
    ['翠竹苑小区电梯坏了', '建设北路路灯不亮', 'unknown'],
    ['城东街道停水', '城西街道停水', 'different'],
    ['城东街道停水', '城东街道路灯不亮', 'unknown'],
    ['咨询社保转移', '咨询医保转移', 'unknown'],
  ])('%s · %s: %s', (a, b, wanted) => {
    expect(stand(a, b)).toBe(wanted)
    expect(stand(b, a)).toBe(wanted)
  })

  test('one mistyped character in a long name is a slip, in a short one another name', () => {
    expect(stand('香榭丽舍小区停水', '香谢丽舍小区停水')).toBe('same')
    expect(stand('金桂小区停水', '银桂小区停水')).toBe('different')
  })
})
