import type { EChartsCoreOption } from 'echarts/core'
import type { DispatchMeasures } from '#contract/dispatch-measures.ts'
import { amountAxis, asHtml, axisText, placesAxis, tooltipOf } from '../chart/axis-look.ts'
import type { ChartColours } from '../chart/chart-colours.ts'
import { accuracyOf } from './measure-shares.ts'

const percent = (value: number): number => Math.round(value * 1000) / 10

/** Accuracy day by day as one line, the city's aim as a dashed one; the axis begins below the worst day, said on it. */
export const daysDrawing =
  (
    { days, target }: Pick<DispatchMeasures, 'days' | 'target'>,
    words: { target: (t: string) => string; wrongOf: (n: string, of: string) => string },
  ) =>
  (colours: ChartColours): EChartsCoreOption => {
    const values = days.map((day) => percent(accuracyOf(day) ?? 1))
    // Four equal steps below the whole, each a round number.
    const low = Math.max(0, 100 - Math.ceil((104 - Math.min(percent(target), ...values)) / 4) * 4)
    return {
      textStyle: { fontFamily: colours.font },
      grid: { left: 48, right: 18, top: 14, bottom: 24 },
      tooltip: tooltipOf(colours, (at) => {
        const day = days[at]
        if (day === undefined) return ''
        const wrong = words.wrongOf(String(day.wrong), String(day.dispatched))
        return `${asHtml(day.key)} <b>${values[at]} %</b><br>${asHtml(wrong)}`
      }),
      xAxis: {
        ...placesAxis(colours),
        boundaryGap: false,
        data: days.map((day) => day.key.slice(5)),
        axisLabel: { ...axisText(colours), hideOverlap: true },
      },
      yAxis: {
        ...amountAxis(colours),
        min: low,
        max: 100,
        interval: (100 - low) / 4,
        axisLabel: { ...axisText(colours), formatter: '{value} %' },
      },
      series: [
        {
          type: 'line',
          silent: true,
          data: values,
          symbol: 'circle',
          symbolSize: days.length > 45 ? 0 : 5,
          itemStyle: { color: colours.measure },
          lineStyle: { color: colours.measure, width: 2 },
        },
        {
          type: 'line',
          silent: true,
          data: days.map(() => percent(target)),
          symbol: 'none',
          lineStyle: { color: colours.compared, width: 1.5, type: [4, 3] },
          endLabel: {
            show: true,
            align: 'right',
            offset: [0, -10],
            color: colours.text3,
            fontSize: 12,
            formatter: words.target(`${percent(target)} %`),
          },
        },
      ],
    }
  }
