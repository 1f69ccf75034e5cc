/**
 * Prints `holidays.csv` for the years given, from the npm package `chinese-days`:
 *
 *   TZ=Asia/Shanghai npx tsx tools/seed-holidays.ts 2024 2025 2026 > city/demo/holidays.csv
 *
 * A seed to start a year with, not the source: compare it with the State Council's notice, add the notice's number to
 * `notices` once it is certain, and let the test beside the file hold the quoted dates. The package knows nothing of
 * years to come and does not say so (it calls 2027-01-01 a working day); a year without special days stops the script.
 */
import chineseDays from 'chinese-days'

const notices: Record<number, string> = {
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
}

/** The package shortens three names that the notices write in full. */
const fullNames: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

function rowsOf(year: number): string[] {
  const notice = notices[year] ?? `国务院办公厅关于${year}年部分节假日安排的通知`
  const rows: string[] = []
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000) {
    const detail = chineseDays.getDayDetail(new Date(ms).toISOString().slice(0, 10))
    // an ordinary day is called by its weekday, a special one `Spring Festival,春节,4`
    const name = detail.name.split(',')[1]
    if (name === undefined) continue
    rows.push([detail.date, detail.work ? 'make-up' : 'holiday', fullNames[name] ?? name, notice].join(','))
  }
  if (rows.length === 0)
    throw new Error(`chinese-days has no holidays for ${year}: its notice is not in the package yet`)
  return rows
}

// the package reads days in the machine's own time zone: west of Greenwich every holiday shifts by one day
if (new Date(0).getTimezoneOffset() > 0) throw new Error('run with TZ=Asia/Shanghai in front of the command')

const years = process.argv.slice(2).map(Number)
if (years.length === 0) throw new Error('name the years: npx tsx tools/seed-holidays.ts 2024 2025 2026')
console.log(['date,kind,name,notice', ...years.flatMap(rowsOf)].join('\n'))
