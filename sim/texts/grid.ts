import type { ReportUp } from '#domain/grid/report-up.ts'

/** What grid workers write on the phone: little, with a thumb. */
export const gridResults: Readonly<Record<'solved' | 'partly' | 'explained', readonly (string | null)[]>> = {
  solved: [null, null, '已清理干净', '当场劝导，已经挪走', '和物业一起清完了', '已恢复原状，这两天会再去看'],
  partly: ['大件还在，物业明天来拉', '挪走一半，另一户不在家，晚上再上门'],
  explained: ['已当面说明，居民表示理解', '到场时没有发现，已留电话，再有随时联系'],
}

type Up = Pick<ReportUp, 'ground' | 'note'>
export const gridUps: readonly Up[] = [
  { ground: 'cannot-settle', note: '量太大，要环卫派车' },
  { ground: 'needs-department', note: '归城管管，社区劝了三次没有用' },
  { ground: 'needs-enforcement', note: '当事人不配合，要执法人员到场' },
  { ground: 'needs-department', note: null },
]
export const gridRefusals: readonly Up[] = [
  { ground: 'not-this-grid', note: '地址在路对面，不是我们网格' },
  { ground: 'not-safe', note: '紧挨高压线，我一个人处理不安全' },
]

/** 吹哨: what they meet on their rounds and cannot settle. `place` is where the worker stands. */
export const whistles = [
  { category: 'E0202', content: '巡查发现{place}门口井盖破损，车压上去会翻，已用桩桶围住，请尽快更换。' },
  { category: 'E0101', content: '{place}旁边路面塌了一块，约一平方米，夜里看不清，请来人修补。' },
  { category: 'E0301', content: '{place}西侧三盏路灯不亮，居民晚上走路不方便，请检修。' },
  { category: 'B0601', content: '{place}北侧行道树枝叶挡住信号灯，请园林来修剪。' },
  { category: 'B0401', content: '{place}一楼有人正在搭建，已经砌到半人高，劝不住，请来人查看。' },
  { category: 'K0303', content: '{place}外墙瓷砖松动，已掉下两块，已拉警戒线，请来人处置。' },
] as const
