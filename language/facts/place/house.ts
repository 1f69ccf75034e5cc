import type { Span } from '../../text/span.ts'

const NUMBER = '(?:[a-z]?\\d{1,5}[a-z]?(?:[-—－]\\d{1,5}){0,3}|[一二三四五六七八九十百零两]{1,5}|[a-z甲乙丙丁东西南北])'
const UNIT =
  '(?:号楼|号院|号(?!线|文|令)|弄|栋|幢|座|期|单元|层|楼|室|组|(?<=\\d)户(?!业主|居民|人家|家|停|没|都)|门牌|房|#)'
/** 3栋2单元501, 128号, A座1203室, 二期5号楼; a bare number counts only behind a part of the house. */
const HOUSE = new RegExp(
  `^(?:小区|社区)?[ ,，、]?第?${NUMBER}${UNIT}(?:[ ,，-]?(?:附|之)?${NUMBER}${UNIT}){0,5}(?:\\d{1,4}(?!\\d|[年月日天点元块万个人户]))?`,
  'u',
)
const CROSSING = /^(?:的)?(?:交叉路?口|交汇[处口]?|交界[处口]?|十字路口|丁字路口|三岔路口|交口|路口|转角|拐角|相交处)/u
const BETWEEN = /^(?:与|和|跟|同|、|及)$/u

/** House, building, unit and room right behind a name; null: none is said. */
export function houseAfter(plain: string, at: number): Span | null {
  const found = HOUSE.exec(plain.slice(at, at + 40))?.[0]
  return found === undefined ? null : { from: at, to: at + found.length }
}

/** Where the words of a crossing end if two roads are named as one: 建设路与人民路交叉口; null: they are not. */
export function crossingEnd(plain: string, first: Span, second: Span): number | null {
  if (!BETWEEN.test(plain.slice(first.to, Math.min(second.from, first.to + 4)))) return null
  const crossing = CROSSING.exec(plain.slice(second.to, second.to + 8))?.[0]
  return crossing === undefined ? null : second.to + crossing.length
}
