import type { EChartsCoreOption } from 'echarts/core'
import type { Band } from '#contract/model-card.ts'
import type { ChartColours } from '../chart/chart-colours.ts'
import { rate, whole } from './rate.ts'

type Hover = { dataIndex: number }

export const bandName = ({ from, to }: Pick<Band, 'from' | 'to'>): string =>
  `${Math.round(from * 100)}–${Math.round(to * 100)} %`

/** Bars from zero: the share that came true; dashed: what was claimed. A model that knows itself has them together. */
export const bandsDrawing =
  (bands: readonly Band[], words: { came: string; claimed: string; cases: (n: string) => string }) =>
  (colours: ChartColours): EChartsCoreOption => ({
    textStyle: { fontFamily: colours.font },
    grid: { left: 48, right: 10, top: 12, bottom: 42 },
    tooltip: {
      trigger: 'axis',
      transitionDuration: 0,
      backgroundColor: colours.panel,
      borderColor: colours.edge,
      padding: [6, 10],
      textStyle: { color: colours.text, fontSize: 12 },
      formatter: (hovered: Hover | Hover[]) => {
        const band = bands[(Array.isArray(hovered) ? hovered[0] : hovered)?.dataIndex ?? -1]
        if (band === undefined) return ''
        return `${words.came} <b>${rate(band.right, band.of)}</b><br>${words.claimed} ${(band.claimed * 100).toFixed(1)} %`
      },
    },
    xAxis: {
      type: 'category',
      // How many cases a bar stands for: three of three look as good as three hundred.
      data: bands.map((band) => `${bandName(band).replace(' %', '')}\n${words.cases(whole(band.of))}`),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.text3, fontSize: 12, lineHeight: 16, interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.text3, fontSize: 12, formatter: '{value} %' },
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
