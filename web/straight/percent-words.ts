/** One place after the point; of nothing there is no share. */
export const percentWords = (n: number, of: number): string =>
  of === 0 ? '—' : `${Math.round((1000 * n) / of) / 10} %`
