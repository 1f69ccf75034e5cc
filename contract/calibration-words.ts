import { changeRules, type RuleChange, resolverOf } from '#domain/calibration/change-rules.ts'
import { type Condition, ConditionField } from '#domain/calibration/condition.ts'
import type { DispatchRule } from '#domain/city/city.ts'
import type { Evidence } from './calibration-shapes.ts'
import type { BothWords } from './facts.ts'
import { type CityNames, conditionNames, conditionWords, leadWords } from './rule-words.ts'

const joined = (parts: readonly BothWords[], zh: string, en: string): BothWords => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})

/** 地点类型：小区内，时段：22:00–06:00 */
function conditionsOf(rule: DispatchRule, fields: readonly Condition['field'][], names: CityNames): BothWords {
  const parts = fields
    .filter((field) => {
      const asked = rule[field]
      return asked !== null && !(Array.isArray(asked) && asked.length === 0)
    })
    .map((field): BothWords => {
      const [name, value] = [conditionNames[field], conditionWords(rule, field, names)]
      return { zh: `${name.zh}：${value.zh}`, en: `${name.en}: ${value.en}` }
    })
  return joined(parts, '，', ', ')
}

const everything: readonly Condition['field'][] = ConditionField.options

export type ProposalWords = { title: BothWords; what: BothWords[] }

/** A change of the catalogue in words: a title, and what it does, a line each. */
export function changeWords(change: RuleChange, rules: readonly DispatchRule[], names: CityNames): ProposalWords {
  const id = change.kind === 'add-rule' ? change.under : change.rule
  const known = rules.find((rule) => rule.id === id)
  const made = changeRules(rules, change, '')?.touched
  const subject = made ?? known
  if (subject === undefined) return { title: { zh: `规则 ${id}`, en: `Rule ${id}` }, what: [] }
  const scene = subject.category === null ? '' : names.category(subject.category)
  const asks = conditionsOf(subject, everything, names)
  const was = known === undefined ? { zh: '没有规则', en: 'no rule' } : leadWords(known.lead, names)
  switch (change.kind) {
    case 'change-lead': {
      const to = leadWords(resolverOf(change.lead), names)
      return {
        title: { zh: `${scene}：主办改为${to.zh}`, en: `${scene}: lead becomes ${to.en}` },
        what: [asks, { zh: `主办：${was.zh} → ${to.zh}`, en: `Lead: ${was.en} → ${to.en}` }],
      }
    }
    case 'add-rule': {
      const to = leadWords(resolverOf(change.lead), names)
      const own = conditionsOf(
        subject,
        change.conditions.map(({ field }) => field),
        names,
      )
      return {
        title: { zh: `${scene}：${own.zh}的归${to.zh}`, en: `${scene}: where ${own.en}, ${to.en} leads` },
        what: [asks, { zh: `主办：${was.zh} → ${to.zh}`, en: `Lead: ${was.en} → ${to.en}` }],
      }
    }
    case 'narrow': {
      const own = conditionsOf(subject, [change.condition.field], names)
      return {
        title: { zh: `${scene}：规则只管${own.zh}的`, en: `${scene}: the rule holds only where ${own.en}` },
        what: [
          asks,
          {
            zh: `主办不变：${was.zh}；其余按下一条规则派`,
            en: `${was.en} still leads; the rest follows the next rule`,
          },
        ],
      }
    }
    case 'retire':
      return {
        title: { zh: `${scene}：停用一条规则`, en: `${scene}: a rule is closed` },
        what: [
          asks,
          { zh: `停用后按下一条规则派，不再派${was.zh}`, en: `The next rule decides then, no longer ${was.en}` },
        ],
      }
  }
}

const percent = (share: number): number => Math.round(100 * share)

/** Why the machine proposes it, in one sentence with its numbers. */
export const evidenceWords = (one: Omit<Evidence, 'orders' | 'counter'>): BothWords => ({
  zh:
    `本期有 ${one.support} 件最后归到这里，${one.against} 件留在原单位` +
    `${one.elsewhere > 0 ? `，${one.elsewhere} 件归了别处` : ''}；` +
    `支持的比例至少 ${percent(one.atLeast)}%，多数支持的把握 ${percent(one.sure)}%。` +
    `单独改这一条，本期有 ${one.gains} 件会派对，${one.losses} 件会派错。`,
  en:
    `In the period ${one.support} orders ended there, ${one.against} stayed where they go now` +
    `${one.elsewhere > 0 ? `, ${one.elsewhere} ended elsewhere` : ''}; ` +
    `at least ${percent(one.atLeast)}% speak for it, and that most do is ${percent(one.sure)}% sure. ` +
    `With this change alone ${one.gains} would have gone right and ${one.losses} wrong.`,
})

/** A rule as it should stand, beside how it stands: what it asks, whom it names. */
export function ruleLines(rule: DispatchRule, was: DispatchRule | undefined, names: CityNames): BothWords[] {
  const to = leadWords(rule.lead, names)
  const from = was === undefined ? { zh: '没有规则', en: 'no rule' } : leadWords(was.lead, names)
  const ends = rule.active ? [] : [{ zh: '规则停用', en: 'The rule is closed' }]
  return [
    conditionsOf(rule, everything, names),
    { zh: `主办：${from.zh} → ${to.zh}`, en: `Lead: ${from.en} → ${to.en}` },
    ...ends,
  ]
}
