import { useWords } from '../language.ts'
import { pathWords } from './path-words.ts'

/** Where one is on the way from a changed cell to a version in force. */
export function Steps({ at }: { at: 1 | 2 }) {
  const words = useWords(pathWords)
  return (
    <ol className="admin-steps" aria-label={words.path}>
      {[words.edit, words.look, words.adopt].map((name, i) => (
        <li key={name} aria-current={i + 1 === at ? 'step' : undefined}>
          <span>{i + 1}</span> {name}
        </li>
      ))}
    </ol>
  )
}
