import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checkRules } from '#contract/catalogue.ts'
import type { PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { expectedWords, foundWords } from '../admin/fault-words.ts'
import type { PartState } from '../admin/use-part.ts'
import type { Words } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { type Refused, replyOf } from '../use-api.ts'

/** One thing that the check found: the rules it stands in, the one to be looked at first before the others. */
export type RuleFault = {
  blocking: boolean
  keys: readonly string[]
  column: string | null
  words: Words
  /** what a rule that fills the hole would begin with */
  fresh: PartRow | null
}
export type RuleCheck = {
  /** null: not looked at yet */
  faults: readonly RuleFault[] | null
  blocking: number
  warnings: number
  counts: ReadonlyMap<string, number>
  warned: ReadonlySet<string>
}

type Checked = ReplyOf<typeof checkRules>

const cellFault = (fault: Checked['faults'][number], rows: readonly PartRow[]): RuleFault => {
  const row = fault.file === 'rules.csv' && fault.row !== null ? rows[fault.row - 2] : undefined
  const [found, expected] = [foundWords(fault.found), expectedWords(fault.expected)]
  return {
    blocking: true,
    keys: row === undefined ? [] : [keyOf('rules', row)],
    column: fault.column,
    words: { zh: `现在是 ${found.zh}，应该是 ${expected.zh}`, en: `${found.en}; wanted: ${expected.en}` },
    fresh: null,
  }
}

const issueFault = ({ blocking, rules, column, words, kind, ...about }: Checked['issues'][number]): RuleFault => ({
  blocking,
  keys: rules,
  column,
  words,
  fresh:
    kind === 'uncovered'
      ? { category: about.category ?? '', region: about.region ?? '', requestType: about.requestType ?? '' }
      : null,
})

export function tally(data: Checked, rows: readonly PartRow[]): RuleCheck {
  const faults = [...data.faults.map((fault) => cellFault(fault, rows)), ...data.issues.map(issueFault)]
  const counts = new Map<string, number>()
  const warned = new Set<string>()
  for (const { blocking, keys } of faults)
    for (const key of keys)
      if (blocking) counts.set(key, (counts.get(key) ?? 0) + 1)
      else warned.add(key)
  return { faults, blocking: data.blocking, warnings: data.warnings, counts, warned }
}

const NOT_YET: RuleCheck = { faults: null, blocking: 0, warnings: 0, counts: new Map(), warned: new Set() }

/** A kept version looked at by the server. */
export function useChecked(id: number, revision: number) {
  return useQuery<Checked, Refused>({
    queryKey: [checkRules.path, id, revision],
    queryFn: ({ signal }) => replyOf(checkRules, { body: { id } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** The draft as the server has it, looked at anew after every saving; without a draft what is in force. */
export function useRuleCheck(state: PartState): RuleCheck {
  const { draft, inForce, rows } = state
  const kept = draft ?? inForce
  const { data } = useChecked(kept.id, kept.version)
  return useMemo(() => (data === undefined ? NOT_YET : tally(data, rows)), [data, rows])
}
