import { z } from 'zod'
import { Day } from '../ids.ts'
import { dayNumberOf, weekdayOf } from './civil-time.ts'
import { spanProblem } from './span-text.ts'

const ascending = (text: string): boolean => text.split(';').every((part) => Number(part.at(0)) <= Number(part.at(-1)))

/** A row of `calendars.csv`: `window,政务大厅窗口,1-6,09:00-12:00;13:00-17:00,closing,observed`. Cells stay text. */
export const CalendarRow = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/, 'code is a small kebab-case word such as "city"'),
  name: z.string().min(1, 'name is not empty'),
  weekdays: z
    .string()
    .regex(/^[1-7](-[1-7])?(;[1-7](-[1-7])?)*$/, 'weekdays are 1 Monday to 7 Sunday, such as "1-5" or "1-4;6"')
    .refine(ascending, 'a range of weekdays goes upwards, such as "1-5"'),
  spans: z.string().superRefine((text, context) => {
    const problem = spanProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  }),
  dayEnds: z.enum(['midnight', 'closing'], 'dayEnds is "midnight" or "closing"'),
  /** `ignored` by who works through them: a 24 h desk, the water company */
  holidays: z.enum(['observed', 'ignored'], 'holidays is "observed" or "ignored"').default('observed'),
})
export type CalendarRow = z.infer<typeof CalendarRow>

/** A row of `holidays.csv`: `2026-02-14,make-up,春节,国办发明电〔2025〕7号`; `notice` names the ground. */
export const HolidayRow = z
  .object({
    date: z.iso.date('date is a day such as 2026-02-14').pipe(Day),
    kind: z.enum(['holiday', 'make-up'], 'kind is "holiday" or "make-up"'),
    name: z.string().min(1, 'name is that of the holiday'),
    notice: z.string().min(1, 'notice names the document that sets the day'),
  })
  .refine((row) => row.kind !== 'make-up' || weekdayOf(dayNumberOf(row.date)) >= 6, {
    path: ['date'],
    error: 'a make-up day is a Saturday or Sunday; a weekday works anyway',
  })
export type HolidayRow = z.infer<typeof HolidayRow>
