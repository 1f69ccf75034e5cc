import { type RefObject, useEffect, useRef } from 'react'
import { useWords } from '../language.ts'
import './desk.css'

const wordsOf = {
  zh: {
    arrived: (n: number) => `新到 ${n} 件`,
    show: '显示',
    below: (n: number) => `下面还有 ${n} 件`,
    more: '再显示 50 件',
  },
  en: {
    arrived: (n: number) => `${n} new`,
    show: 'Show',
    below: (n: number) => `${n} more below`,
    more: 'Show 50 more',
  },
}

/** What has come since the list was drawn waits to be asked for, so that no row moves under the hand. */
export function Arrived({ n, onShow }: { n: number; onShow: () => void }) {
  const words = useWords(wordsOf)
  if (n === 0) return null
  return (
    <>
      {words.arrived(n)}{' '}
      <button type="button" className="link" onClick={onShow}>
        {words.show}
      </button>
    </>
  )
}

type Shown = { rows: readonly unknown[]; hidden: number; more: (() => void) | null }

/** How many rows are not shown yet, and the way to them. */
export function Below({ list: { rows, hidden, more } }: { list: Shown }) {
  const words = useWords(wordsOf)
  if (hidden === 0 || rows.length === 0) return null
  return (
    <p className="xs m3 below">
      {words.below(hidden)}{' '}
      {more !== null && (
        <button type="button" className="link" onClick={more}>
          {words.more}
        </button>
      )}
    </p>
  )
}

/** Keeps the open row in sight when keys walk past the edge. */
export function useOpenInSight<Box extends HTMLElement>(open: string | null): RefObject<Box | null> {
  const box = useRef<Box>(null)
  useEffect(() => {
    if (open !== null) box.current?.querySelector('.on')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return box
}
