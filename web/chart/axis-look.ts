import type { ChartColours } from './chart-colours.ts'

type Hover = { dataIndex: number }

/** A tooltip is HTML; what stands in it are numbers and our own words. */
export const asHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The box at the place pointed to: what `told` says in HTML of the place with this number, nothing where it says nothing. */
export const tooltipOf = (colours: ChartColours, told: (at: number) => string) => ({
  trigger: 'axis' as const,
  transitionDuration: 0,
  backgroundColor: colours.panel,
  borderColor: colours.edge,
  padding: [6, 10],
  textStyle: { color: colours.text, fontSize: 12 },
  axisPointer: { lineStyle: { color: colours.edge, type: 'solid' as const } },
  formatter: (hovered: Hover | Hover[]) => told((Array.isArray(hovered) ? hovered[0] : hovered)?.dataIndex ?? -1),
})

export const axisText = (colours: ChartColours) => ({ color: colours.text3, fontSize: 12 })

/** The axis the places stand on: a hairline without ticks (look.md §6). */
export const placesAxis = (colours: ChartColours) => ({
  type: 'category' as const,
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
})

/** The axis of the amounts: only its lines across. */
export const amountAxis = (colours: ChartColours) => ({
  type: 'value' as const,
  splitLine: { lineStyle: { color: colours.line } },
})
