import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'

const wordsOf = { zh: { close: '收起' }, en: { close: 'Close' } }

/** What the panel beside a table is about, and the way to put it away. */
export function PanelHead({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  const words = useWords(wordsOf)
  return (
    <header>
      <h2>{children}</h2>
      <Button size="sm" look="quiet" className="end" onClick={onClose}>
        {words.close}
      </Button>
    </header>
  )
}
