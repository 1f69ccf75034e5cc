import { type CueAnswer, type CueModel, type CueText, weighCues } from './cues.ts'

const OWNERSHIPS = ['municipal', 'community', 'village', 'private', 'enterprise', 'unknown'] as const
type OwnershipWord = (typeof OWNERSHIPS)[number]
type Answer = OwnershipWord | 'unsaid'

/** Weights set by hand: whose a thing is, where the words say so; where it stands says a little. */
const MODEL: CueModel<Answer> = {
  answers: [...OWNERSHIPS, 'unsaid'],
  prior: { municipal: 0, community: 0, village: 0, private: 0, enterprise: 0, unknown: 0, unsaid: 1.6 },
  temperature: 0.5,
  cues: [
    {
      words: /市政(?:的|管|道路|路灯|井|设施|管网|绿化)|公共绿地|人行道|公交站|行道树|城市道路/,
      for: { municipal: 2.2 },
    },
    {
      words:
        /公共(?:部位|区域|车位|收益|面积|设施)|共用|共有|楼道|电梯|公摊|小区(?:内|里)(?:的)?(?:路|树|绿化|路灯|井盖|管网|水管|道路)|小区(?:路灯|绿化|道路)/,
      for: { community: 2.2 },
    },
    { words: /村(?:集体|里的|道|委会的|组的)|集体(?:土地|林|资产)|乡村道路/, for: { village: 2.4 } },
    {
      words: /(?:我|我们|自己|他|她|邻居|业主)家(?:的|里)?|自家|私人|私家|个人的|楼上(?:邻居|住户)|租(?:的|来的)/,
      for: { private: 1.8 },
    },
    {
      words:
        /(?:国网|电网|供电|电力|供水|自来水|水务|燃气|供热|热力|移动|联通|电信|铁塔|通信|铁路|铁通|有线|广电)(?:集团|公司|局|的)?(?:的)?(?:井|井盖|管|管道|线|杆|箱|设施|线缆|电缆|设备)|自管|企业(?:自建|的)|厂区|盖(?:面|上)(?:写|标|印)/,
      for: { enterprise: 2.2 },
    },
    {
      words:
        /(?:不知|不清楚|不知道|分不清|看不清|说不清|字迹不清|没有?标).{0,10}(?:谁|哪家|哪个|归|属|是.{1,6}还是)|权属(?:不明|不清)|无主|没人认领|都说不(?:归|是)|互相推/,
      for: { unknown: 2.8 },
    },
  ],
}

/** 权属 as the words say it, the likeliest first; nothing where they say none. */
export const weighOwnerships = (texts: readonly CueText[]): CueAnswer<OwnershipWord>[] =>
  weighCues(MODEL, texts).flatMap(({ value, ...answer }) =>
    value === 'unsaid' || answer.words.length === 0 ? [] : [{ value, ...answer }],
  )
