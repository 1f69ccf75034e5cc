import { describe, expect, test } from 'vitest'
import type { RecentMember } from '#db/alerts.ts'
import { burstsIn } from './find-bursts.ts'
import { identicalTo, likenessOf } from './find-identical.ts'

const row = (n: number, minutes: number, caller: string | null, matter = 'm'): RecentMember => ({
  matter,
  order_id: `o${n}`,
  state: 'pending-dispatch',
  received_at: new Date(Date.UTC(2026, 2, 2) + minutes * 60_000).toISOString(),
  caller,
})
const rule = { burst: 3, hours: 1 }
const found = (rows: readonly RecentMember[]) => burstsIn(rows, rule).map(({ orders, callers }) => [orders, callers])

describe('several callers of one matter within an hour', () => {
  test('three within the hour, at its very end too', () => {
    expect(found([row(1, 0, 'a'), row(2, 30, 'b'), row(3, 60, 'c')])).toEqual([[['o1', 'o2', 'o3'], 3]])
  })
  test('not three within an hour and a minute, nor one who calls three times', () => {
    expect(found([row(1, 0, 'a'), row(2, 30, 'b'), row(3, 61, 'c')])).toEqual([])
    expect(found([row(1, 0, 'a'), row(2, 10, 'a'), row(3, 20, 'a')])).toEqual([])
  })
  test('orders without a number are somebody by themselves; other matters are others', () => {
    expect(found([row(1, 0, null), row(2, 1, null), row(3, 2, 'a')])).toEqual([[['o1', 'o2', 'o3'], 3]])
    expect(found([row(1, 0, 'a', 'x'), row(2, 1, 'b', 'y'), row(3, 2, 'c', 'z')])).toEqual([])
  })
  test('of a long series the hour with the most callers stands for it', () => {
    const rows = [row(1, 0, 'a'), row(2, 50, 'b'), row(3, 70, 'c'), row(4, 80, 'd'), row(5, 90, 'e'), row(6, 300, 'f')]
    expect(found(rows)).toEqual([[['o2', 'o3', 'o4', 'o5'], 4]])
  })
})

describe('one text from many hands', () => {
  const letter = '强烈反对在江北花园旁边建设垃圾中转站，环评没有公示，请立即停工并公开全部审批材料'
  const text = (id: number, content = letter) => ({
    order_id: `o${id}`,
    body: `标题${id}\n${content}\n\n江北${id}栋\n`,
  })
  const others = (n: number) => Array.from({ length: n }, (_, i) => text(i + 1))
  const group = { likeness: 0.95, callers: 10 }
  test('ten are organised, nine are not, one hand ten times is not; titles and addresses do not matter', () => {
    expect(identicalTo(text(0), others(9), new Map(), group)?.callers).toBe(10)
    expect(identicalTo(text(0), others(8), new Map(), group)).toBeNull()
    const one = new Map(Array.from({ length: 12 }, (_, i) => [`o${i}`, 'a']))
    expect(identicalTo(text(0), others(11), one, group)).toBeNull()
  })
  test('a few words that everybody uses are no letter', () => {
    const short = (id: number) => text(id, '小区路灯不亮')
    expect(
      identicalTo(
        short(0),
        Array.from({ length: 20 }, (_, i) => short(i + 1)),
        new Map(),
        group,
      ),
    ).toBeNull()
  })
  test('the measure: the same 1, nothing in common 0, a letter with another sentence below the bar', () => {
    const of = (words: string) => new Set([...words].map((c) => c.codePointAt(0) ?? 0))
    expect(likenessOf(of('甲乙丙'), of('甲乙丙'))).toBe(1)
    expect(likenessOf(of('甲乙'), of('丙丁'))).toBe(0)
    const changed = others(9).map((one) => ({ ...one, body: one.body.replace('请立即', '我们小区业主三百户，请立即') }))
    expect(identicalTo(text(0), changed, new Map(), group)).toBeNull()
  })
})
