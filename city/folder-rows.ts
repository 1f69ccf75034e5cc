import { z } from 'zod'
import { SlaProfile } from '#domain/city/city.ts'
import { type CityPart, type PartRow, partShape, wholeRow } from '#domain/city/part.ts'
import { CityFault } from './city-fault.ts'
import { CityFolder } from './read-files.ts'
import { cellsOfSla } from './sla-cells.ts'

/** A part as the city's folder has it: version 0 of everything. */
export async function folderRows(folder: string, part: CityPart): Promise<readonly PartRow[]> {
  const files = new CityFolder(folder)
  const { file } = partShape[part]
  const rows =
    part === 'sla'
      ? ((await files.json(file, z.array(SlaProfile))) ?? []).map(cellsOfSla)
      : (await files.records(file)).map(({ value }) => value)
  if (files.faults.length > 0) throw new CityFault(files.faults)
  return rows.map((row) => wholeRow(part, row))
}
