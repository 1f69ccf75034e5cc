import { z } from 'zod'
import { RuleCondition } from '../city/vocabulary.ts'

/** What a rule found by the machine may ask of a matter: the catalogue's own conditions, one value each. */
export const ConditionField = RuleCondition.exclude(['season'])
export type ConditionField = z.infer<typeof ConditionField>

/** `timeOfDay` as `22:00-06:00`, everything else as the matter has it. */
export const Condition = z.object({ field: ConditionField, value: z.string().min(1).max(60) })
export type Condition = z.infer<typeof Condition>

export const tokenOf = ({ field, value }: Condition): string => `${field}=${value}`

export function conditionOf(token: string): Condition {
  const at = token.indexOf('=')
  return { field: ConditionField.parse(token.slice(0, at)), value: token.slice(at + 1) }
}
