import { token } from '../theme/token.ts'

/** The tokens a chart draws with, as they stand in the theme that is shown now (look.md §6). */
export const chartColours = () => ({
  measure: token('cat-1'),
  compared: token('text-3'),
  line: token('line'),
  panel: token('panel'),
  text: token('text'),
  text2: token('text-2'),
  text3: token('text-3'),
  edge: token('line-2'),
  font: token('font'),
})
export type ChartColours = ReturnType<typeof chartColours>
