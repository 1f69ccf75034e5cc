import { useState } from 'react'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import { pageWords } from './page-words.ts'
import { saveSheet } from './save-sheet.ts'

/** The page as a link, on paper, and as a file that goes into somebody's folder. */
export function HeadButtons({ order }: { order: OrderView }) {
  const words = useWords(pageWords)
  const copy = () => {
    const link = `${location.origin}/orders/${order.id}`
    navigator.clipboard.writeText(link).then(
      () => toast(words.linkCopied),
      () => toast(words.notCopied),
    )
  }
  const [saving, setSaving] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const save = async () => {
    setSaving(true)
    setNo(null)
    const refused = await saveSheet(order)
    setSaving(false)
    if (refused === null) toast(words.docxDone)
    else setNo(refused)
  }
  return (
    <div className="flex wrap headbuttons">
      <Button size="sm" onClick={copy}>
        <Icon name="link" size={14} />
        {words.copyLink}
      </Button>
      <Button size="sm" onClick={() => window.print()}>
        <Icon name="print" size={14} />
        {words.print}
      </Button>
      <Button size="sm" busy={saving} onClick={() => void save()}>
        <Icon name="file" size={14} />
        {words.docx}
      </Button>
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}
