import type { EChartsCoreOption } from 'echarts/core'
import type { Today } from '#contract/today.ts'
import { amountAxis, asHtml, axisText, placesAxis, tooltipOf } from '../chart/axis-look.ts'
import type { ChartColours } from '../chart/chart-colours.ts'
import type { BoardWords } from './board-words.ts'
import { count } from './change.ts'

type Told = { words: Pick<BoardWords, 'hour' | 'pointNow' | 'pointBefore' | 'todayLine' | 'cases'>; day: string }
type Hover = { dataIndex: number }

/** Two lines from zero: today in the measure's colour up to the last whole hour, the earlier day dashed (look.md §6). */
export const hoursDrawing =
  ({ hours }: Pick<Today, 'hours'>, running: number, { words, day }: Told) =>
  (colours: ChartColours): EChartsCoreOption => {
    const whole = hours.filter((row) => row.hour < running)
    const last = whole.at(-1)
    const halo = { textBorderColor: colours.panel, textBorderWidth: 3 }
    const side = (last?.hour ?? 0) > 15 ? 'left' : 'right'
    const isLow = (last?.today ?? 0) * 4 < Math.max(...hours.map((row) => Math.max(row.today, row.before)))
    return {
      textStyle: { fontFamily: colours.font },
      grid: { left: 34, right: 14, top: 14, bottom: 24 },
      tooltip: tooltipOf(colours, (at) => {
        const row = hours[at]
        if (row === undefined) return ''
        const now = row.hour <= running ? `<b>${asHtml(words.pointNow(row.hour, count(row.today)))}</b><br>` : ''
        return `${now}${asHtml(words.pointBefore(day, count(row.before)))}`
      }),
      xAxis: {
        ...placesAxis(colours),
        boundaryGap: false,
        data: hours.map((row) => words.hour(row.hour)),
        axisLabel: { ...axisText(colours), interval: 3 },
      },
      yAxis: {
        ...amountAxis(colours),
        min: 0,
        minInterval: 1,
        splitNumber: 4,
        axisLabel: axisText(colours),
      },
      series: [
        {
          name: day,
          type: 'line',
          data: hours.map((row) => row.before),
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.compared, width: 1.5, type: [4, 3] },
        },
        {
          name: words.todayLine,
          type: 'line',
          silent: true,
          data: hours.map((row) => (row.hour < running ? row.today : null)),
          showSymbol: true,
          symbol: 'circle',
          symbolSize: (_: unknown, { dataIndex }: Hover) => (dataIndex === last?.hour ? 7 : 0),
          itemStyle: { color: colours.measure },
          lineStyle: { color: colours.measure, width: 2 },
          label: {
            show: true,
            position: isLow ? 'top' : side,
            align: side === 'left' ? 'right' : 'left',
            distance: 8,
            formatter: ({ dataIndex }: Hover) =>
              last !== undefined && dataIndex === last.hour
                ? `{now|${words.pointNow(last.hour, count(last.today))}}\n{before|${words.pointBefore(day, count(last.before))}}`
                : '',
            rich: {
              now: { color: colours.text, fontSize: 12, fontWeight: 600, lineHeight: 16, ...halo },
              before: { color: colours.text3, fontSize: 12, lineHeight: 16, ...halo },
            },
          },
        },
      ],
    }
  }
