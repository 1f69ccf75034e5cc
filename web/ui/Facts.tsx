/** Names and what is known of each, in two columns; what is not known takes no line. */
export const Facts = ({ of }: { of: readonly (readonly [string, string | null | undefined])[] }) => (
  <dl className="dl">
    {of.map(([name, fact]) =>
      fact == null || fact === '' ? null : (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd className="prewrap">{fact}</dd>
        </div>
      ),
    )}
  </dl>
)
