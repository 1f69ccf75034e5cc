import { useMemo } from 'react'
import { dayOf, instantOf } from '#domain/ids.ts'
import type { PartState } from '../admin/use-part.ts'
import { useNow } from '../now.ts'
import { linesOf, type RuleLine } from './rule-line.ts'
import { type RuleCheck, useRuleCheck } from './use-rule-check.ts'

export type Catalogue = { lines: readonly RuleLine[]; check: RuleCheck; today: string }

/** The rows with their standing today and what the check says of each. */
export function useCatalogue(state: PartState): Catalogue {
  const today = dayOf(instantOf(useNow()))
  const check = useRuleCheck(state)
  const { rows, changes } = state
  const lines = useMemo(() => linesOf(rows, changes, check.counts, today), [rows, changes, check.counts, today])
  return { lines, check, today }
}
