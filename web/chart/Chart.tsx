import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../language.ts'
import { useTheme } from '../theme/theme.ts'
import './chart.css'
import { type ChartColours, chartColours } from './chart-colours.ts'

type Props = {
  /** what the chart shows, in a sentence that also says what is to be seen */
  label: string
  /** what is drawn, in the colours of the theme shown now; keep the function stable (useCallback) */
  draw: (colours: ChartColours) => EChartsCoreOption
  /** the same in a table, for whoever hears the page and for browsers that draw nothing */
  table: ReactNode
  /** a point was chosen: the index of its place on the axis */
  onPoint?: (index: number) => void
}

/** Drawn anew without motion when its figures or the theme change; nothing jumps at a refresh. */
export function Chart({ label, draw, table, onPoint }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<ECharts | null>(null)
  const [failed, setFailed] = useState(false)
  const theme = useTheme()
  const words = useWords({
    zh: { failed: '图没有画出来，数字在下表。' },
    en: { failed: 'The chart could not be drawn; its figures are below.' },
  })
  const chosen = useRef(onPoint)
  chosen.current = onPoint

  useEffect(() => {
    const { current } = box
    if (current === null) return
    let gone = false
    let started: ECharts | null = null
    const watch = new ResizeObserver(() => started?.resize())
    import('./engine.ts')
      .then(({ startChart }) => {
        if (gone) return
        started = startChart(current)
        started.getZr().on('click', ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
          if (started?.containPixel('grid', [offsetX, offsetY]) !== true) return
          const [x] = started.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY]) as number[]
          if (x !== undefined) chosen.current?.(Math.round(x))
        })
        watch.observe(current)
        setChart(started)
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      watch.disconnect()
      started?.dispose()
      setChart(null)
    }
  }, [])

  useEffect(() => {
    // `theme` is asked for since the tokens' values follow it.
    if (chart !== null && theme !== null)
      chart.setOption({ animation: false, aria: { enabled: false }, ...draw(chartColours()) }, { notMerge: true })
  }, [chart, draw, theme])

  if (failed)
    return (
      <div className="chart">
        <p className="hint">{words.failed}</p>
        {table}
      </div>
    )
  return (
    <div className="chart">
      <div ref={box} className="drawn" role="img" aria-label={label} data-pick={onPoint !== undefined} />
      <div className="sr">{table}</div>
    </div>
  )
}
