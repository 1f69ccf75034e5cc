import { CityFault, type Fault } from '#city/city-fault.ts'
import { folderRows } from '#city/folder-rows.ts'
import { loadCity } from '#city/load-city.ts'
import type { CityPreview } from '#contract/city-versions.ts'
import { adoptedVersion, contentInForce, findCityVersion } from '#db/city-versions.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import { type CityPart, type PartRow, wholeRow } from '#domain/city/part.ts'
import { changesBetween } from '#domain/city/row-changes.ts'
import type { Succession } from '#domain/handling/hand-over.ts'
import { effectOf } from './city-effect.ts'
import { adoptedOf } from './city-in-force.ts'
import { obstaclesTo } from './city-obstacles.ts'
import { previewHandOvers } from './hand-over.ts'
import type { Shell } from './shell.ts'

type InForce = { id: number; rows: readonly PartRow[] }

/** A part's rows by version: 0 is the folder. */
export async function rowsOf(shell: Shell, part: CityPart, id: number): Promise<readonly PartRow[] | undefined> {
  if (id === 0) return folderRows(shell.cityFolder, part)
  return (await findCityVersion(shell.db, part, id))?.content.map((row) => wholeRow(part, row))
}

export async function partInForce(shell: Shell, part: CityPart): Promise<InForce> {
  const adopted = await adoptedVersion(shell.db, part)
  if (adopted === undefined) return { id: 0, rows: await folderRows(shell.cityFolder, part) }
  return { id: adopted.id, rows: adopted.content.map((row) => wholeRow(part, row)) }
}

type Tried = { ok: true; city: City } | { ok: false; faults: readonly Fault[] }

/** The city as it would be with these rows in place of the part in force, by the same checks as a city folder's. */
export async function cityWith(db: Db, folder: string, part: CityPart, rows: readonly PartRow[]): Promise<Tried> {
  const adopted = new Map(adoptedOf(await contentInForce(db)))
  adopted.set(part, { number: (adopted.get(part)?.number ?? 0) + 1, rows })
  try {
    return { ok: true, city: await loadCity(folder, adopted) }
  } catch (error) {
    if (error instanceof CityFault) return { ok: false, faults: error.faults }
    throw error
  }
}

/** What these rows would change, whether they may be adopted, and what that would mean. Nothing is written. */
export async function previewRows(
  shell: Shell,
  part: CityPart,
  rows: readonly PartRow[],
  successors: readonly Succession[],
): Promise<CityPreview> {
  const inForce = await partInForce(shell, part)
  const changes = changesBetween(part, inForce.rows, rows)
  const tried = await cityWith(shell.db, shell.cityFolder, part, rows)
  const [base, view] = [inForce.id, { ...changes, added: [...changes.added], removed: [...changes.removed] }]
  const shown = { base, changes: { ...view, changed: changes.changed.map((c) => ({ ...c, fields: [...c.fields] })) } }
  if (!tried.ok) return { ...shown, faults: [...tried.faults], obstacles: [], handOvers: [], effect: null }
  const { city } = await cityAsIs(shell)
  const handOvers = part === 'units' ? await previewHandOvers(shell, changes, successors, rows) : []
  return {
    ...shown,
    faults: [],
    obstacles: await obstaclesTo(shell, part, changes, new Set(handOvers.map(({ unit }) => unit))),
    handOvers,
    effect: await effectOf(shell, part, changes, { was: city, will: tried.city }),
  }
}

/** Compared with what is in force in the database, which this process may not have taken up yet. */
async function cityAsIs(shell: Shell): Promise<{ city: City }> {
  return { city: await loadCity(shell.cityFolder, adoptedOf(await contentInForce(shell.db))) }
}
