/** Long enough for the page's own answers to be drawn, short enough that nobody waits for the map. */
const FIRST_THE_PAGE_MS = 300

/**
 * Once the page has drawn what it is for: the map's engine is larger than a whole desk (290 kB against 220), and making a map
 * holds the page up for 200–300 ms where there is no graphics card. Whoever leaves sooner never pays for it. A browser that
 * is never idle gets its map after a second and a half.
 */
export const whenIdle = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 1500 })
      else setTimeout(done, 150)
    }, FIRST_THE_PAGE_MS)
  })
