import { groupWords, measureWords } from '#contract/dispatch-measure-words.ts'
import type { DispatchMeasures, DispatchMeasuresQuery } from '#contract/dispatch-measures.ts'
import type { Download } from '#contract/files.ts'
import { type Cell, type FigureFormat, figuresFile } from './figures-file.ts'
import type { Shell } from './shell.ts'

type Wish = DispatchMeasuresQuery & { format: FigureFormat; language: 'zh' | 'en' }

const COLUMNS = [
  'dispatched',
  'wrong',
  'assigned',
  'returns',
  'approved',
  'unclearReturns',
  'adjudicated',
  'moved',
  'units',
  'hanging',
  'straight',
  'overridden',
  'noRule',
  'median',
  'p95',
] as const

/** The whole, then each group, as counts: shares are left to the sheet, so that sums stay right. */
function dispatchRows({ whole, rows }: DispatchMeasures, { by, language }: Wish): Cell[][] {
  const line = (key: string, name: string, counts: DispatchMeasures['whole']): Cell[] => [
    key,
    name,
    ...COLUMNS.map((column) => {
      const value = counts[column]
      return value === null ? null : Math.round(value * 10) / 10
    }),
  ]
  const head = [groupWords[by][language], '', ...COLUMNS.map((column) => measureWords[column][language])]
  return [head, line('', groupWords.none[language], whole), ...rows.map((row) => line(row.key, row.name, row))]
}

export const dispatchFile = (shell: Shell, measures: DispatchMeasures, wish: Wish): Promise<Download> =>
  figuresFile(shell, dispatchRows(measures, wish), {
    title: wish.language === 'zh' ? '派单质量' : 'Dispatch',
    stamp: `${wish.from}-${wish.to}`.replace(/-/g, ''),
    plainName: 'dispatch',
    format: wish.format,
    entry: {
      action: 'export-dispatch-measures',
      target: wish.region ?? 'city',
      detail: { from: wish.from, to: wish.to, by: wish.by },
    },
  })
