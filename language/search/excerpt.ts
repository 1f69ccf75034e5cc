import { normalise } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'

/** A stretch of a text with what was looked for in it: `marks` are places in `text`; cut ends have an ellipsis. */
type Excerpt = { text: string; marks: Span[] }

/** A text's plain form with, for each of its characters, where that stands in the text as written. */
function plainWithPlaces(text: string): { plain: string; from: number[]; to: number[] } {
  let plain = ''
  const [from, to]: [number[], number[]] = [[], []]
  let at = 0
  for (const char of text) {
    const isBlank = /\s/.test(char)
    const form = isBlank ? (plain.endsWith(' ') ? '' : ' ') : normalise(char)
    for (let i = 0; i < form.length; i++) {
      from.push(at)
      to.push(at + char.length)
    }
    plain += form
    at += char.length
  }
  return { plain, from, to }
}

function placesOf(plain: string, words: readonly string[]): Span[] {
  const found = words.flatMap((word) => {
    const spans: Span[] = []
    for (let at = word === '' ? -1 : plain.indexOf(word); at >= 0 && spans.length < 50; ) {
      spans.push({ from: at, to: at + word.length })
      at = plain.indexOf(word, at + word.length)
    }
    return spans
  })
  const joined: Span[] = []
  for (const span of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined
}

const BEFORE = 16

/** Where to begin: the window that holds most words, a little before its first. */
function startOf(spans: readonly Span[], length: number): number {
  let [best, at] = [0, 0]
  for (const { from } of spans) {
    const held = spans.filter((span) => span.from >= from && span.to <= from + length - BEFORE).length
    if (held > best) [best, at] = [held, from]
  }
  return Math.max(0, at - BEFORE)
}

/** Never between the halves of a character outside the basic plane. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at)

/** The stretch of a text (of at most `length` UTF-16 units) that shows best why it was found; null: no word is in it. */
export function excerptOf(text: string, words: readonly string[], length: number): Excerpt | null {
  const { plain, from, to } = plainWithPlaces(text)
  const spans = placesOf(plain, words).map((span) => ({ from: from[span.from] ?? 0, to: to[span.to - 1] ?? 0 }))
  if (spans.length === 0) return null
  const start = text.length <= length ? 0 : whole(text, Math.min(startOf(spans, length), text.length - length))
  const end = whole(text, Math.min(text.length, start + length))
  const head = start > 0 ? '…' : ''
  const shift = head.length - start
  return {
    text: `${head}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: spans
      .filter((span) => span.from >= start && span.from < end)
      .map((span) => ({ from: span.from + shift, to: Math.min(span.to, end) + shift })),
  }
}
