import { expect, test } from 'vitest'
import { buildCalendars } from './calendar-file.ts'

const city = { code: 'city', name: 'x', weekdays: '1-4;6', spans: '08:30-12:00;14:30-24:00', dayEnds: 'midnight' }
const makeUp = { date: '2026-02-14', kind: 'make-up', name: '春节', notice: 'n' }
const holiday = { date: '2026-02-15', kind: 'holiday', name: '春节', notice: 'n' }

test('rows become a calendar', () => {
  expect(buildCalendars([city], [makeUp, holiday]).get('city')).toMatchInlineSnapshot(`
    {
      "code": "city",
      "dayEnds": "midnight",
      "holidays": Map {
        "2026-02-15" => "春节",
      },
      "makeUpDays": Map {
        "2026-02-14" => "春节",
      },
      "name": "x",
      "spans": [
        {
          "from": 510,
          "to": 720,
        },
        {
          "from": 870,
          "to": 1440,
        },
      ],
      "version": "2026-5a833c88",
      "workingWeekdays": Set {
        1,
        2,
        3,
        4,
        6,
      },
      "years": [
        2026,
      ],
    }
  `)
})

test('the version is that of the content: not of the order of rows, but of every day and hour', () => {
  const version = (calendar: object, days: object[]) =>
    buildCalendars([{ ...city, ...calendar }], days).get('city')?.version
  expect(version({}, [makeUp, holiday])).toBe(version({}, [holiday, makeUp]))
  const others = [
    version({}, [holiday]),
    version({ weekdays: '1-5' }, [makeUp, holiday]),
    version({ dayEnds: 'closing' }, []),
  ]
  expect(new Set([version({}, [makeUp, holiday]), ...others]).size).toBe(4)
})

test('who ignores holidays works through them, in every year', () => {
  const calendar = buildCalendars([{ ...city, holidays: 'ignored' }], [makeUp, holiday]).get('city')
  expect(calendar).toMatchObject({ ignoresHolidays: true, years: [], holidays: new Map(), makeUpDays: new Map() })
})

test.each([
  [
    {},
    [holiday, { ...makeUp, date: '2026-02-15' }],
    'holidays.csv line 3: date: 2026-02-15 stands in line 2 already; each stands once',
  ],
  [
    {},
    [{ ...makeUp, date: '2026-02-13' }],
    'holidays.csv line 2: date: a make-up day is a Saturday or Sunday; a weekday works anyway',
  ],
  [{}, [{ ...holiday, date: '2026-02-30' }], 'holidays.csv line 2: date: date is a day such as 2026-02-14'],
  [{}, [{ ...holiday, kind: 'off' }], 'holidays.csv line 2: kind: kind is "holiday" or "make-up"'],
  [
    { spans: '08:30-12:00;11:00-17:00' },
    [],
    'calendars.csv line 2: spans: spans come in order and do not overlap, in "08:30-12:00;11:00-17:00"',
  ],
  [
    { spans: '22:00-06:00' },
    [],
    'calendars.csv line 2: spans: a span opens before it closes (a night is "00:00-06:00;22:00-24:00"), in "22:00-06:00"',
  ],
  [
    { spans: '8:30-12:00' },
    [],
    'calendars.csv line 2: spans: spans are written "08:30-12:00;14:00-17:30", not "8:30-12:00"',
  ],
  [{ spans: '08:30-24:30' }, [], 'calendars.csv line 2: spans: a span ends at 24:00 at the latest, in "08:30-24:30"'],
  [{ weekdays: '5-1' }, [], 'calendars.csv line 2: weekdays: a range of weekdays goes upwards, such as "1-5"'],
  [
    { weekdays: '0-4' },
    [],
    'calendars.csv line 2: weekdays: weekdays are 1 Monday to 7 Sunday, such as "1-5" or "1-4;6"',
  ],
  [{ dayEnds: '18:00' }, [], 'calendars.csv line 2: dayEnds: dayEnds is "midnight" or "closing"'],
])('refuses %j %j', (calendar, days, message) => {
  expect(() => buildCalendars([{ ...city, ...calendar }], days)).toThrow(new Error(message))
})

test('tells everything that is wrong at once', () => {
  expect(() => buildCalendars([city, city], [{ ...holiday, name: '' }])).toThrow(
    new Error(
      'holidays.csv line 2: name: name is that of the holiday\ncalendars.csv line 3: code: city stands in line 2 already; each stands once',
    ),
  )
})
