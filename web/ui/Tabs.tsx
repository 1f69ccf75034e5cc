type Tab<T extends string> = { value: T; label: string; count?: number | string; title?: string }

/** Tabs over one panel; arrow keys move, the chosen one is in the Tab order. `panel` is the id of what they change. */
export function Tabs<T extends string>(props: {
  label: string
  value: T
  tabs: readonly Tab<T>[]
  onChange: (value: T) => void
  panel: string
}) {
  const move = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    const at = props.tabs.findIndex((tab) => tab.value === props.value)
    const next = props.tabs[(at + by + props.tabs.length) % props.tabs.length]
    if (next === undefined) return
    event.preventDefault()
    props.onChange(next.value)
    const list = event.currentTarget
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  return (
    <div className="tabs" role="tablist" aria-label={props.label} onKeyDown={move}>
      {props.tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          title={tab.title}
          aria-selected={tab.value === props.value}
          aria-controls={tab.value === props.value ? props.panel : undefined}
          tabIndex={tab.value === props.value ? 0 : -1}
          onClick={() => props.onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <b>{tab.count}</b>}
        </button>
      ))}
    </div>
  )
}
