import { buildPages } from '#server/built-pages.ts'
import { chromiumPath } from '#tools/debian-browser.ts'

/** Vitest's other global setup: the browser journeys look at the pages as they are built now, in the system's Chromium. */
export async function setup(): Promise<void> {
  if (process.env.TEST_BROWSER === 'none') return
  await buildPages(process.env, (line) => console.log(line))
  await chromiumPath()
}
