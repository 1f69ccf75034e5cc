import { type MouseEvent, useSyncExternalStore } from 'react'

/** Three addresses, so no router: `/c` submit, `/c/done` number and code, `/c/follow` the progress. */
const hearers = new Set<() => void>()
const tell = (): void => {
  for (const hear of hearers) hear()
}
window.addEventListener('popstate', tell)

function go(path: string, replace: boolean): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  window.scrollTo(0, 0)
  tell()
}

const goTo = (path: string): void => go(path, false)
/** The page left behind is not come back to: a form that has been sent is no page any more. */
export const goOn = (path: string): void => go(path, true)

export const useWay = (): string =>
  useSyncExternalStore(
    (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    () => location.pathname.replace(/\/+$/, ''),
  )

/** For a link of one's own, with what is to be done before it is followed: a plain click stays on the page, any other opens as the browser does it. */
export const linkTo = (path: string, first?: () => void) => ({
  href: path,
  onClick: (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    first?.()
    goTo(path)
  },
})
