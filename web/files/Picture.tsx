import { useState } from 'react'
import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { fileWords } from './file-words.ts'

const STEP = 1.3
const MAX = 8

/** A picture that can be drawn nearer and turned, with keys as well as with the mouse; it scrolls when it is larger. */
export function Picture({ url, name }: { url: string; name: string }) {
  const words = useWords(fileWords)
  const [zoom, setZoom] = useState(1)
  const [turns, setTurns] = useState(0)
  const nearer = () => setZoom((now) => Math.min(MAX, now * STEP))
  const further = () => setZoom((now) => Math.max(1, now / STEP))
  const whole = () => setZoom(1)
  const turn = () => setTurns((now) => (now + 1) % 4)
  useKeys({ '+': nearer, '=': nearer, '-': further, '0': whole, r: turn }, { inDialog: true })
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className="picture" tabIndex={0} role="group" aria-label={name}>
        <img
          src={url}
          alt={name}
          style={{ transform: `rotate(${turns * 90}deg)`, width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
        />
      </div>
      <div className="flex picture-tools">
        <button type="button" className="btn sm" onClick={further} aria-keyshortcuts="-">
          － {words.smaller}
        </button>
        <button type="button" className="btn sm" onClick={nearer} aria-keyshortcuts="+">
          ＋ {words.larger}
        </button>
        <button type="button" className="btn sm" onClick={whole} aria-keyshortcuts="0">
          {words.whole}
        </button>
        <button type="button" className="btn sm" onClick={turn} aria-keyshortcuts="R">
          <Icon name="refresh" size={14} /> {words.turn}
        </button>
        <span className="xs m3">{words.keys}</span>
      </div>
    </>
  )
}
