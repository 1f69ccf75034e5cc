import { orderTaskSheet } from '#contract/order-page.ts'
import { language } from '../language.ts'
import { addressOf, type No } from '../send.ts'
import { session } from '../session/session.ts'

const NO_LINE = {
  zh: '连不上服务器，没有导出。来网后再试。',
  en: 'The server cannot be reached; nothing was exported. Try again when the line is back.',
}

/** Hands the document to the browser under its name; nothing of it stays in the page. */
function keep(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Firefox reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Fetches the 工单 as DOCX and saves it; a refusal comes back as a value instead of landing in a file. */
export async function saveSheet(order: { id: string; no: string }, again = true): Promise<No | null> {
  try {
    const response = await fetch(addressOf(orderTaskSheet, { params: { orderId: order.id } }))
    if (response.ok) {
      keep(await response.blob(), `${order.no}.docx`)
      return null
    }
    const problem = (await response.json()) as { code: No['code']; title: string; titleEn?: string }
    if (again && (await session.mend(problem.code))) return saveSheet(order, false)
    const words = language.get() === 'en' ? (problem.titleEn ?? problem.title) : problem.title
    return { code: problem.code, words, faults: [] }
  } catch {
    return { code: 'unreachable', words: NO_LINE[language.get()], faults: [] }
  }
}
