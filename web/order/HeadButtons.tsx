import { orderTaskSheet } from '#contract/order-page.ts'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { addressOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { toast } from '../ui/Toasts.tsx'
import { pageWords } from './page-words.ts'

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
  return (
    <span className="flex wrap headbuttons">
      <Button size="sm" onClick={copy}>
        <Icon name="link" size={14} />
        {words.copyLink}
      </Button>
      <Button size="sm" onClick={() => window.print()}>
        <Icon name="print" size={14} />
        {words.print}
      </Button>
      <a
        className="btn sm"
        href={addressOf(orderTaskSheet, { params: { orderId: order.id } })}
        download={`${order.no}.docx`}
        onClick={() => toast(words.docxDone)}
      >
        <Icon name="file" size={14} />
        {words.docx}
      </a>
    </span>
  )
}
