import type { Span } from './span.ts'

const SENTENCE = /[^。！？!?；;…\r\n]+[。！？!?；;…]*/gu

/** The sentences of a text with their places in it: what ends with 。！？； or a line break, without the spaces around. */
export function sentencesOf(text: string): (Span & { text: string })[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: raw, index }) => {
    const said = raw.trim()
    const from = index + raw.indexOf(said)
    return /[\p{L}\p{N}]/u.test(said) ? [{ text: said, from, to: from + said.length }] : []
  })
}
