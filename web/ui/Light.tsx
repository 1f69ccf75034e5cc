import type { Light as LightName } from '#domain/city/vocabulary.ts'
import { useSay } from '../language.ts'
import { lightWords } from '../words/light.ts'

const TONE = { green: 'green', yellow: 'amber', red: 'red' } as const

/** Three shapes that are told apart in grey print: disc with tick, triangle, octagon. */
function Shape({ light }: { light: LightName }) {
  const mark = {
    fill: 'none',
    stroke: 'var(--panel)',
    strokeWidth: 1.5,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      {light === 'green' && <circle cx={7} cy={7} r={6} fill="currentColor" />}
      {light === 'green' && <path d="M4.200 7.200l2 2 3.600-4" {...mark} />}
      {light === 'yellow' && (
        <path
          d="M7 1.200L13.200 12.500H.800z"
          fill="currentColor"
          stroke="currentColor"
          strokeWidth={1}
          strokeLinejoin="round"
        />
      )}
      {light === 'red' && <path d="M4.500 1h5L13 4.500v5L9.500 13h-5L1 9.500v-5z" fill="currentColor" />}
      {light !== 'green' && (
        <path d={light === 'yellow' ? 'M7 5v3.300M7 10.500v.100' : 'M7 3.800v3.800M7 10.100v.100'} {...mark} />
      )}
    </svg>
  )
}

/**
 * The light as a chip: shape, word and colour. `because` adds the reason to the word; `instead` takes its place, where the
 * shape says how a desk's own limit stands and not which light the city's table gives the order.
 */
export function Light({ light, because, instead }: { light: LightName; because?: string; instead?: string }) {
  const say = useSay()
  return (
    <span className={`light ${TONE[light]}`}>
      <Shape light={light} />
      {instead ?? say(lightWords[light])}
      {because !== undefined && ` · ${because}`}
    </span>
  )
}

/** The bare shape, where a column head or the accessible name gives the word. */
export function LightDot({ light, instead }: { light: LightName; instead?: string | undefined }) {
  const say = useSay()
  const words = instead ?? say(lightWords[light])
  return (
    <span className={`dot ${TONE[light]}`} role="img" aria-label={words} title={words}>
      <Shape light={light} />
    </span>
  )
}

export const lightTone = (light: LightName): 'green' | 'amber' | 'red' => TONE[light]
