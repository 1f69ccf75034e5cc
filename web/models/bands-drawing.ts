import type { EChartsCoreOption } from 'echarts/core'
import type { Band } from '#contract/model-card.ts'
import { amountAxis, axisText, placesAxis, tooltipOf } from '../chart/axis-look.ts'
import type { ChartColours } from '../chart/chart-colours.ts'
import { rate, whole } from './rate.ts'

export const bandName = ({ from, to }: Pick<Band, 'from' | 'to'>): string =>
  `${Math.round(from * 100)}–${Math.round(to * 100)} %`

/** Bars from zero: the share that came true; dashed: what was claimed. A model that knows itself has them together. */
export const bandsDrawing =
  (bands: readonly Band[], words: { came: string; claimed: string; cases: (n: string) => string }) =>
  (colours: ChartColours): EChartsCoreOption => ({
    textStyle: { fontFamily: colours.font },
    grid: { left: 48, right: 10, top: 12, bottom: 42 },
    tooltip: tooltipOf(colours, (at) => {
      const band = bands[at]
      if (band === undefined) return ''
      return `${words.came} <b>${rate(band.right, band.of)}</b><br>${words.claimed} ${(band.claimed * 100).toFixed(1)} %`
    }),
    xAxis: {
      ...placesAxis(colours),
      // How many cases a bar stands for: three of three look as good as three hundred.
      data: bands.map((band) => `${bandName(band).replace(' %', '')}\n${words.cases(whole(band.of))}`),
      axisLabel: { ...axisText(colours), lineHeight: 16, interval: 0, hideOverlap: true },
    },
    yAxis: {
      ...amountAxis(colours),
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { ...axisText(colours), formatter: '{value} %' },
    },
    series: [
      {
        name: words.came,
        type: 'bar',
        silent: true,
        barMaxWidth: 28,
        data: bands.map(({ right, of }) => (100 * right) / of),
        itemStyle: { color: colours.measure },
      },
      {
        name: words.claimed,
        type: 'line',
        silent: true,
        symbol: 'none',
        data: bands.map(({ claimed }) => 100 * claimed),
        lineStyle: { color: colours.compared, width: 1.5, type: [4, 3] },
      },
    ],
  })
