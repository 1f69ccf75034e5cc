import type { Snippet } from '#contract/search-all.ts'

/** A text with what was looked for in it marked. */
export function Marked({ text, marks }: Pick<Snippet, 'text' | 'marks'>) {
  const ends = marks.map((mark, i) => ({ ...mark, before: marks[i - 1]?.to ?? 0 }))
  return (
    <>
      {ends.map(({ before, from, to }) => (
        <span key={from}>
          {text.slice(before, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  )
}
