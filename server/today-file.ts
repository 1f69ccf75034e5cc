import type { Download } from '#contract/files.ts'
import type { Today } from '#contract/today.ts'
import { type FigureFormat, figuresFile } from './figures-file.ts'
import type { Shell } from './shell.ts'
import { localTime, sheetRows, todayWords } from './today-rows.ts'

type Wish = { format: FigureFormat; language: 'zh' | 'en' }

/** The board as a file. */
export const todayFile = (shell: Shell, board: Today, { format, language }: Wish): Promise<Download> =>
  figuresFile(shell, sheetRows(board, language), {
    title: todayWords[language].title,
    stamp: localTime(board.cutoff).slice(0, 16).replace(/\D/g, ''),
    plainName: 'today',
    format,
    entry: {
      action: 'export-today',
      target: board.region?.code ?? 'city',
      detail: { compare: board.compare, cutoff: board.cutoff },
    },
  })
