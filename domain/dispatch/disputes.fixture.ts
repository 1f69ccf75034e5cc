import type { ReturnReason } from './return-reasons.ts'

/** One of the boundary disputes of the field (domain.md §5.7): who points at whom, and how it is usually ruled. */
export type Dispute = {
  matter: string
  content: string
  category: string
  /** as they get it, one after the other; each gives it back */
  first: string
  second: string
  reason: ReturnReason
  lead: string
  co: readonly string[]
  /** 通常裁定 */
  ruling: string
}

/** The street of the place that the fixtures speak of. */
const STREET = 'town-990101001'

/** All sixteen, with the scenes and units of the demo city. */
export const disputes: readonly Dispute[] = [
  {
    matter: '井盖',
    content: '人行道井盖缺失，盖面字迹不清，不知是供水还是电力的',
    category: 'E0201',
    first: 'municipal-works',
    second: 'water-group',
    reason: 'ownership',
    lead: 'municipal-works',
    co: ['water-group'],
    ruling: '盖面标识定权属；权属不明的由市政先行处置、后追责',
  },
  {
    matter: '树木',
    content: '居民楼旁大树断枝压线，一半在小区内一半在河堤',
    category: 'B0602',
    first: 'parks',
    second: 'housing',
    reason: 'not-our-duty',
    lead: 'parks',
    co: ['water-affairs'],
    ruling: '公共绿地归园林，小区内归物业，河堤归水务；本处属公共绿地',
  },
  {
    matter: '夜间噪声',
    content: '工地夜间浇筑，机器轰鸣影响睡眠',
    category: 'J0101',
    first: 'police',
    second: 'law-enforcement',
    reason: 'not-our-duty',
    lead: 'environment',
    co: ['housing'],
    ruling: '施工噪声由生态环境会同住建处置；社会生活噪声归公安；无证夜间施工归综合执法',
  },
  {
    matter: '违停',
    content: '人行道上停满汽车，行人只能走车道',
    category: 'F0101',
    first: 'traffic-police',
    second: 'law-enforcement',
    reason: 'not-our-duty',
    lead: 'law-enforcement',
    co: ['traffic-police'],
    ruling: '车行道归交警，小区内归物业和街道，人行道归综合执法',
  },
  {
    matter: '小区渗漏',
    content: '屋面渗漏多年，物业、开发商都说不归自己',
    category: 'D0501',
    first: 'housing',
    second: STREET,
    reason: 'not-our-duty',
    lead: 'housing',
    co: [STREET],
    ruling: '保修期内归开发商，公共部位走维修资金，邻里渗漏由街道调解；本处属公共部位',
  },
  {
    matter: '预付卡',
    content: '健身房关门，预付卡余额不退',
    category: 'C0201',
    first: 'commerce',
    second: 'market',
    reason: 'not-our-duty',
    lead: 'culture',
    co: ['market'],
    ruling: '按业态归口：健身归文体，无照的归市场监管',
  },
  {
    matter: '油烟',
    content: '楼下烧烤店油烟直排，居民无法开窗',
    category: 'J0401',
    first: 'environment',
    second: 'market',
    reason: 'not-our-duty',
    lead: 'law-enforcement',
    co: ['environment', 'market'],
    ruling: '油烟执法归综合执法，证照与选址归市场监管',
  },
  {
    matter: '电梯',
    content: '电梯三天两头停运，维保说没钱修',
    category: 'C0602',
    first: 'market',
    second: 'housing',
    reason: 'not-our-duty',
    lead: 'housing',
    co: ['market'],
    ruling: '困人归维保和消防，安全归市场监管，资金归物业和住建',
  },
  {
    matter: '电动自行车充电',
    content: '楼道里私拉电线给电动车充电',
    category: 'D0304',
    first: 'fire',
    second: STREET,
    reason: 'not-our-duty',
    lead: STREET,
    co: ['fire'],
    ruling: '日常由街道和物业管，消防指导',
  },
  {
    matter: '快递',
    content: '快递网点包裹堆满人行道',
    category: 'C0803',
    first: 'postal',
    second: 'market',
    reason: 'not-our-duty',
    lead: 'law-enforcement',
    co: ['postal'],
    ruling: '服务归邮政，占道堆放归综合执法',
  },
  {
    matter: '网络平台酒店',
    content: '网上订的酒店到店无房，平台不退款',
    category: 'C0804',
    first: 'market',
    second: 'police',
    reason: 'not-our-duty',
    lead: 'culture',
    co: ['market'],
    ruling: '住宿服务归文旅牵头，价款纠纷市场监管配合（十单位会商纪要）',
  },
  {
    matter: '道路施工钢板',
    content: '路面施工盖的钢板一过车就响，整夜不停',
    category: 'B0804',
    first: 'municipal-works',
    second: 'transport',
    reason: 'ownership',
    lead: 'municipal-works',
    co: ['transport', 'traffic-police'],
    ruling: '建设单位承担，市政牵头督促加垫，交通、交警配合',
  },
  {
    matter: '流浪狗',
    content: '小区外几只流浪狗追人',
    category: 'B0703',
    first: 'police',
    second: 'law-enforcement',
    reason: 'not-our-duty',
    lead: 'police',
    co: ['agriculture'],
    ruling: '按本市养犬规定由公安收容，农业农村防疫',
  },
  {
    matter: '装修垃圾',
    content: '路边一大堆装修垃圾没人清',
    category: 'B0303',
    first: 'housing',
    second: STREET,
    reason: 'wrong-area',
    lead: 'law-enforcement',
    co: ['sanitation-group'],
    ruling: '小区内归物业，倾倒在外的归综合执法，环卫清运',
  },
  {
    matter: '河道垃圾',
    content: '河面漂着大片垃圾，味道难闻',
    category: 'J0502',
    first: 'water-affairs',
    second: 'law-enforcement',
    reason: 'wrong-area',
    lead: STREET,
    co: ['water-affairs'],
    ruling: '按河长制河段由街道打捞，水务督导',
  },
  {
    matter: '短租房',
    content: '楼里短租客半夜吵闹，垃圾乱丢',
    category: 'D0803',
    first: 'police',
    second: 'housing',
    reason: 'not-our-duty',
    lead: STREET,
    co: ['police', 'culture'],
    ruling: '联合处置，街道先上门，公安、文旅各管其责',
  },
]
