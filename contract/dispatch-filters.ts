import { z } from 'zod'
import { Day } from '#domain/ids.ts'
import { DispatchGroup, DispatchOutcome } from '#domain/measures/dispatch-group.ts'

const counted = DispatchGroup.exclude(['none'])

/** A group and one of its keys, as an address has it: `rule:r-A01`; without a rule `rule:`. */
const In = z
  .string()
  .max(90)
  .regex(new RegExp(`^(${counted.options.join('|')}):[^:]*$`), 'a group and a key, such as unit:housing')

/** The two parts of it; null: it is something else. */
export function groupAndKey(text: string): { group: DispatchGroup; key: string } | null {
  const { success } = In.safeParse(text)
  const at = text.indexOf(':')
  return success ? { group: DispatchGroup.parse(text.slice(0, at)), key: text.slice(at + 1) } : null
}

/** The orders behind a number of the measures of dispatch, as filters of a list; the newest 50,000 of them at most. */
export const dispatchFilters = {
  firstFrom: Day.optional().describe('first dispatched on this day or later; without it a year back'),
  firstTo: Day.optional().describe('first dispatched on this day or earlier'),
  firstIn: In.optional().describe('counted in this group: rule:r-A01, unit:housing, dispatcher:straight'),
  firstWas: DispatchOutcome.optional().describe('what became of the first dispatch'),
}
