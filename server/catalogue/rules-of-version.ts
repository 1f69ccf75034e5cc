import { folderRows } from '#city/folder-rows.ts'
import { RuleRow } from '#city/rows.ts'
import { versionNumbered } from '#db/city-versions.ts'
import type { DispatchRule } from '#domain/city/city.ts'
import { type PartRow, wholeRow } from '#domain/city/part.ts'
import type { Shell } from '../shell.ts'

/** Rows that no longer read as rules are left out: their orders name them by id. */
const read = (rows: readonly PartRow[]): DispatchRule[] =>
  rows.flatMap((row) => RuleRow.safeParse(wholeRow('rules', row)).data ?? [])

/** The catalogue an order remembers as `2025.1+3`; none where that version was never kept here. */
export async function rulesOfVersion(shell: Shell, version: string): Promise<readonly DispatchRule[]> {
  if (version === shell.city.policy.ruleVersion) return shell.city.rules
  const [folder, number] = version.split('+')
  if (number !== undefined) return read((await versionNumbered(shell.db, 'rules', Number(number)))?.content ?? [])
  return folder === shell.city.policy.ruleVersion.split('+')[0] ? read(await folderRows(shell.cityFolder, 'rules')) : []
}
