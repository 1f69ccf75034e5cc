import type { DispatchGroup, DispatchOutcome } from '#domain/measures/dispatch-group.ts'
import type { DispatchCounts } from './dispatch-measures.ts'
import type { Words } from './event-words.ts'

export const groupWords: Readonly<Record<DispatchGroup, Words>> = {
  none: { zh: '合计', en: 'All' },
  day: { zh: '日期', en: 'Day' },
  rule: { zh: '规则', en: 'Rule' },
  l1: { zh: '大类', en: 'Domain' },
  l2: { zh: '中类', en: 'Item' },
  category: { zh: '小类', en: 'Scene' },
  unit: { zh: '首派单位', en: 'First unit' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  classed: { zh: '分类来源', en: 'Classed by' },
  district: { zh: '区', en: 'District' },
  town: { zh: '街道', en: 'Town' },
}

export const measureWords: Readonly<Record<keyof DispatchCounts, Words>> = {
  dispatched: { zh: '首次派单', en: 'First dispatched' },
  wrong: { zh: '首派有误', en: 'First sent wrong' },
  assigned: { zh: '派件', en: 'Assignments' },
  returns: { zh: '申请退单', en: 'Returns asked' },
  approved: { zh: '同意退单', en: 'Returns approved' },
  returned: { zh: '退过的工单', en: 'Orders returned' },
  returnApproved: { zh: '退成的工单', en: 'Orders given back' },
  unclear: { zh: '因职责不清退单的工单', en: 'Orders of unclear duty' },
  unclearReturns: { zh: '因职责不清退单', en: 'Returns for unclear duty' },
  adjudicated: { zh: '裁定', en: 'Adjudicated' },
  moved: { zh: '换过主办', en: 'Lead changed' },
  units: { zh: '主办单位数', en: 'Leading units' },
  hanging: { zh: '悬单', en: 'Hanging' },
  straight: { zh: '直派', en: 'Straight-through' },
  overridden: { zh: '改派', en: 'Against the rules' },
  noRule: { zh: '无规则', en: 'No rule' },
  median: { zh: '派单时长中位数（分钟）', en: 'Dispatch time, median (min)' },
  p95: { zh: '派单时长 95 分位（分钟）', en: 'Dispatch time, p95 (min)' },
}

export const outcomeWords: Readonly<Record<DispatchOutcome, Words>> = {
  wrong: measureWords.wrong,
  returned: measureWords.returned,
  'return-approved': measureWords.returnApproved,
  unclear: measureWords.unclear,
  adjudicated: measureWords.adjudicated,
  moved: measureWords.moved,
  hanging: measureWords.hanging,
  straight: measureWords.straight,
  overridden: measureWords.overridden,
  'no-rule': measureWords.noRule,
}

/** Who or what classed an order: `human`, `model 3`, `import`, or nobody. */
export function classedWords(key: string): Words {
  const [by = '', version = ''] = key.split(' ')
  if (by === 'model') return { zh: `模型 ${version}`, en: `Model ${version}` }
  const known: Readonly<Record<string, Words>> = {
    human: { zh: '人工', en: 'A person' },
    keywords: { zh: '关键词', en: 'Keywords' },
    import: { zh: '导入', en: 'Imported' },
    '': { zh: '未分类', en: 'Not classed' },
  }
  return known[by] ?? { zh: key, en: key }
}
