import { groupWords } from '#contract/dispatch-measure-words.ts'
import { type DispatchMeasuresQuery, dispatchMeasures, exportDispatchMeasures } from '#contract/dispatch-measures.ts'
import { Day, type RegionCode } from '#domain/ids.ts'
import { daysOf, lastDays } from '#domain/measures/period.ts'
import { ExportMenu } from '../board/ExportMenu.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { addressOf } from '../send.ts'
import { useMay } from '../session/use-may.ts'
import { useMe } from '../session/use-me.ts'
import type { MeasuresSearch } from './measures-search.ts'
import { measuresWords } from './measures-words.ts'

type Props = { query: DispatchMeasuresQuery; today: Day; onChange: (change: Partial<MeasuresSearch>) => void }

const SPANS = [7, 30, 90, 365] as const

function Days({ query, today, onChange }: Props) {
  const words = useWords(measuresWords)
  const span = SPANS.find((days) => query.to === today && daysOf(query) === days)
  const pick = (end: 'from' | 'to', value: string) => {
    const day = Day.safeParse(value)
    if (day.success) onChange({ from: query.from, to: query.to, [end]: day.data })
  }
  return (
    <>
      <select
        className="btn sm choice"
        aria-label={words.day}
        value={span ?? ''}
        onChange={(event) => onChange(lastDays(today, Number(event.target.value)))}
      >
        {span === undefined && <option value="">–</option>}
        {SPANS.map((days) => (
          <option key={days} value={days}>
            {words.spans[days]}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          type="date"
          className="btn sm"
          aria-label={words[end]}
          value={query[end]}
          max={today}
          onChange={(event) => pick(end, event.target.value)}
        />
      ))}
    </>
  )
}

/** Which days, which part of the city, by what, and away with it. */
export function Choices({ query, today, onChange }: Props) {
  const words = useWords(measuresWords)
  const language = useLanguage()
  const me = useMe()
  const city = useCity()
  const exportNo = useMay('exportDispatchMeasures') ? null : words.exportNo
  const { shape } = dispatchMeasures.query
  return (
    <>
      <Days query={query} today={today} onChange={onChange} />
      <select
        className="btn sm choice"
        aria-label={words.area}
        value={query.region ?? ''}
        onChange={({ target }) => onChange({ region: target.value === '' ? undefined : (target.value as RegionCode) })}
      >
        <option value="">{me.region === null ? words.city : '–'}</option>
        {(city?.regions ?? [])
          .filter(({ level, code }) => level === 'district' && (me.region === null || code.startsWith(me.region)))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
      <select
        className="btn sm choice"
        aria-label={words.by}
        value={query.by}
        onChange={({ target }) => onChange({ by: shape.by.unwrap().parse(target.value), sort: undefined })}
      >
        {shape.by.unwrap().options.map((by) => (
          <option key={by} value={by}>
            {`${words.by}${language === 'zh' ? '' : ' '}${groupWords[by][language]}`}
          </option>
        ))}
      </select>
      <ExportMenu
        whyNot={exportNo}
        address={(format) => addressOf(exportDispatchMeasures, { query: { ...query, format, language } })}
      />
    </>
  )
}
