export type Cell = string | number | null
/** What a bench found: lines for people, `keys` for comparing runs. */
export type Result = {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
  notes?: readonly string[]
  keys: Readonly<Record<string, unknown>>
}

export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits

const shown = (cell: Cell): string => (cell === null ? '–' : String(cell))

/** Chinese characters stand two columns wide in a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (/[⺀-￦]/.test(char) ? 2 : 1), 0)

export function printResult({ columns, rows, notes = [], keys }: Result): void {
  const lines = [columns, ...rows.map((row) => row.map(shown))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => widthOf(line[i] ?? ''))))
  for (const line of lines) {
    const padded = line.map((text, i) => {
      const space = ' '.repeat((widths[i] ?? 0) - widthOf(text))
      return i === 0 ? text + space : space + text
    })
    console.log(padded.join('  '))
  }
  for (const note of notes) console.log(note)
  console.log(JSON.stringify(keys))
}
