import { useWords } from '../language.ts'
import { GridHead } from './GridHead.tsx'
import { wordsOf } from './grid-words.ts'

/** Taken back, reported up, or settled on another phone meanwhile. */
export function MissingTask() {
  const words = useWords(wordsOf)
  return (
    <div className="phone grid-phone">
      <GridHead title={words.mine} back="mine" />
      <main>
        <p className="nothing">{words.none}</p>
      </main>
    </div>
  )
}
