import type { Phrases } from './explanation-phrases.ts'
import type { Limit } from './limit.ts'

const units: Record<Limit['unit'], readonly [one: string, many: string, note: string]> = {
  minute: ['minute', 'minutes', ' (day and night)'],
  hour: ['hour', 'hours', ' (day and night)'],
  'working-hour': ['working hour', 'working hours', ''],
  'working-day': ['working day', 'working days', ''],
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function opening(from: string, limit: Limit): string {
  const [one, many, note] = units[limit.unit]
  return `${limit.amount} ${limit.amount === 1 ? one : many}${note} from ${from}`
}

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ')
}

export const explanationEn: Phrases = {
  opening: (from, limit) => `${opening(from, limit)}: `,
  natural: (from, limit, at) => `${opening(from, limit)}, until ${at}.`,
  range: (first, last) => `${first} to ${last}`,
  startDay: 'the day of the start does not count',
  weekend: (days, kind) => `${days} ${kind === 'saturday-sunday' ? 'weekend' : 'day of rest'}, not counted`,
  holiday: (days, names) => `${days} holiday (${names.join(', ')}), not counted`,
  exceptWeekends: (days) => `${days} (weekends excepted)`,
  counted: (days, first, last) => (first === last ? `${days} is day ${first}` : `${days} are days ${first} to ${last}`),
  afterHours: (day) => `${day} is past working hours`,
  worked: (day, stretches, minutes) => `${day} ${stretches.join(' and ')} gives ${duration(minutes)}`,
  makeUp: (day, weekday, reason) => `${day} (${weekdays[weekday - 1]}, make-up day for ${reason.name})`,
  clauses: (clauses, end) => `${clauses.join('; ')}, until ${end}.`,
  setOtherwise: (at) => ` The due time was set otherwise, to ${at}.`,
  provisional: (years) =>
    ` Provisional: the calendar has no holidays for ${years.join(', ')} yet, so plain weekdays are taken.`,
}
