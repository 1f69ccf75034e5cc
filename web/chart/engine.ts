import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** Only what the boards draw, in a file of its own: it is loaded when the first chart is shown. */
use([LineChart, BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

export const startChart = (box: HTMLElement): ECharts => init(box, null, { renderer: 'svg' })
