/** What this page is made of, as the browser loaded it: the page's own files, never an answer of the API. */
const filesOf = (): string[] => {
  const paths = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets\/|mark\.svg$)/.test(pathname))
    .map(({ pathname }) => pathname)
  return [...new Set(paths)]
}

/** Says to the page and to tests that the next opening needs no line. */
const READY = 'grid-offline'

/** From now on the page opens without a line. A browser without service workers, or a plain-text address, does without. */
export async function keepPagesOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/grid-worker.js', { scope: '/grid' })
    const { active } = await navigator.serviceWorker.ready
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      document.documentElement.dataset.pages = READY
    }
    active?.postMessage({ files: filesOf() }, [channel.port2])
  } catch {
    // Without it the page still works while there is a line.
  }
}
