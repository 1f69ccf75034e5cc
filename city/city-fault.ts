/** One thing wrong in a city's files; `row` counts lines as an editor does, the header being line 1. */
export type Fault = { file: string; row: number | null; column: string | null; found: string; expected: string }

const sentenceOf = ({ file, row, column, found, expected }: Fault): string => {
  const place = [file, row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`]
  return `${place.filter((part) => part !== '').join(', ')}: found ${found}, expected ${expected}`
}

/** All that is wrong with a city folder at once, so that an office mends it in one go. */
export class CityFault extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(`${faults.length} fault(s) in the city's files\n${faults.map(sentenceOf).join('\n')}`)
    this.name = 'CityFault'
    this.faults = faults
  }
}
