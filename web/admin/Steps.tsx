import { useWords } from '../language.ts'
import { pathWords } from './path-words.ts'

/** Where one is on the way from a changed cell to a version in force; `last` where somebody else puts it there. */
export function Steps({ at, last }: { at: 1 | 2 | 3; last?: string }) {
  const words = useWords(pathWords)
  return (
    <ol className="admin-steps" aria-label={words.path}>
      {[words.edit, words.look, last ?? words.adopt].map((name, i) => (
        <li key={name} aria-current={i + 1 === at ? 'step' : undefined}>
          <span>{i + 1}</span> {name}
        </li>
      ))}
    </ol>
  )
}
