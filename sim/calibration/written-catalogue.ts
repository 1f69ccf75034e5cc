import type { DispatchRule, LeadResolver } from '#domain/city/city.ts'
import { PLAIN_RULE } from '#domain/city/plain-rule.ts'
import { CategoryCode, RegionCode, RuleId } from '#domain/ids.ts'
import { things } from './real-matter.ts'
import type { Clause, Duties, Holder, When } from './true-duties.ts'

const leadOf = (holder: Holder): LeadResolver =>
  holder === '@town' ? { territorial: 'town' } : holder === '@district' ? { territorial: 'district' } : { unit: holder }

const two = (hour: number): string => String(hour).padStart(2, '0')

function askedBy(when: When): Partial<DispatchRule> {
  switch (when.is) {
    case 'place':
      return { placeType: when.value }
    case 'owner':
      return { ownership: when.value }
    case 'respondent':
      return { respondentType: when.value }
    case 'request':
      return { requestType: when.value }
    case 'region':
      return { region: RegionCode.parse(when.value) }
    case 'hours':
      return { timeOfDay: { from: `${two(when.from)}:00`, to: `${two(when.to)}:00` } }
    case 'thing':
      return { keywords: [...(things[when.value] ?? [])] }
    case 'hidden':
      return {}
  }
}

export function ruleFor(id: string, scope: string, when: readonly When[], holder: Holder): DispatchRule {
  const plain: DispatchRule = {
    ...PLAIN_RULE,
    id: RuleId.parse(id),
    category: CategoryCode.parse(scope),
    lead: leadOf(holder),
    basis: '派单目录',
  }
  return Object.assign(plain, ...when.map(askedBy))
}

export const clauseRuleId = (i: number): string => `x-${i}`
export const isWritten = ({ when }: Clause): boolean => when.every(({ is }) => is !== 'hidden')

/** The catalogue an office would have that knows all its duties; what nobody writes down is not in it. */
export function wholeCatalogue({ usual, clauses }: Duties): DispatchRule[] {
  return [
    ...[...usual].map(([scope, holder]) => ruleFor(`u-${scope}`, scope, [], holder)),
    ...clauses.flatMap((clause, i) =>
      isWritten(clause) ? [ruleFor(clauseRuleId(i), clause.scope, clause.when, clause.holder)] : [],
    ),
  ]
}
