import type { Tally } from '#contract/search-all.ts'
import { itemsSaying, type KnowledgeRow } from '#db/knowledge.ts'
import { type Document, rarityOf, scoreOf } from '#language/search/rank.ts'
import { keepsKnowledge, searchBody, today } from './knowledge.ts'
import { attemptsOf, type Reading } from './search-readings.ts'
import type { Shell } from './shell.ts'

export type ScoredItem = { row: KnowledgeRow; score: number; words: readonly string[] }

const ITEMS_AT_MOST = 300
/** An item in force is as good as a request of this week, and better for each time it was cited. */
const IN_FORCE = 2
const CITED = 0.2

function documentOf(row: KnowledgeRow): Document {
  const [title = '', keywords = '', content = ''] = searchBody(row).split('\n')
  return { fields: { title, keywords, content }, ageDays: null, open: false }
}

/** Items that say it: the first way of asking that finds any. */
export async function rankKnowledge(
  shell: Shell,
  readings: readonly Reading[],
  category: string | undefined,
): Promise<{ scored: ScoredItem[]; tally: Tally }> {
  const filter = { today: today(shell), answering: !keepsKnowledge(shell), category }
  const say = ({ words }: Reading) =>
    itemsSaying(
      shell.db,
      filter,
      words.map(({ like }) => like),
      ITEMS_AT_MOST,
    )
  const tally = { kind: 'knowledge', more: false, since: null } as const
  for (const { matched, readings: tried, measuredBy } of attemptsOf(readings)) {
    const found = (await Promise.all(tried.map(say))).flat()
    if (found.length === 0) continue
    const rows = [...new Map(found.map((row) => [row.item_id, row])).values()]
    const scored = ranked(rows, measuredBy)
    return { scored, tally: { ...tally, count: rows.length, ranked: rows.length, matched } }
  }
  return { scored: [], tally: { ...tally, count: 0, ranked: 0, matched: 'none' } }
}

function ranked(rows: readonly KnowledgeRow[], readings: readonly Reading[]): ScoredItem[] {
  const documents = rows.map((row) => ({ row, document: documentOf(row) }))
  const asked = readings.map((reading) => {
    const words = reading.words.map(({ text }) => text)
    return {
      words,
      rarity: rarityOf(
        documents.map(({ document }) => document),
        words,
      ),
    }
  })
  const words = [...new Set(asked.flatMap((one) => one.words))]
  return documents
    .map(({ row, document }) => ({
      row,
      words,
      score:
        Math.max(...asked.map((one) => scoreOf(document, one.words, one.rarity))) +
        IN_FORCE +
        CITED * Math.log(1 + row.hits),
    }))
    .toSorted((a, b) => b.score - a.score || (a.row.item_id < b.row.item_id ? -1 : 1))
}
