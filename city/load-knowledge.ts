import { z } from 'zod'
import { CategoryCode, Day, UnitId } from '#domain/ids.ts'
import { KnowledgeId, KnowledgeText } from '#domain/knowledge/item.ts'
import { listOf, orNull } from './cells.ts'
import { CityFault } from './city-fault.ts'
import { CityFolder } from './read-files.ts'

const KnowledgeRow = KnowledgeText.extend({
  id: KnowledgeId,
  category: CategoryCode,
  docNo: orNull(z.string().max(80)),
  issuer: orNull(z.string().max(100)).optional(),
  keywords: listOf(z.string().max(20)),
  ownerUnit: UnitId,
  validFrom: Day,
  validTo: orNull(Day),
})
type GivenItem = KnowledgeText & { id: KnowledgeId }

/** What a city's knowledge base begins with; a city may bring nothing and write its own. */
export async function loadKnowledge(folder: string): Promise<readonly GivenItem[]> {
  const files = new CityFolder(folder)
  if (!(await files.has('knowledge.csv'))) return []
  const rows = await files.table('knowledge.csv', KnowledgeRow)
  if (files.faults.length > 0) throw new CityFault(files.faults)
  return rows.map(({ value }) => ({ ...value, issuer: value.issuer ?? null }))
}
