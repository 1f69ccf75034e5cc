import type { Db } from '#db/sql.ts'
import { newestWordTable, wordTableBytes } from '#db/word-tables.ts'
import { readTable } from '#language/same/word-table.ts'
import type { SameHouse, SameState } from './same-state.ts'

/** The newest table of words, read anew where another process has learned one. */
export async function takeUpWords(house: SameHouse, db: Db = house.db): Promise<SameState['words']> {
  const { no } = await newestWordTable(db)
  const bytes = no === house.same.words.no ? undefined : await wordTableBytes(db, no)
  if (bytes !== undefined) house.same.words = { no, table: readTable(bytes) }
  return house.same.words
}
