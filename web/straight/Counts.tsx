/** What was counted, each with its share of what. */
export const Counts = ({ of }: { of: readonly (readonly [string, number, string])[] }) => (
  <div className="counts">
    {of.map(([name, n, share]) => (
      <div key={name}>
        <b>{n}</b>
        <span className="xs m2">
          {name} {share}
        </span>
      </div>
    ))}
  </div>
)
