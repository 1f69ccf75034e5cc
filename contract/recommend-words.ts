import type { RuleNearness } from '#domain/dispatch/candidates.ts'
import type { Recommended } from '#domain/dispatch/recommend.ts'
import type { StraightCondition } from '#domain/dispatch/straight-through.ts'
import type { Words } from './event-words.ts'

const RULE: Record<RuleNearness, (rule: string) => Words> = {
  chosen: (rule) => ({ zh: `规则 ${rule} 指向它`, en: `rule ${rule} names it` }),
  'less-specific': (rule) => ({ zh: `规则 ${rule} 也指向它`, en: `rule ${rule} names it too` }),
  'unit-excluded': (rule) => ({
    zh: `规则 ${rule} 指向它，但它退过`,
    en: `rule ${rule} names it, but it gave it back`,
  }),
  'other-scene': (rule) => ({
    zh: `同类别别的情形归它（规则 ${rule}）`,
    en: `rule ${rule} gives it another scene of the item`,
  }),
  'other-place': (rule) => ({ zh: `别的区域归它（规则 ${rule}）`, en: `rule ${rule} gives it another area` }),
  'other-type': (rule) => ({
    zh: `别的诉求类型归它（规则 ${rule}）`,
    en: `rule ${rule} gives it another type of request`,
  }),
  'other-condition': (rule) => ({
    zh: `条件稍有不同时归它（规则 ${rule}）`,
    en: `rule ${rule} gives it what differs in a condition`,
  }),
}

const SHOWN = 3
const quoted = (words: readonly string[]): string => words.slice(0, SHOWN).join('、')

/** Why a unit is recommended, in one line: rule, past orders, words. */
export function recommendedWords({ rule, precedents, wrong, words, source }: Recommended): Words {
  const parts: Words[] = []
  if (rule !== null) parts.push(RULE[rule.nearness](rule.rule.id))
  const n = precedents.length
  if (n > 0) parts.push({ zh: `相似先例 ${n} 件由它办结`, en: `${n} past orders alike ended with it` })
  if (wrong > 0) parts.push({ zh: `${wrong} 件派错过`, en: `${wrong} went wrong with it` })
  if (source === 'duty') parts.push({ zh: `职责说到“${quoted(words)}”`, en: `its duty text says ${quoted(words)}` })
  else if (words.length > 0) parts.push({ zh: `共有“${quoted(words)}”`, en: `in common: ${quoted(words)}` })
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

type Tell = (found: number | null, asked: number | null) => Words
const plain =
  (zh: string, en: string): Tell =>
  () => ({ zh, en })
const share =
  (zh: string, en: string, bound: { zh: string; en: string }): Tell =>
  (found, asked) => ({
    zh: `${zh} ${found === null ? '无' : percent(found)}，${bound.zh} ${percent(asked ?? 0)}`,
    en: `${en} ${found === null ? 'none' : percent(found)}, ${bound.en} ${percent(asked ?? 0)}`,
  })
const LEAST = { zh: '至少', en: 'at least' }
const MOST = { zh: '至多', en: 'at most' }

const HELD: Record<StraightCondition, Tell> = {
  'first-dispatch': plain('首次派单', 'dispatched for the first time'),
  free: plain('无人领取', 'nobody has taken it up'),
  'not-confidential': plain('不保密', 'not confidential'),
  'not-complex': plain('不是复杂事项', 'not complex'),
  'not-urgent': plain('不是紧急或隐患事项', 'neither urgent nor a hazard'),
  'category-allowed': plain('类别可以直派', 'its category may go'),
  'no-proposed-merge': plain('坐席没有建议并案', 'no merge is proposed'),
  'not-for-grid': plain('不属网格直派', 'not for the grid'),
  'sure-category': share('分类把握', 'category confidence', LEAST),
  'rule-agrees': plain('规则与推荐一致', 'rule and recommendation agree'),
  'ordinary-handling': plain('按普通方式派单', 'ordinary handling'),
  'dispatch-allowed': plain('没有违反派单禁止', 'no guard of dispatch refuses it'),
  score: share('推荐分', 'score', LEAST),
  'known-scene': (found, asked) => ({
    zh: `该单位此情形已办 ${found ?? 0} 件，至少 ${asked ?? 0} 件`,
    en: `${found ?? 0} of this scene settled by the unit, at least ${asked ?? 0}`,
  }),
  'few-returns': share('该单位此情形派错率', 'of these wrong', MOST),
}

const FAILED: Partial<Record<StraightCondition, Words>> = {
  'first-dispatch': { zh: '不是首次派单', en: 'it was dispatched before' },
  free: { zh: '已有人领取', en: 'somebody has taken it up' },
  'not-confidential': { zh: '需要保密', en: 'confidential' },
  'not-complex': { zh: '复杂事项', en: 'complex' },
  'not-urgent': { zh: '紧急或隐患事项', en: 'urgent or a hazard' },
  'category-allowed': { zh: '此类别不直派', en: 'its category may not go' },
  'no-proposed-merge': { zh: '坐席建议并案', en: 'a merge is proposed' },
  'not-for-grid': { zh: '可由网格直派', en: 'it may go straight to the grid' },
  'rule-agrees': { zh: '规则与推荐不一致，或没有规则', en: 'rule and recommendation differ, or there is no rule' },
  'dispatch-allowed': { zh: '派单校验不通过', en: 'a guard of dispatch refuses it' },
  'ordinary-handling': { zh: '规则要求网格或应急队处置', en: 'the rule asks for grid or crew' },
}

/** A condition of straight-through dispatch as it was found. */
export function conditionWords(
  condition: StraightCondition,
  held: boolean,
  found: number | null,
  asked: number | null,
): Words {
  const failed = held ? undefined : FAILED[condition]
  return failed ?? HELD[condition](found, asked)
}

/** A condition's name, for settings and counts. */
export const conditionNames: Record<StraightCondition, Words> = {
  'first-dispatch': { zh: '首次派单', en: 'First dispatch' },
  free: { zh: '无人领取', en: 'Nobody holds it' },
  'not-confidential': { zh: '不保密', en: 'Not confidential' },
  'not-complex': { zh: '不复杂', en: 'Not complex' },
  'not-urgent': { zh: '不紧急、无隐患', en: 'Neither urgent nor a hazard' },
  'category-allowed': { zh: '类别允许', en: 'Category allowed' },
  'no-proposed-merge': { zh: '没有并案建议', en: 'No merge proposed' },
  'not-for-grid': { zh: '不属网格直派', en: 'Not for the grid' },
  'sure-category': { zh: '分类有把握', en: 'Category is sure' },
  'rule-agrees': { zh: '规则与推荐一致', en: 'Rule and recommendation agree' },
  'ordinary-handling': { zh: '普通派单', en: 'Ordinary handling' },
  'dispatch-allowed': { zh: '通过派单校验', en: 'No guard refuses it' },
  score: { zh: '推荐分够高', en: 'Score is high' },
  'known-scene': { zh: '办过足够多', en: 'Enough cases' },
  'few-returns': { zh: '很少派错', en: 'Few went wrong' },
}
