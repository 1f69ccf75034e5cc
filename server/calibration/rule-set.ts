import { RuleRow } from '#city/rows.ts'
import { isCarried, type ProposalState } from '#domain/calibration/round-state.ts'
import type { City, DispatchRule, LeadResolver } from '#domain/city/city.ts'
import { type PartRow, wholeRow } from '#domain/city/part.ts'
import { compiled } from '#domain/dispatch/rule-index.ts'
import { meetingOf } from '#domain/dispatch/rules-meet.ts'
import type { Day, UnitId } from '#domain/ids.ts'

/** A row of the catalogue as a rule; null where its cells cannot be read. */
export const ruleOf = (cells: PartRow): DispatchRule | null => RuleRow.safeParse(wholeRow('rules', cells)).data ?? null

const sameLead = (a: LeadResolver, b: LeadResolver): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A new rule that would contradict one of the same weight comes before it: the newest decides as it would anyway, but the
 * catalogue says so by its priority, without which it may not be published.
 */
function ranked(rule: DispatchRule, others: readonly DispatchRule[], today: Day): DispatchRule {
  let now = rule
  for (let i = 0; i < 5; i++) {
    const mine = compiled(now, others.length)
    const rival = others.find(
      (other, place) =>
        other.active &&
        other.id !== now.id &&
        other.priority === now.priority &&
        other.category === now.category &&
        other.region === now.region &&
        !sameLead(other.lead, now.lead) &&
        compiled(other, place).specificity === mine.specificity &&
        meetingOf(now, other, today)?.sure === true,
    )
    if (rival === undefined) return now
    now = { ...now, priority: rival.priority + 1 }
  }
  return now
}

type Carried = { proposal: number; state: ProposalState; cells: PartRow | null }

function freeId(rows: readonly PartRow[], wanted: string): string {
  const taken = new Set(rows.map((row) => row.id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(id)) return id
  }
}

/** Rows of the catalogue with all carried proposals in them; those said in words change no row. */
export function rowsWith(
  rows: readonly PartRow[],
  proposals: readonly Carried[],
  known: ReadonlySet<string>,
  today: Day,
) {
  let now = [...rows]
  const used: number[] = []
  for (const { proposal, state, cells } of proposals) {
    const rule = cells === null || !isCarried(state) ? null : ruleOf(cells)
    if (cells === null || rule === null) continue
    used.push(proposal)
    if (known.has(rule.id)) now = now.map((row) => (row.id === rule.id ? wholeRow('rules', cells) : row))
    else {
      const others = now.flatMap((row) => ruleOf(row) ?? [])
      const { priority } = ranked(rule, others, today)
      now = [...now, wholeRow('rules', { ...cells, id: freeId(now, rule.id), priority: String(priority) })]
    }
  }
  return { rows: now, used }
}

/** The units that a lead can mean: of an office of the place, all of its kind where the rule holds. */
export function unitsOfLead(city: City, lead: LeadResolver, region: string | null): UnitId[] {
  if ('unit' in lead) return [lead.unit]
  if (!('territorial' in lead)) return []
  return [...city.units.values()]
    .filter(({ type, active }) => active && type === lead.territorial)
    .filter(
      (unit) => region === null || unit.region?.startsWith(region) === true || region.startsWith(unit.region ?? '-'),
    )
    .map(({ id }) => id)
}
