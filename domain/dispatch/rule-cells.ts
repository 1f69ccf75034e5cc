import type { DispatchRule, LeadResolver } from '../city/city.ts'
import { type PartRow, wholeRow } from '../city/part.ts'

/** How a table spells who leads (docs/city.md). */
function resolverCell(lead: LeadResolver): string {
  if ('unit' in lead) return lead.unit
  if ('territorial' in lead) return `@${lead.territorial}`
  return 'industry' in lead ? '@industry' : '@owner'
}

const spanCell = (span: { from: string; to: string } | null): string => (span === null ? '' : `${span.from}~${span.to}`)

/** A rule as a row of the catalogue's table; `city/rows.ts` reads it back. */
export const cellsOfRule = (rule: DispatchRule): PartRow =>
  wholeRow('rules', {
    id: rule.id,
    priority: String(rule.priority),
    category: rule.category ?? '',
    region: rule.region ?? '',
    requestType: rule.requestType ?? '',
    kind: rule.kind ?? '',
    placeType: rule.placeType ?? '',
    ownership: rule.ownership ?? '',
    respondentType: rule.respondentType ?? '',
    timeOfDay: spanCell(rule.timeOfDay),
    season: spanCell(rule.season),
    keywords: rule.keywords.join(';'),
    tags: rule.tags.join(';'),
    lead: resolverCell(rule.lead),
    co: rule.co.map(resolverCell).join(';'),
    handling: rule.handling === 'dispatch' ? '' : rule.handling,
    profile: rule.profile ?? '',
    basis: rule.basis,
    owner: rule.owner ?? '',
    from: rule.from ?? '',
    to: rule.to ?? '',
    active: rule.active ? '1' : '0',
  })
