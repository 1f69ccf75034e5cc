/** The value of a token on the page now, for what is drawn outside CSS: `token('cat-1')` is `#1a5aa6` in the light theme. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
