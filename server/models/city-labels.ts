import { folderRows } from '#city/folder-rows.ts'
import { adoptedCategoryCodes } from '#db/category-models.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import { isOffered } from '#domain/city/lookup.ts'
import type { Label } from '#language/category/label-set.ts'

export const labelsOf = (city: City): Label[] =>
  [...city.categories.values()].map(({ code, name, level, parent, keywords }) => ({
    code,
    name,
    level,
    parent,
    offered: isOffered(city, code),
    keywords,
  }))

/** `A0102` stands below `A01`, that below `A`: read from the code itself where no row tells it any more. */
const gone = (code: string): Label => {
  const level = code.length <= 1 ? 1 : code.length <= 3 ? 2 : 3
  const parent = level === 1 ? null : code.slice(0, level === 2 ? 1 : 3)
  return { code, name: code, level, parent, offered: false, keywords: [] }
}

/**
 * The city's taxonomy of today, and as closed ones the codes it once had: those of its folder and of every version that
 * was in force. A model may know them; only what was never among them makes it a stranger.
 */
export async function labelsEver(db: Db, city: City, folder: string): Promise<Label[]> {
  const [rows, codes] = await Promise.all([folderRows(folder, 'categories'), adoptedCategoryCodes(db)])
  const known = new Set<string>(city.categories.keys())
  const once = new Set(
    [...rows.map((row) => row.code ?? ''), ...codes].filter((code) => code !== '' && !known.has(code)),
  )
  return [...labelsOf(city), ...[...once].map(gone)]
}
