/**
 * Once the page has drawn what it is for: the map's engine is larger than a whole desk (290 kB against 220) and shall not
 * stand in the way of its form. A browser that is never idle gets its map after a second and a half.
 */
export const whenIdle = (): Promise<void> =>
  new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 1500 })
    else setTimeout(done, 300)
  })
