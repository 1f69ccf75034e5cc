import type { UnitOffer } from '#contract/candidates.ts'
import { useWords } from '../language.ts'
import { LightDot } from '../ui/Light.tsx'
import { dispatchWords } from './dispatch-words.ts'

/** How much a unit has in hand, and under which lights; a light that is not on is not shown. */
export function Load({ load }: Pick<UnitOffer, 'load'>) {
  const words = useWords(dispatchWords)
  return (
    <span className="flex load">
      <span className="nw">{words.open(load.open)}</span>
      {load.overdue > 0 && <span className="nw">{words.overdue(load.overdue)}</span>}
      {(['red', 'yellow'] as const).map(
        (light) =>
          load[light] > 0 && (
            <span key={light} className="flex lamp">
              <LightDot light={light} />
              {load[light]}
            </span>
          ),
      )}
    </span>
  )
}
