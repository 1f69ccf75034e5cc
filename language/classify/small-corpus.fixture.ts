import type { TrainingSettings } from './settings.ts'
import type { Example } from './train.ts'

/** Own sentences, enough to tell three matters apart. */
const SENTENCES: Record<string, readonly string[]> = {
  噪音: [
    '楼下烧烤店半夜放音乐太吵',
    '工地夜间施工噪音很大睡不着',
    '邻居装修电钻声音扰民',
    '广场舞音响太吵影响孩子学习',
    '凌晨还有渣土车噪音扰民',
    '空调外机轰鸣吵得整晚睡不着',
  ],
  供水: [
    '小区停水三天没有通知',
    '自来水发黄有异味',
    '水压太低五楼没有水用',
    '水管爆裂路面都是水',
    '水表走得太快水费不对',
    '二次供水水箱没有清洗',
  ],
  交通: [
    '路口红绿灯坏了没人修',
    '早高峰堵车严重希望交警疏导',
    '公交车半小时不来一趟',
    '斑马线看不清行人过马路危险',
    '人行道上乱停车',
    '红绿灯时间太短过不了路口',
  ],
}

export const smallCorpus: readonly Example[] = Object.entries(SENTENCES).flatMap(([label, sentences]) =>
  sentences.map((content) => ({ label, title: content.slice(0, 6), content })),
)

export const SMALL: TrainingSettings = {
  features: { bits: 16, longest: 3, words: true, limit: 2000, titleWeight: 0.5 },
  vocabulary: { fewest: 1, most: 100_000, unevenness: 0.25 },
  learner: 'planes',
  cost: 4,
  least: 0,
  folds: 3,
}
