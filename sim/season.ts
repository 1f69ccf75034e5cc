/** When a scene is more, or less, on people's minds (domain.md §4): months 1–12, or hours of the day for noise. */
type Season = { codes: readonly string[]; months: readonly number[]; within: number; outside: number }

const seasons: readonly Season[] = [
  { codes: ['E06'], months: [6, 7, 8], within: 2.5, outside: 0.8 },
  { codes: ['E05'], months: [6, 7, 8], within: 1.8, outside: 0.9 },
  { codes: ['J01', 'J02', 'B0102', 'J0402'], months: [6, 7, 8], within: 1.9, outside: 0.85 },
  { codes: ['I0403'], months: [6, 7, 8], within: 4, outside: 0.5 },
  { codes: ['G01'], months: [12, 1, 2], within: 2.4, outside: 0.8 },
  { codes: ['H0101', 'H0102', 'H0301'], months: [4, 5, 6, 7, 8], within: 2.5, outside: 0.4 },
  { codes: ['H0104'], months: [3, 4, 5, 6, 7], within: 2.5, outside: 0.5 },
  { codes: ['J0103'], months: [5, 6], within: 3, outside: 0.4 },
  { codes: ['E0203', 'K0701', 'K0703', 'K0704', 'B0602'], months: [7, 8, 9], within: 2.5, outside: 0.4 },
  { codes: ['K0702'], months: [12, 1, 2], within: 3, outside: 0.05 },
  { codes: ['G0303'], months: [6, 7, 8, 9], within: 2, outside: 0.15 },
  { codes: ['B0604'], months: [4, 5], within: 3, outside: 0.3 },
  { codes: ['K0302'], months: [1, 2], within: 4, outside: 0.3 },
  { codes: ['J0303'], months: [6, 10], within: 2.5, outside: 0.6 },
  { codes: ['I0603'], months: [6, 7, 8], within: 3, outside: 0.3 },
]

const NOISE = ['J01', 'J02', 'B07', 'B0102', 'K0102']
const isNight = (hour: number): boolean => hour >= 22 || hour < 2

/** 15 Nov – 15 Mar; the first ten days are the worst. */
function heating(month: number, day: number): number {
  const on = (month === 11 && day >= 15) || month === 12 || month <= 2 || (month === 3 && day <= 15)
  if (!on) return 0.1
  return month === 11 && day < 25 ? 6 : 2.5
}

/** How much likelier than on average this scene is at that local date and hour. */
export function seasonFactor(category: string, month: number, day: number, hour: number): number {
  const matching = seasons.filter(({ codes }) => codes.some((code) => category.startsWith(code)))
  const year = matching.reduce((factor, s) => factor * (s.months.includes(month) ? s.within : s.outside), 1)
  const heat = category.startsWith('E08') ? heating(month, day) : 1
  const noise = isNight(hour) && NOISE.some((code) => category.startsWith(code)) ? 5 : 1
  return year * heat * noise
}
