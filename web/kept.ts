/** One choice of the person at this browser, kept over visits and told to every part that shows it. */
type Kept<T> = { get(): T; set(value: T): void; listen(hear: () => void): () => void }

/** `apply` makes the choice true on the page; it runs at once and at every change, in other windows too. */
export function kept<T extends string>(
  key: string,
  values: readonly T[],
  first: T,
  apply: (value: T) => void,
): Kept<T> {
  const read = (): T => {
    const found = values.find((value) => value === store(() => localStorage.getItem(key)))
    return found ?? first
  }
  const hearers = new Set<() => void>()
  let value = read()
  const tell = (next: T) => {
    value = next
    apply(value)
    for (const hear of hearers) hear()
  }
  apply(value)
  window.addEventListener('storage', (event) => event.key === key && tell(read()))
  return {
    get: () => value,
    set: (next) => {
      store(() => localStorage.setItem(key, next))
      tell(next)
    },
    listen: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
}

/** A browser may forbid storage altogether; then a choice lasts as long as the page. */
function store<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}
