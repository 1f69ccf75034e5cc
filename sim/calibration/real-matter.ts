import type { Kind, Ownership, PlaceType, RequestType, RespondentType } from '#domain/city/vocabulary.ts'
import type { CategoryCode, RegionCode } from '#domain/ids.ts'

/**
 * A matter as it really is, before anybody writes it down. Whose duty it is depends on this; what the catalogue sees is
 * what the seat wrote (recorded-matter.ts), which may be less or wrong.
 */
export type RealMatter = {
  scene: CategoryCode
  town: RegionCode
  placeType: PlaceType
  ownership: Ownership
  respondentType: RespondentType
  requestType: RequestType
  kind: Kind
  /** 0–23, in the city */
  hour: number
  minute: number
  /** things it is about beyond the scene, as numbers of `things` */
  things: readonly number[]
  /** 0–1: what nobody writes down and duty sometimes hangs on all the same */
  hidden: number
}

/** What people call things; of several names each caller uses one. */
export const things: readonly (readonly string[])[] = [
  ['共享单车', '小黄车'],
  ['充电桩'],
  ['供热管网', '暖气管道'],
  ['广场舞'],
  ['无人机'],
  ['直播带货'],
  ['三轮车'],
  ['雨棚'],
  ['通信基站'],
  ['快递柜'],
  ['健身器材'],
  ['隔音屏'],
  ['加装电梯'],
  ['地锁', '车位锁'],
  ['化粪池'],
  ['变压器'],
  ['路缘石'],
  ['护栏'],
  ['围挡'],
  ['渣土车'],
  ['公交站台'],
  ['隧道'],
  ['人行天桥', '过街天桥'],
  ['水库'],
  ['养鸡场'],
  ['棋牌室'],
  ['校外培训'],
  ['外卖骑手'],
  ['民宿'],
  ['殡葬用品'],
]
